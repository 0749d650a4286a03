import { LRUCache } from 'lru-cache';
import { faultOfAbort } from './fault-of.ts';
import { deepFreeze } from './freeze.ts';
import type { Answered, BulkResolveOutcome } from './outcome.ts';
import { formatQuestionKey, type Question } from './question.ts';

const ENTRIES = 1_000;
const TTL_MS = 5 * 60_000;

interface Flight {
  readonly outcome: Promise<BulkResolveOutcome>;
  readonly controller: AbortController;
  waiting: number;
}

type Ask = (question: Question) => Promise<BulkResolveOutcome>;

/** Asks a question once for all who ask it at the same time, and remembers its answer for a while. */
export class Coalescer {
  readonly #ask: Ask;
  // The clock of now: the cache would keep the one of the moment it was loaded, whatever replaced it since.
  readonly #memory = new LRUCache<string, Answered>({ max: ENTRIES, ttl: TTL_MS, perf: performance });
  readonly #flights = new Map<string, Flight>();

  constructor(ask: Ask) {
    this.#ask = ask;
  }

  /** For a question of one row. `fresh` asks anew whatever is remembered or under way. */
  async ask(question: Question, fresh: boolean): Promise<BulkResolveOutcome> {
    if (question.signal?.aborted) return { outcome: 'failed', fault: faultOfAbort(question.signal.reason) };
    const input = question.inputs[0]!;
    const key = formatQuestionKey(input, question.includeTracks);
    const known = fresh ? undefined : this.#memory.get(key);
    if (known) return readdress(known, input.library_id, 'memory');
    // By caller too: whoever joins a flight ends with it, and callers differ in patience.
    const flightKey = `${question.caller} ${key}`;
    const joined = fresh ? undefined : this.#flights.get(flightKey);
    const flight = joined ?? this.#depart(question, key, flightKey);
    const outcome = await waitFor(flight, question.signal);
    return readdress(outcome, input.library_id, joined ? 'in_flight' : 'request');
  }

  #depart(question: Question, key: string, flightKey: string): Flight {
    const controller = new AbortController();
    const land = (outcome: BulkResolveOutcome): BulkResolveOutcome => {
      // Remembered before the flight is gone, or a question between the two would be asked again.
      if (outcome.outcome === 'answered' && isLasting(outcome)) this.#memory.set(key, deepFreeze(outcome));
      return outcome;
    };
    const outcome = this.#ask({ ...question, signal: controller.signal })
      .then(land)
      .finally(() => this.#forget(flightKey, flight));
    const flight: Flight = { outcome, controller, waiting: 0 };
    this.#flights.set(flightKey, flight);
    // Where all who waited have left, nobody else hears of a failure.
    outcome.catch(() => undefined);
    controller.signal.addEventListener('abort', () => this.#forget(flightKey, flight), { once: true });
    return flight;
  }

  #forget(flightKey: string, flight: Flight): void {
    if (this.#flights.get(flightKey) === flight) this.#flights.delete(flightKey);
  }
}

/** Whoever gives up leaves the flight; the last to leave ends it. */
async function waitFor(flight: Flight, signal: AbortSignal | undefined): Promise<BulkResolveOutcome> {
  flight.waiting += 1;
  let onAbort: (() => void) | undefined;
  const left = new Promise<BulkResolveOutcome>((resolve) => {
    onAbort = () => resolve({ outcome: 'failed', fault: faultOfAbort(signal?.reason) });
    signal?.addEventListener('abort', onAbort, { once: true });
  });
  try {
    return await Promise.race([flight.outcome, left]);
  } finally {
    if (onAbort) signal?.removeEventListener('abort', onAbort);
    flight.waiting -= 1;
    if (flight.waiting === 0) flight.controller.abort();
  }
}

/** An answer that a dead source or unread tracks left thin may be better in a moment. */
function isLasting({ results }: Answered): boolean {
  return results.every(
    (result) =>
      typeof result !== 'string' &&
      result.tracks_attempted !== false &&
      result.provenance.every((entry) => entry.reason !== 'error' && entry.reason !== 'prerequisite_failed'),
  );
}

/** The same verdict under the number by which this caller knows the record. */
function readdress(outcome: BulkResolveOutcome, libraryId: number, from: Answered['from']): BulkResolveOutcome {
  if (outcome.outcome !== 'answered') return outcome;
  const results = outcome.results.map((result) =>
    typeof result === 'string' ? result : { ...result, library_id: libraryId },
  );
  return deepFreeze({ ...outcome, results, from });
}
