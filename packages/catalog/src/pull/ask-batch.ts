import type { AnsweredRow } from '../identity/apply-verdicts.ts';
import type { Question } from '../identity/questions.ts';
import {
  ResolverAuthError,
  type ResolverError,
  ResolverInvalidAnswerError,
  ResolverRequestError,
} from '../resolver-client/faults.ts';
import type { ResolverGateway } from '../resolver-client/gateway.ts';
import type { InputVerdict } from '../resolver-client/outcome.ts';
import { addCounters, emptyCounters, type PullCounters } from './counters.ts';

export interface Asked {
  readonly answers: readonly AnsweredRow[];
  /** Rows that could not be asked about, and why: never an answer. */
  readonly failed: readonly { libraryId: number; reason: string }[];
  /** The resolver refuses us: nothing more is to be asked. */
  readonly unauthorised: boolean;
  /** The call took too long or was turned away: smaller ones may do. */
  readonly strained: boolean;
  /** Calls, and the rows that failed. Answered rows are counted when they are written. */
  readonly counted: PullCounters;
}

/**
 * Asks about a page. A batch that is refused whole is halved until only the row that breaks it is left; one that could not be
 * asked is not: the same would happen to its halves.
 */
export async function askBatch(
  gateway: ResolverGateway,
  questions: readonly Question[],
  signal: AbortSignal,
): Promise<Asked> {
  const askedAt = new Date().toISOString();
  const begun = performance.now();
  const answer = await gateway.bulkResolve(questions, { caller: 'pull', includeTracks: true, signal });
  const counted = emptyCounters();
  counted.lml_total_calls = 1;
  counted.lml_total_latency_ms = Math.round(performance.now() - begun);
  if (answer.outcome === 'answered') return readAnswer(questions, answer.results, { askedAt, counted });
  if (answer.outcome === 'failed' && refusesInput(answer.fault) && questions.length > 1) {
    const middle = Math.ceil(questions.length / 2);
    const first = await askBatch(gateway, questions.slice(0, middle), signal);
    const second = first.unauthorised
      ? failAll(questions.slice(middle), 'not_asked', emptyCounters())
      : await askBatch(gateway, questions.slice(middle), signal);
    return join({ ...first, counted: addCounters(first.counted, counted) }, second);
  }
  const reason = answer.outcome === 'shed' ? answer.reason : answer.fault.code;
  return {
    ...failAll(questions, reason, counted),
    unauthorised: answer.outcome === 'failed' && answer.fault instanceof ResolverAuthError,
    strained: answer.outcome === 'shed' || answer.fault.retryable,
  };
}

function readAnswer(
  questions: readonly Question[],
  results: readonly InputVerdict[],
  { askedAt, counted }: { askedAt: string; counted: PullCounters },
): Asked {
  const answers: AnsweredRow[] = [];
  const failed: { libraryId: number; reason: string }[] = [];
  for (const [place, question] of questions.entries()) {
    const { library_id: libraryId, artist_name: artistName, album_title: albumTitle } = question;
    const verdict = results[place] ?? 'missing';
    if (typeof verdict === 'object') answers.push({ verdict, asked: { artistName, albumTitle }, askedAt });
    else {
      counted.scanned += 1;
      if (verdict === 'missing') counted.rows_skipped.lml_cardinality_mismatch += 1;
      else counted.rows_skipped.lml_untrusted_library_id += 1;
      failed.push({ libraryId, reason: verdict });
    }
  }
  return { answers, failed, unauthorised: false, strained: false, counted };
}

function failAll(questions: readonly Question[], reason: string, counted: PullCounters): Asked {
  counted.scanned += questions.length;
  counted.rows_skipped.lml_error += questions.length;
  const failed = questions.map(({ library_id: libraryId }) => ({ libraryId, reason }));
  return { answers: [], failed, unauthorised: false, strained: false, counted };
}

function join(a: Asked, b: Asked): Asked {
  return {
    answers: [...a.answers, ...b.answers],
    failed: [...a.failed, ...b.failed],
    unauthorised: a.unauthorised || b.unauthorised,
    strained: a.strained || b.strained,
    counted: addCounters(a.counted, b.counted),
  };
}

/** It is what was asked, or what came of it: asked apart, the other rows may do. */
function refusesInput(fault: ResolverError): boolean {
  return fault instanceof ResolverRequestError || fault instanceof ResolverInvalidAnswerError;
}
