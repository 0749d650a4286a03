import type { ColumnType, TableDefinition } from '../source.ts';

type Columns = Readonly<Record<string, ColumnType>>;

function table(
  name: string,
  group: string,
  columns: Columns,
  order: readonly string[] = ['position'],
): TableDefinition {
  const recordColumn = name === group ? 'id' : `${group}_id`;
  const orderBy = name === group ? [recordColumn] : [recordColumn, ...order];
  return { name, columns, recordColumn, recordGroup: group, orderBy };
}

const MEMBER_OF_RECORD = { position: 'INTEGER' } as const;
const NAMES: Columns = { name: 'VARCHAR', anv: 'VARCHAR', join_phrase: 'VARCHAR', role: 'VARCHAR' };
const VIDEO: Columns = {
  ...MEMBER_OF_RECORD,
  src: 'VARCHAR',
  duration: 'INTEGER',
  embed: 'BOOLEAN',
  title: 'VARCHAR',
  description: 'VARCHAR',
};
const LINK: Columns = { ...MEMBER_OF_RECORD, url: 'VARCHAR', kind: 'VARCHAR', external_id: 'VARCHAR' };

function ofArtist(name: string, columns: Columns): TableDefinition {
  return table(name, 'artist', { artist_id: 'BIGINT', ...columns });
}

function ofLabel(name: string, columns: Columns): TableDefinition {
  return table(name, 'label', { label_id: 'BIGINT', ...columns });
}

function ofMaster(name: string, columns: Columns): TableDefinition {
  return table(name, 'master', { master_id: 'BIGINT', ...columns });
}

function ofRelease(name: string, columns: Columns, order?: readonly string[]): TableDefinition {
  return table(name, 'release', { release_id: 'BIGINT', ...columns }, order);
}

function mentions(other: string): Columns {
  return { ...MEMBER_OF_RECORD, [`${other}_id`]: 'BIGINT', [`${other}_name`]: 'VARCHAR' };
}

const ARTIST_TABLES = [
  table('artist', 'artist', {
    id: 'BIGINT',
    name: 'VARCHAR',
    realname: 'VARCHAR',
    profile: 'VARCHAR',
    data_quality: 'VARCHAR',
  }),
  ofArtist('artist_name_variation', { ...MEMBER_OF_RECORD, name: 'VARCHAR' }),
  ofArtist('artist_alias', mentions('alias')),
  ofArtist('artist_member', mentions('member')),
  ofArtist('artist_group', mentions('group')),
  ofArtist('artist_url', LINK),
];

const LABEL_TABLES = [
  table('label', 'label', {
    id: 'BIGINT',
    name: 'VARCHAR',
    contactinfo: 'VARCHAR',
    profile: 'VARCHAR',
    data_quality: 'VARCHAR',
    parent_id: 'BIGINT',
    parent_name: 'VARCHAR',
  }),
  ofLabel('label_url', LINK),
  ofLabel('label_sublabel', mentions('sublabel')),
];

const MASTER_TABLES = [
  table('master', 'master', {
    id: 'BIGINT',
    title: 'VARCHAR',
    year: 'INTEGER',
    main_release_id: 'BIGINT',
    notes: 'VARCHAR',
    data_quality: 'VARCHAR',
  }),
  ofMaster('master_artist', { ...MEMBER_OF_RECORD, artist_id: 'BIGINT', ...NAMES, tracks: 'VARCHAR' }),
  ofMaster('master_genre', { ...MEMBER_OF_RECORD, genre: 'VARCHAR' }),
  ofMaster('master_style', { ...MEMBER_OF_RECORD, style: 'VARCHAR' }),
  ofMaster('master_video', VIDEO),
];

const RELEASE_TABLES = [
  table('release', 'release', {
    id: 'BIGINT',
    status: 'VARCHAR',
    title: 'VARCHAR',
    country: 'VARCHAR',
    released: 'VARCHAR',
    year: 'INTEGER',
    notes: 'VARCHAR',
    data_quality: 'VARCHAR',
    master_id: 'BIGINT',
    is_main_release: 'BOOLEAN',
  }),
  ofRelease(
    'release_artist',
    { extra: 'INTEGER', ...MEMBER_OF_RECORD, artist_id: 'BIGINT', ...NAMES, tracks: 'VARCHAR' },
    ['extra', 'position'],
  ),
  ofRelease('release_label', { ...mentions('label'), catno: 'VARCHAR' }),
  ofRelease('release_format', {
    ...MEMBER_OF_RECORD,
    name: 'VARCHAR',
    quantity: 'INTEGER',
    text: 'VARCHAR',
    descriptions: 'VARCHAR',
  }),
  ofRelease('release_genre', { ...MEMBER_OF_RECORD, genre: 'VARCHAR' }),
  ofRelease('release_style', { ...MEMBER_OF_RECORD, style: 'VARCHAR' }),
  ofRelease('release_identifier', {
    ...MEMBER_OF_RECORD,
    type: 'VARCHAR',
    value: 'VARCHAR',
    description: 'VARCHAR',
    digits: 'VARCHAR',
  }),
  ofRelease('release_company', {
    ...mentions('company'),
    catno: 'VARCHAR',
    entity_type: 'INTEGER',
    entity_type_name: 'VARCHAR',
  }),
  ofRelease('release_series', { ...mentions('series'), catno: 'VARCHAR' }),
  ofRelease(
    'release_track',
    {
      sequence: 'INTEGER',
      parent_sequence: 'INTEGER',
      position: 'VARCHAR',
      title: 'VARCHAR',
      duration: 'VARCHAR',
    },
    ['sequence'],
  ),
  ofRelease(
    'release_track_artist',
    { track_sequence: 'INTEGER', extra: 'INTEGER', ...MEMBER_OF_RECORD, artist_id: 'BIGINT', ...NAMES },
    ['track_sequence', 'extra', 'position'],
  ),
  ofRelease('release_video', VIDEO),
];

export const DISCOGS_TABLES: readonly TableDefinition[] = [
  ...ARTIST_TABLES,
  ...LABEL_TABLES,
  ...MASTER_TABLES,
  ...RELEASE_TABLES,
];
