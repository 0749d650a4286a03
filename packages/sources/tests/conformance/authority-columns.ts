import type { ArtistNameRow, ArtistRow, ReleaseRow } from '../../src/authority.ts';
import type { AuthorityQueries } from '../../src/source.ts';

type QueryName = Exclude<keyof AuthorityQueries, 'crossReferences'>;
type Type = 'VARCHAR' | 'BOOLEAN' | 'INTEGER';
type Columns = Readonly<Record<string, Type>>;

/** Every column of a row type has its place here: one that is added there is missed here. */
const ARTIST: Readonly<Record<keyof ArtistRow, Type>> = {
  source: 'VARCHAR',
  id: 'VARCHAR',
  name: 'VARCHAR',
  comment: 'VARCHAR',
  matchable: 'BOOLEAN',
};

const ARTIST_NAME: Readonly<Record<keyof ArtistNameRow, Type>> = {
  source: 'VARCHAR',
  artist_id: 'VARCHAR',
  role: 'VARCHAR',
  name: 'VARCHAR',
  related_id: 'VARCHAR',
};

const RELEASE: Readonly<Record<keyof ReleaseRow, Type>> = {
  source: 'VARCHAR',
  id: 'VARCHAR',
  grain: 'VARCHAR',
  group_source: 'VARCHAR',
  group_id: 'VARCHAR',
  title: 'VARCHAR',
  year: 'INTEGER',
  country: 'VARCHAR',
  format: 'VARCHAR',
  is_main: 'BOOLEAN',
  matchable: 'BOOLEAN',
};

const ID = { source: 'VARCHAR', release_id: 'VARCHAR' } as const;

/** Columns of each authority query, with the type they are cast to. */
export const AUTHORITY_COLUMNS: Readonly<Record<QueryName, Columns>> = {
  artists: ARTIST,
  artistNames: ARTIST_NAME,
  releases: RELEASE,
  releaseTitles: { ...ID, title: 'VARCHAR' },
  releaseCredits: {
    ...ID,
    position: 'INTEGER',
    artist_source: 'VARCHAR',
    artist_id: 'VARCHAR',
    name: 'VARCHAR',
    join_phrase: 'VARCHAR',
  },
  releaseLabels: { ...ID, label: 'VARCHAR', catalog_number: 'VARCHAR' },
  releaseBarcodes: { ...ID, barcode: 'VARCHAR' },
  redirects: { source: 'VARCHAR', old_id: 'VARCHAR', new_id: 'VARCHAR' },
};

export const CROSS_REFERENCE_COLUMNS: Columns = {
  source_a: 'VARCHAR',
  id_a: 'VARCHAR',
  source_b: 'VARCHAR',
  id_b: 'VARCHAR',
  via_table: 'VARCHAR',
  via_property: 'VARCHAR',
  ended: 'BOOLEAN',
  rank: 'VARCHAR',
};
