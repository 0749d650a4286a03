import { setTimeout as sleep } from 'node:timers/promises';
import type { Question } from '../identity/questions.ts';
import type { ResolverGateway } from '../resolver-client/gateway.ts';
import { type Asked, askBatch } from './ask-batch.ts';
import { addCounters, emptyCounters } from './counters.ts';

export interface AskingDependencies {
  readonly gateway: ResolverGateway;
  readonly signal: AbortSignal;
  /** Told what happens, for the log. */
  readonly log: (step: string, details: Readonly<Record<string, unknown>>) => void;
  /** Milliseconds to wait before a page that could not be asked is asked again, one each time. Then it is left to the next run. */
  readonly patienceMs?: readonly number[];
}

/** The resolver refuses the key: every further call would be refused as well. */
export class UnauthorisedError extends Error {
  readonly code = 'resolver_refuses_key';
}

const PATIENCE = [1000, 2000, 5000, 10_000, 30_000];

/** Asks a page again while none of it could be asked, as long as patience lasts. Only the last try counts its rows. */
export async function askPatiently(
  { gateway, patienceMs = PATIENCE, signal, log }: AskingDependencies,
  questions: readonly Question[],
): Promise<Asked> {
  let calls = emptyCounters();
  for (let attempt = 0; ; attempt += 1) {
    const asked = await askBatch(gateway, questions, signal);
    signal.throwIfAborted();
    const pause = patienceMs[attempt];
    if (!asked.strained || asked.unauthorised || asked.answers.length > 0 || pause === undefined)
      return { ...asked, counted: addCounters(calls, asked.counted) };
    const { lml_total_calls, lml_total_latency_ms } = asked.counted;
    calls = addCounters(calls, { ...emptyCounters(), lml_total_calls, lml_total_latency_ms });
    log('lml_error', { reason: asked.failed[0]?.reason, rows: asked.failed.length, waitMs: pause });
    await sleep(pause, undefined, { signal });
  }
}
