import type { Grain, NameRole } from '@deadwax/sources/authority';

/** Name roles as stored: the place in this list is the stored number. */
export const nameRoles: readonly NameRole[] = [
  'preferred',
  'variation',
  'credit',
  'sort_name',
  'alias',
  'member',
  'group',
];

export const artistFlag = { matchable: 1, placeholder: 2, various: 4 } as const;
export const releaseFlag = { pressing: 1, main: 2, matchable: 4 } as const;
export const linkFlag = { ended: 1, preferred: 2, asserted: 4 } as const;

/** No group. */
export const none = 0xffffffff;

export interface IndexSource {
  readonly name: string;
  readonly family: string;
  readonly grain: Grain;
}

/** What an index says of itself. Sources are stored as numbers: their place in `sources`. */
export interface IndexMeta {
  readonly sources: readonly IndexSource[];
  readonly formats: readonly string[];
  readonly countries: readonly string[];
  readonly properties: readonly string[];
  readonly artists: number;
  readonly names: number;
  readonly releases: number;
  readonly normaliserVersion: string;
}
