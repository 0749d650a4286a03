import { readFileSync } from 'node:fs';
import { sharedData } from '@deadwax/platform/shared-data';
import { describe, expect, it } from 'vitest';
import { DUMP_TABLES } from './columns.ts';
import { MUSICBRAINZ_TABLES } from './tables.ts';

const specification = sharedData('..', 'spec', 'mbdump-columns.tsv');

const KINDS: Record<string, string> = { SERIAL: 'int', INTEGER: 'int', SMALLINT: 'int', BOOLEAN: 'bool', UUID: 'uuid' };

describe('columns of the dump', () => {
  it.skipIf(specification === null)('stand in the order and have the kinds of the published schema', () => {
    const published = new Map<string, { name: string; kind: string }[]>();
    for (const line of readFileSync(specification ?? '', 'utf8')
      .trim()
      .split('\n')
      .slice(1)) {
      const [table = '', , name = '', type = ''] = line.split('\t');
      published.set(table, [...(published.get(table) ?? []), { name, kind: KINDS[type] ?? 'text' }]);
    }
    for (const { name, columns } of DUMP_TABLES) {
      const expected = published.get(name) ?? [];
      expect(
        columns.map((column) => column.name),
        name,
      ).toEqual(expected.map((column) => column.name));
      for (const [index, { kind, name: column }] of columns.entries()) {
        if (kind !== null) expect(kind, `${name}.${column}`).toBe(expected[index]?.kind);
      }
    }
  });

  it('are kept under the names of the dump, with a total order', () => {
    for (const { name, columns, orderBy, recordColumn } of MUSICBRAINZ_TABLES) {
      expect(Object.keys(columns), name).toEqual(expect.arrayContaining([...orderBy, recordColumn]));
    }
    expect(new Set(MUSICBRAINZ_TABLES.map(({ name }) => name)).size).toBe(MUSICBRAINZ_TABLES.length);
  });
});
