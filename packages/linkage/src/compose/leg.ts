import type { Method } from '../model.ts';

/** One source's answer about one record. Method and confidence are null for an id without evidence. */
export interface Leg {
  readonly source: string;
  readonly family: string;
  /** Null for a manual "known absent". */
  readonly externalId: string | null;
  readonly method: Method | null;
  readonly confidence: number | null;
  /** Source of the leg whose link led here, null for a leg found on its own. */
  readonly derivedFrom: string | null;
}

/** A leg that may carry a verdict: it has an id, a method and a confidence at or above the floor. */
export interface SoundLeg extends Leg {
  readonly externalId: string;
  readonly method: Method;
  readonly confidence: number;
}

export type Relation = 'supports' | 'contradicts' | 'silent';

export interface Conflict {
  readonly source: string;
  readonly externalId: string;
  readonly withSource: string;
  readonly withExternalId: string;
  readonly reason: string;
}

export interface Verdict {
  readonly method: Method;
  readonly confidence: number;
  /** Sorted; null without agreement. */
  readonly agreementSources: readonly string[] | null;
}
