import type { Leg } from '@deadwax/linkage/compose/leg';
import type { Grain } from '@deadwax/sources/authority';

export type Reason = 'no_candidate' | 'ambiguous' | 'below_floor' | 'prerequisite_failed';

/** A leg as the resolver knows it: with its grain, and with what was asked where it found nothing. */
export interface SourceLeg extends Leg {
  readonly grain: Grain;
  /** Number of the id in the index; null where there is no id. */
  readonly node: number | null;
  /** False when the source was not asked. */
  readonly attempted: boolean;
  /** Why there is no id; null where there is one. */
  readonly reason: Reason | null;
  readonly candidateCount: number | null;
}

/** A possible counterpart, listed where the choice stayed open. */
export interface Rival {
  readonly source: string;
  readonly externalId: string;
  readonly name: string;
  readonly artistName: string | null;
  readonly year: number | null;
  readonly method: SourceLeg['method'];
  /** Log-odds in bits, null where nothing was weighed. */
  readonly odds: number | null;
}
