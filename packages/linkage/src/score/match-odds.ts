import { type Contribution, contextLimit, log2, ratesOf } from './weights.ts';

export interface Chances {
  /** Records of the reference that chance could have offered. */
  readonly records: number;
  /** Artist and title are both equal in some spelling. */
  readonly equalNames: boolean;
  /** Titles under the candidate's artist: each is a chance of its own to be taken for the album. */
  readonly siblings: number;
}

/**
 * Log-odds (bits) that a candidate is the record, after Fellegi and Sunter: the weights of its comparisons, less what chance
 * offers. Two things can deceive: a stranger with a like name and title, and another album of the same artist.
 */
export function matchOdds(contributions: readonly Contribution[], { records, siblings, equalNames }: Chances): number {
  // What is said beside the names. A sibling shares the artist and mostly the label, and its version was weighed against it already.
  let [names, beside, context] = [0, 0, 0];
  for (const { comparison, weight } of contributions) {
    if (ofTheNames.has(comparison)) names += weight;
    else beside += weight;
    if (ofTheAlbum.has(comparison)) context += weight;
  }
  const stranger = names + (equalNames ? beside : Math.min(beside, contextLimit)) - log2(Math.max(2, records));
  const album = equalNames ? context : Math.min(context, SIBLING_LIMIT);
  let against = 2 ** -stranger;
  for (const { comparison, level } of contributions) {
    const { m, sibling } = ratesOf(comparison, level);
    if (sibling === undefined) continue;
    const chances = comparison === 'title' ? Math.max(1, siblings - 1) : 1;
    against += 2 ** -(log2(m / (chances * sibling)) + album);
  }
  return -log2(against);
}

/** Bits that year and numbers may say for a like title against the artist's others: one false number must not. */
const SIBLING_LIMIT = 3;
const ofTheNames: ReadonlySet<string> = new Set(['artist', 'title', 'qualifier', 'version']);
const ofTheAlbum: ReadonlySet<string> = new Set(['year', 'catalog_number', 'barcode']);

/** Probability that log-odds in bits stand for. */
export function probabilityOf(odds: number): number {
  return 1 / (1 + 2 ** -odds);
}
