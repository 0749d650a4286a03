/** Missing and empty mean the same in a dump: newer ones leave empty elements out. */
export function orNull(text: string): string | null {
  return text === '' ? null : text;
}

/**
 * Year of a release date as Discogs writes it, else null.
 *
 *     1999-03-00  1999
 *     2003        2003
 *     Unknown     null
 *     0000        null
 */
export function parseYear(released: string): number | null {
  const year = /^\s*(\d{4})(?!\d)/.exec(released)?.[1];
  return year === undefined ? null : plausibleYear(Number(year));
}

/** No recording is older than 1860; 0 stands for unknown. */
export function plausibleYear(year: number | null): number | null {
  return year !== null && year >= 1860 && year <= 2100 ? year : null;
}

const MAX_INTEGER = 2_147_483_647;

/** Quantities and durations are typed by hand: one that no column of integers holds says nothing. */
export function plausibleInteger(value: number | null): number | null {
  return value !== null && Math.abs(value) <= MAX_INTEGER ? value : null;
}
