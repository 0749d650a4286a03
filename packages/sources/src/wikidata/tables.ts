import type { TableDefinition } from '../source.ts';

const RECORD = { recordColumn: 'qid', recordGroup: 'entity' } as const;

export const WIKIDATA_TABLES: readonly TableDefinition[] = [
  {
    ...RECORD,
    name: 'entity',
    columns: { qid: 'VARCHAR', kind: 'VARCHAR', label: 'VARCHAR', description: 'VARCHAR', year: 'INTEGER' },
    orderBy: ['qid'],
  },
  {
    ...RECORD,
    name: 'entity_label',
    columns: { qid: 'VARCHAR', language: 'VARCHAR', value: 'VARCHAR' },
    orderBy: ['qid', 'language'],
  },
  {
    ...RECORD,
    name: 'entity_alias',
    columns: { qid: 'VARCHAR', language: 'VARCHAR', value: 'VARCHAR' },
    orderBy: ['qid', 'language', 'value'],
  },
  {
    ...RECORD,
    name: 'claim_external_id',
    columns: {
      qid: 'VARCHAR',
      property: 'VARCHAR',
      value: 'VARCHAR',
      rank: 'VARCHAR',
      ended: 'BOOLEAN',
      best: 'BOOLEAN',
    },
    orderBy: ['qid', 'property', 'value'],
  },
  {
    ...RECORD,
    name: 'claim_item',
    columns: {
      qid: 'VARCHAR',
      property: 'VARCHAR',
      position: 'INTEGER',
      value_qid: 'VARCHAR',
      rank: 'VARCHAR',
      best: 'BOOLEAN',
    },
    orderBy: ['qid', 'property', 'position'],
  },
];
