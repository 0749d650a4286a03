import type { DuckDBConnection } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allEntitySources, builtInSources } from '../../src/registry.ts';
import type { AuthorityQueries, Source, Value } from '../../src/source.ts';
import { loadDuckdb, queryRows } from '../load-duckdb.ts';
import { type Files, useTempFolders } from '../temp-folder.ts';
import { AUTHORITY_COLUMNS, CROSS_REFERENCE_COLUMNS } from './authority-columns.ts';
import { readFolder } from './read-folder.ts';

export interface AuthorityCase {
  readonly source: Source;
  /** A small sound dump that has something for each of the source's queries. */
  readonly sound: Files;
  /** Queries it has nothing for, with the reason. */
  readonly silent?: Partial<Readonly<Record<keyof AuthorityQueries, string>>>;
}

type QueryName = keyof typeof AUTHORITY_COLUMNS;
type Row = Readonly<Record<string, Value>>;

const ROLES = ['preferred', 'variation', 'credit', 'sort_name', 'alias', 'member', 'group'];

/** What the rest of the system relies on in any source: one suite, a small file for each source. */
export function describeAuthority({ source, sound, silent = {} }: AuthorityCase): void {
  const makeFolder = useTempFolders();
  const known = new Map(allEntitySources([...builtInSources, source]).map((entity) => [entity.name, entity]));
  const queries = Object.keys(AUTHORITY_COLUMNS) as QueryName[];
  let connection: DuckDBConnection;

  beforeAll(async () => {
    const { context } = await readFolder(source, await makeFolder(sound));
    connection = await loadDuckdb(source, context.sink);
  });
  afterAll(() => connection.closeSync());

  const ask = async (name: QueryName): Promise<Row[]> => {
    const sql = source.authority[name];
    return sql === null ? [] : queryRows(connection, sql);
  };
  const describeColumns = async (sql: string) => {
    const described = await queryRows(connection, `DESCRIBE ${sql}`);
    return Object.fromEntries(described.map(({ column_name, column_type }) => [column_name, column_type]));
  };
  const expectId = (name: Value | undefined, id: Value | undefined) => {
    expect(known.get(String(name)), `source ${name}`).toBeDefined();
    expect(id, `id of ${name}`).toMatch(known.get(String(name))!.pattern);
  };

  describe(`the authority queries of ${source.name}`, () => {
    it.each(queries)('%s has the columns and types of every source', async (name) => {
      const sql = source.authority[name];
      if (sql !== null) expect(await describeColumns(sql)).toEqual(AUTHORITY_COLUMNS[name]);
    });

    it.each(queries)('%s finds something, or says why not', async (name) => {
      const isEmpty = (await ask(name)).length === 0;
      const reason = source.authority[name] === null ? 'the source has none' : silent[name];
      expect(isEmpty, reason).toBe(reason !== undefined);
    });

    it('names every artist and every release, once', async () => {
      for (const [name, column] of [
        ['artists', 'name'],
        ['releases', 'title'],
      ] as const) {
        const rows = await ask(name);
        for (const row of rows) {
          expectId(row.source, row.id);
          if (row.matchable) expect(String(row[column]).trim()).not.toBe('');
        }
        expect(new Set(rows.map(({ source: each, id }) => `${each} ${id}`)).size).toBe(rows.length);
      }
    });

    it('gives each artist a preferred name, and names of known roles', async () => {
      const artists = new Set((await ask('artists')).map(({ id }) => id));
      const names = await ask('artistNames');
      for (const row of names) {
        expectId(row.source, row.artist_id);
        expect(ROLES).toContain(row.role);
        expect(String(row.name).trim()).not.toBe('');
        if (row.related_id !== null) expectId(row.source, row.related_id);
      }
      const preferred = new Set(names.filter(({ role }) => role === 'preferred').map((row) => row.artist_id));
      expect(preferred).toEqual(artists);
      expect(new Set(names.map((row) => JSON.stringify(row))).size).toBe(names.length);
    });

    it('hangs titles, credits, labels and barcodes on releases it has', async () => {
      const releases = new Set((await ask('releases')).map((row) => `${row.source} ${row.id}`));
      for (const name of ['releaseTitles', 'releaseCredits', 'releaseLabels', 'releaseBarcodes'] as const) {
        for (const row of await ask(name)) expect(releases).toContain(`${row.source} ${row.release_id}`);
      }
      for (const row of await ask('releases')) {
        expect(row.grain).toBe(known.get(String(row.source))?.grain);
        expect(row.group_id === null).toBe(row.group_source === null);
        if (row.group_id !== null) expectId(row.group_source, row.group_id);
      }
      for (const row of await ask('releaseCredits')) {
        expect(known.get(String(row.artist_source))?.grain).toBe('artist');
        if (row.artist_id !== null) expectId(row.artist_source, row.artist_id);
        expect(String(row.name).trim()).not.toBe('');
      }
      for (const row of await ask('releaseBarcodes')) expect(row.barcode).toMatch(/^\d+$/);
    });

    it('refers across sources by ids that these sources have', async () => {
      const all: Row[] = [];
      for (const { name, sql } of source.authority.crossReferences) {
        expect(await describeColumns(sql), name).toEqual(CROSS_REFERENCE_COLUMNS);
        all.push(...(await queryRows(connection, sql)));
      }
      for (const row of all) {
        expectId(row.source_a, row.id_a);
        expectId(row.source_b, row.id_b);
        expect(['normal', 'preferred']).toContain(row.rank);
        expect(typeof row.ended).toBe('boolean');
      }
      const hasNone = source.authority.crossReferences.length === 0 || silent.crossReferences !== undefined;
      expect(all.length > 0).toBe(!hasNone);
    });
  });
}
