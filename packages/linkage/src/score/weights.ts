import model from '../model.json' with { type: 'json' };

/** One field compared: how it came out and what that is worth, in bits (log2 of how much likelier in a true pair). */
export interface Contribution {
  readonly comparison: Comparison;
  readonly level: string;
  readonly weight: number;
}

export type Comparison = keyof typeof model.comparisons;

interface Rates {
  /** Share of true pairs that come out at this level. */
  readonly m: number;
  /** Share of chance pairs that do, by length of the text where it depends on it. */
  readonly u?: number | readonly number[];
  /** Share of the other albums of the same artist whose title comes out at this level. */
  readonly sibling?: number;
}

const levels = model.comparisons as Readonly<Record<Comparison, Readonly<Record<string, Rates>>>>;
const RAREST = 1e-9;
/** Bits that catalogue number and barcode together may say for or against. */
export const identifierLimit = model.decision.identifierLimit;
/** Bits that everything beside the names may add where a name is only alike: it may tip a scale, not fill it. */
export const contextLimit = model.decision.contextLimit;
/** Log-odds (bits) from which an album is taken, and lead it must have over the next. */
export const leastOdds = model.decision.leastOdds;
/** The same where artist and title are both equal in some spelling: only chance and context can have brought it down. */
export const leastEqualOdds = model.decision.leastEqualOdds;
/** The same for a name that is a relative's or a part of a credit: such names lead to many. */
export const leastRelatedOdds = model.decision.leastRelatedOdds;
export const leastLead = model.decision.leastLead;

export function ratesOf(comparison: Comparison, level: string): Rates {
  return levels[comparison][level] ?? { m: 1e-6, u: 1e-3, sibling: 1 };
}

/** Class of a text's length: up to 3 letters, 5, 9, 14, more. Places of the `u` lists of the model. */
export function lengthClass(length: number): number {
  const place = [3, 5, 9, 14].findIndex((most) => length <= most);
  return place < 0 ? 4 : place;
}

/** What a level is worth in a text of this length; a level never seen in true pairs is worth very little. */
export function weigh(comparison: Comparison, level: string, length = 0): Contribution {
  const { m, u = 1 } = ratesOf(comparison, level);
  const chance = typeof u === 'number' ? u : (u[lengthClass(length)] ?? 1);
  return { comparison, level, weight: log2(m / Math.max(chance, RAREST)) };
}

/** What an equal text is worth by how many of the reference bear it: a rare name much, `Best Of` little. */
export function weighEqual(comparison: 'artist' | 'title', level: string, share: number): Contribution {
  const { m } = ratesOf(comparison, level);
  return { comparison, level, weight: log2(m / Math.max(share, RAREST)) };
}

export function log2(value: number): number {
  return Math.round(Math.log2(value) * 1000) / 1000;
}
