import type { Grain } from '@deadwax/sources/authority';

/** Artists compare with artists, albums (groups and pressings) with albums, recordings with recordings. */
export function areComparable(a: Grain, b: Grain): boolean {
  return kindOf(a) === kindOf(b);
}

function kindOf(grain: Grain): Grain {
  return grain === 'group' ? 'release' : grain;
}
