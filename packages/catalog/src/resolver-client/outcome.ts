import type { BulkResolveResult, CacheStats } from '@deadwax/contract/schemas';
import type { ResolverError } from './faults.ts';

/** `missing`: the answer says nothing of this input. `untrusted`: it says it twice, or in a form outside the contract. */
export type InputVerdict = BulkResolveResult | 'missing' | 'untrusted';

export interface Answered {
  readonly outcome: 'answered';
  /** One for each input, in the order of the inputs. */
  readonly results: readonly InputVerdict[];
  /** Ids that the answer names though nobody asked for them. */
  readonly foreign: readonly number[];
  readonly cacheStats: CacheStats;
  readonly contractVersion: 1;
  readonly resolverVersion: string;
  readonly snapshot: string;
  /** 1 where tracks were asked for and answered; null also from a resolver that does not know of tracks. */
  readonly tracksContractVersion: 1 | null;
  /** Where the answer came from: a request of one's own, someone else's that was under way, or memory. */
  readonly from: 'request' | 'in_flight' | 'memory';
}

/** Nobody was asked. Never to be stored as "nothing found". */
export interface Shed {
  readonly outcome: 'shed';
  readonly reason: 'limiter_saturated' | 'breaker_open';
}

/** Someone was asked, and gave no verdict. Never to be stored as "nothing found". */
export interface Failed {
  readonly outcome: 'failed';
  readonly fault: ResolverError;
}

export type BulkResolveOutcome = Answered | Shed | Failed;
