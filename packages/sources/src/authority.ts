/** Columns every source's authority queries yield: the uniform shape that snapshot, index and resolver know sources by. */

export type Grain = 'artist' | 'group' | 'release' | 'recording';

/** A fine-grained source: one kind of entity of one authority, with one id grammar. */
export interface EntitySource {
  /** `discogs_artist`, `mb_release_group`, `spotify`, … Stored as data everywhere outside `sources/`. */
  readonly name: string;
  readonly grain: Grain;
  /** Authorities match as one: `discogs_artist` and `discogs_release` are both of `discogs`. */
  readonly family: string;
  /** Field of `main` this id fills, null for none. Dotted for the artist block: `artist.discogs_artist_id`. */
  readonly mainField: string | null;
  /** Ids are integers on the wire (Discogs), else strings. */
  readonly integerId: boolean;
  /** A record that names no artist may be known by its title alone: in a list of the user's own, a gap means nothing. */
  readonly titleAlone?: boolean;
  /** Id grammar; the whole id must match. */
  readonly pattern: RegExp;
  /** Public page of an id, or null where there is none. */
  url(id: string): string | null;
}

/** `artists`: source, id, name, comment, matchable */
export interface ArtistRow {
  source: string;
  id: string;
  name: string;
  comment: string | null;
  /** False for special rows (Various Artists, [unknown]): kept for credits, never linked. */
  matchable: boolean;
}

/**
 * Why a name leads to an artist. `preferred` and `credit_exact` aside, weaker roles follow `linkage/src/model.json`.
 * preferred: heading · variation: the source's own name variation · credit: as printed on a release (ANV) · sort_name ·
 * alias: name of another identity the source links · member: a member's name leading to the group · group: the group's name leading to a member
 */
export type NameRole = 'preferred' | 'variation' | 'credit' | 'sort_name' | 'alias' | 'member' | 'group';

/** `artistNames`: source, artist_id, role, name, related_id */
export interface ArtistNameRow {
  source: string;
  artist_id: string;
  role: NameRole;
  name: string;
  /** The other entity for alias, member and group; else null. */
  related_id: string | null;
}

/** `releases`: source, id, grain, group_source, group_id, title, year, country, format, is_main, matchable */
export interface ReleaseRow {
  source: string;
  id: string;
  grain: 'group' | 'release';
  group_source: string | null;
  group_id: string | null;
  title: string;
  year: number | null;
  country: string | null;
  format: string | null;
  /** The group's own choice of representative release. */
  is_main: boolean;
  matchable: boolean;
}

/** `releaseTitles` (titles beside the main one): source, release_id, title */
/** `releaseCredits`: source, release_id, position, artist_source, artist_id (null = unlinked), name (as printed), join_phrase */
/** `releaseLabels`: source, release_id, label, catalog_number */
/** `releaseBarcodes`: source, release_id, barcode (digits only, check digit not verified) */
/** `redirects`: source, old_id, new_id */

/** Yields source_a, id_a, source_b, id_b, via_table, via_property, ended (BOOLEAN), rank (`normal` | `preferred`). */
export interface CrossReferenceQuery {
  readonly name: string;
  readonly sql: string;
}
