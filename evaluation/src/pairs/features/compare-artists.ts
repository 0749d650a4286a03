import { similarity } from '@deadwax/linkage/compare/similarity';
import { artistKey } from '@deadwax/linkage/normalise/keys';
import { splitCredit } from '@deadwax/linkage/variants/joined-credit';
import type { TrackRecord } from '../read-pairs.ts';
import { untokenise } from './untokenise.ts';

const ALIKE = 0.85;

export function artistsOf(credit: string): string[] {
  return splitCredit(untokenise(credit));
}

/** Share of the shorter list with a counterpart in the longer, as -1 to 1; 0 where a list is empty. */
export function compareArtists(a: readonly string[], b: readonly string[]): number {
  const [short, long] = a.length <= b.length ? [keysOf(a), keysOf(b)] : [keysOf(b), keysOf(a)];
  if (short.length === 0) return 0;
  const found = short.filter((key) => long.some((other) => similarity(key, other) >= ALIKE));
  return (2 * found.length) / short.length - 1;
}

function keysOf(names: readonly string[]): string[] {
  return [...new Set(names.map(artistKey))].filter((key) => key !== '');
}

const OTHER_PLAYERS =
  /\b(?:karaoke|tribute|made (?:famous|popular)|in the style of|originally performed|accompaniment)\b/i;

/** 1 where one side alone is a performance for singers or imitators to fill, 0 where both are or neither. */
export function playersClash(a: TrackRecord, b: TrackRecord): number {
  return isByOthers(a) === isByOthers(b) ? 0 : 1;
}

function isByOthers({ song, artist, album }: TrackRecord): boolean {
  return [song, artist, album].some((text) => OTHER_PLAYERS.test(text));
}
