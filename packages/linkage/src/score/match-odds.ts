import { type Contribution, log2, ratesOf } from './weights.ts';

export interface Chances {
  /** Records of the reference that chance could have offered. */
  readonly records: number;
  /** Titles under the candidate's artist: each is a chance of its own to be taken for the album. */
  readonly siblings: number;
}

/**
 * Log-odds (bits) that a candidate is the record, after Fellegi and Sunter: the weights of its comparisons, less what chance
 * offers. Two things can deceive: a stranger with a like name and title, and another album of the same artist.
 */
export function matchOdds(contributions: readonly Contribution[], { records, siblings }: Chances): number {
  const sum = contributions.reduce((total, { weight }) => total + weight, 0);
  const stranger = sum - log2(Math.max(2, records));
  const others = contributions.flatMap(({ comparison, level }) => {
    const { m, sibling } = ratesOf(comparison, level);
    if (sibling === undefined) return [];
    const chances = comparison === 'title' ? Math.max(1, siblings - 1) : 1;
    return [log2(m / (chances * sibling)) + contextOf(contributions)];
  });
  return -log2(others.reduce((total, other) => total + 2 ** -other, 2 ** -stranger));
}

/** What is said beside the names; a sibling shares the artist, and its version was weighed against it already. */
function contextOf(contributions: readonly Contribution[]): number {
  return contributions
    .filter(({ comparison }) => comparison !== 'artist' && comparison !== 'title' && comparison !== 'version')
    .reduce((total, { weight }) => total + weight, 0);
}

/** Probability that log-odds in bits stand for. */
export function probabilityOf(odds: number): number {
  return 1 / (1 + 2 ** -odds);
}
