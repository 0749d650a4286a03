import { type Contribution, log2, ratesOf } from './weights.ts';

export interface Chances {
  /** Records of the reference that chance could have offered. */
  readonly records: number;
  /** Titles under the candidate's artist: each is a chance of its own to be taken for the album. */
  readonly siblings: number;
  /** Level of the title; an equal one leaves siblings no chance. */
  readonly titleLevel: string;
}

/**
 * Log-odds (bits) that a candidate is the record, after Fellegi and Sunter: the weights of its comparisons, less what chance
 * offers. Two things can deceive: a stranger with a like name and title, and another album of the same artist.
 */
export function matchOdds(contributions: readonly Contribution[], { records, siblings, titleLevel }: Chances): number {
  const sum = contributions.reduce((total, { weight }) => total + weight, 0);
  const stranger = sum - log2(Math.max(2, records));
  const { m, sibling = 0 } = ratesOf('title', titleLevel);
  if (sibling === 0) return stranger;
  const context = contributions
    .filter(({ comparison }) => comparison !== 'artist' && comparison !== 'title')
    .reduce((total, { weight }) => total + weight, 0);
  const other = log2(m / (Math.max(1, siblings - 1) * sibling)) + context;
  return -log2(2 ** -stranger + 2 ** -other);
}

/** Probability that log-odds in bits stand for. */
export function probabilityOf(odds: number): number {
  return 1 / (1 + 2 ** -odds);
}
