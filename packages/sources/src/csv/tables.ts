import type { TableDefinition } from '../source.ts';

export const CSV_TABLES: readonly TableDefinition[] = [
  {
    name: 'artist',
    columns: { id: 'VARCHAR', name: 'VARCHAR', matchable: 'BOOLEAN' },
    recordColumn: 'id',
    recordGroup: 'artist',
    orderBy: ['id'],
  },
  {
    name: 'artist_variant',
    columns: { artist_id: 'VARCHAR', name: 'VARCHAR' },
    recordColumn: 'artist_id',
    recordGroup: 'artist',
    orderBy: ['artist_id', 'name'],
  },
  {
    name: 'release',
    columns: {
      id: 'VARCHAR',
      title: 'VARCHAR',
      artist: 'VARCHAR',
      artist_id: 'VARCHAR',
      year: 'INTEGER',
      label: 'VARCHAR',
      catalog_number: 'VARCHAR',
      barcode: 'VARCHAR',
      format: 'VARCHAR',
    },
    recordColumn: 'id',
    recordGroup: 'release',
    orderBy: ['id'],
  },
  {
    name: 'release_variant',
    columns: { release_id: 'VARCHAR', title: 'VARCHAR' },
    recordColumn: 'release_id',
    recordGroup: 'release',
    orderBy: ['release_id', 'title'],
  },
];
