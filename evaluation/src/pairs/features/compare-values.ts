import { wordSimilarity } from '@deadwax/linkage/compare/similarity';
import type { CopyrightNotice, ReleaseDate } from './parse-values.ts';

// Every comparison is 1 for agreement and -1 for contradiction; 0 says that a side is silent.

/**
 * Shops cut the same recording within a few seconds of one another; `scale` says how few.
 *
 * | difference at scale 2 | 0 s | 1 s | 2 s | 5 s |
 * |---|---|---|---|---|
 * | value | 1 | 0.21 | -0.26 | -0.84 |
 */
export function compareSeconds(a: number | null, b: number | null, scale: number): number {
  return a === null || b === null ? 0 : 2 * Math.exp(-Math.abs(a - b) / scale) - 1;
}

/** 1 for the same week, falling with the logarithm to -1 at ten years. Without both days the years are compared. */
export function compareReleaseDates(a: ReleaseDate | null, b: ReleaseDate | null): number {
  if (a === null || b === null) return 0;
  const days = a.day === null || b.day === null ? 365 * Math.abs(a.year - b.year) : Math.abs(a.day - b.day);
  return 1 - 2 * Math.min(1, Math.log1p(days / 7) / Math.log1p(3650 / 7));
}

export function compareCopyrightYears(a: CopyrightNotice, b: CopyrightNotice): number {
  if (a.years.length === 0 || b.years.length === 0) return 0;
  return a.years.some((year) => b.years.includes(year)) ? 1 : -1;
}

export function compareHolders(a: CopyrightNotice, b: CopyrightNotice): number {
  return a.holder === '' || b.holder === '' ? 0 : 2 * wordSimilarity(a.holder, b.holder) - 1;
}

export function comparePrices(a: number | null, b: number | null): number {
  if (a === null || b === null) return 0;
  return a === b ? 1 : -1;
}

const GENRE_NOISE = new Set(['music', 'and', '']);

/** Share of the words of the shorter list of genres that the longer one has. */
export function compareGenres(a: string, b: string): number {
  const [left, right] = [genreWords(a), genreWords(b)];
  const short = Math.min(left.size, right.size);
  return short === 0 ? 0 : (2 * [...left].filter((word) => right.has(word)).length) / short - 1;
}

function genreWords(genre: string): Set<string> {
  const words = genre.toLowerCase().split(/[^\p{L}]+/u);
  return new Set(words.filter((word) => !GENRE_NOISE.has(word)));
}
