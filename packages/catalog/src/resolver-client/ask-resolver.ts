import { setTimeout as sleep } from 'node:timers/promises';
import { checkAnswer } from './check-answer.ts';
import type { EmitResolverEvent } from './events.ts';
import { faultOfAbort } from './fault-of.ts';
import { ResolverError } from './faults.ts';
import { isShed, type Lane } from './lane.ts';
import type { Answered, BulkResolveOutcome } from './outcome.ts';
import type { ParsedAnswer, ParsedRow } from './parse-answer.ts';
import { type CallerClass, contractClasses, type Policies } from './policies.ts';
import type { Question } from './question.ts';
import { planRetry } from './retry.ts';
import { startCallSpan } from './trace.ts';
import type { Transport } from './transport.ts';

export interface Setup {
  readonly transport: Transport;
  readonly policies: Policies;
  readonly lanes: Readonly<Record<CallerClass, Lane>>;
  readonly emit: EmitResolverEvent;
}

/** Asks until there is an answer, a fault that lasts, or no time. */
export async function askResolver(setup: Setup, question: Question): Promise<BulkResolveOutcome> {
  const { policies, lanes, emit } = setup;
  const { caller, signal } = question;
  const policy = policies.callers[caller];
  const lane = lanes[policy.class];
  const startedAt = performance.now();
  const leftMs = () => startedAt + policy.totalMs - performance.now();
  let lastFault: ResolverError | undefined;
  for (let attempts = 1; ; attempts += 1) {
    const answer = await lane.send({ leftMs: leftMs(), signal }, () =>
      requestOnce(setup, question, { attempts, timeoutMs: Math.ceil(Math.min(policy.timeoutMs, leftMs())) }),
    );
    if (isShed(answer)) {
      emit({ type: 'shed', caller, reason: answer.reason });
      // The resolver was asked before, so it is not true that nobody was.
      return lastFault ? { outcome: 'failed', fault: lastFault } : answer;
    }
    if (!(answer instanceof ResolverError)) {
      return settle(answer, { question, emit, durationMs: performance.now() - startedAt });
    }
    const retryInMs = planRetry({ fault: answer, attempts, leftMs: leftMs() }, lane.policy.retry);
    emit({ type: 'failed', caller, attempt: attempts, fault: answer, retryInMs });
    if (retryInMs === null) return { outcome: 'failed', fault: answer };
    lastFault = answer;
    const rested = await sleep(retryInMs, true, { signal }).catch(() => false);
    if (!rested) return { outcome: 'failed', fault: faultOfAbort(signal?.reason) };
  }
}

interface Once {
  readonly attempts: number;
  readonly timeoutMs: number;
}

async function requestOnce(
  { transport, policies }: Setup,
  { inputs, includeTracks, caller, signal }: Question,
  { attempts, timeoutMs }: Once,
): Promise<ParsedAnswer | ResolverError> {
  const callerClass = policies.callers[caller].class;
  const span = startCallSpan({
    'lml.batch_size': inputs.length,
    'lml.caller': caller,
    'lml.caller_class': callerClass,
    'lml.attempt': attempts,
  });
  const headers = { ...span.headers, 'x-caller-class': contractClasses[callerClass], 'x-caller-reason': caller };
  try {
    const answer = await span.run(() => transport({ inputs, includeTracks, headers, timeoutMs, signal }));
    if (answer instanceof ResolverError) span.noteFault(answer);
    else span.noteCacheStats(answer.envelope.cache_stats);
    return answer;
  } finally {
    span.end();
  }
}

interface Settling {
  readonly question: Question;
  readonly emit: EmitResolverEvent;
  readonly durationMs: number;
}

function settle({ envelope, rows }: ParsedAnswer, { question, emit, durationMs }: Settling): Answered {
  const ids = question.inputs.map((input) => input.library_id);
  const speaksOfTracks = envelope.tracks_contract_version === 1;
  const { results, foreign } = checkAnswer(ids, speaksOfTracks ? rows : rows.map(withoutTracks));
  emit({
    type: 'answered',
    caller: question.caller,
    inputs: ids.length,
    missing: results.filter((result) => result === 'missing').length,
    untrusted: results.filter((result) => result === 'untrusted').length,
    foreign: foreign.length,
    durationMs,
  });
  return {
    outcome: 'answered',
    results,
    foreign,
    cacheStats: envelope.cache_stats,
    contractVersion: envelope.contract_version,
    resolverVersion: envelope.resolver_version,
    snapshot: envelope.snapshot,
    tracksContractVersion: envelope.tracks_contract_version,
    from: 'request',
  };
}

/** A resolver that does not say which contract of tracks it speaks went through none, whatever it sends. */
function withoutTracks({ libraryId, result }: ParsedRow): ParsedRow {
  return { libraryId, result: result && { ...result, tracks_attempted: null, tracks: null } };
}
