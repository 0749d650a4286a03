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
export const releaseFlag = {
  pressing: 1,
  main: 2,
  matchable: 4,
  /** Called as its group is. */
  titleOfGroup: 8,
  /** Credited to its one artist by the heading. */
  creditOfArtist: 16,
  /** Credited as its group is. */
  creditOfGroup: 32,
} as const;
export const linkFlag = { ended: 1, preferred: 2, asserted: 4 } as const;

/** No group. */
export const none = 0xffffffff;

export interface IndexSource {
  readonly name: string;
  readonly family: string;
  readonly grain: Grain;
}

export type IdForm = 'number' | 'uuid' | 'text';

/** The ids of one source under neighbouring numbers: artists, releases, then ids that only links name. */
export interface IdRange {
  /** Place in `sources`. */
  readonly source: number;
  readonly first: number;
  readonly count: number;
  readonly form: IdForm;
  /** Stands before each number: `Q`. */
  readonly prefix: string;
  readonly section: string;
}

/** A relation that every member of a group has to its group: said once here, not with each of them. */
export interface GroupRelation {
  readonly releases: number;
  readonly groups: number;
  readonly property: string;
}

/** What an index says of itself. Sources are stored as numbers: their place in `sources`. */
export interface IndexMeta {
  readonly sources: readonly IndexSource[];
  readonly formats: readonly string[];
  readonly countries: readonly string[];
  /** 0 for none. */
  readonly years: readonly number[];
  readonly properties: readonly string[];
  readonly ids: readonly IdRange[];
  readonly groupRelations: readonly GroupRelation[];
  readonly artists: number;
  readonly names: number;
  readonly releases: number;
  /** Names of labels. */
  readonly labels: number;
  readonly normaliserVersion: string;
}
