import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { idList, jsonRows, plainJsonRows } from '../../src/database/json-rows.ts';
import { openEmptyCatalog } from '../jobs/open-empty-catalog.ts';
import { dialects } from '../jobs/open-test-database.ts';

describe.each(dialects)('parameters on %s', (dialect) => {
  let catalog: Awaited<ReturnType<typeof openEmptyCatalog>>;
  beforeAll(async () => {
    catalog = await openEmptyCatalog(dialect);
  });
  afterAll(() => catalog?.close());

  // A statement takes 65,535 parameters at most.
  it.each([0, 1, 2, 70_000])('take a list of %i numbers as one parameter, never one for each', async (length) => {
    const ids = Array.from({ length }, (_, place) => place + 1);
    const query = sql<{ count: number; sum: string | null }>`
      SELECT count(*)::integer AS count, sum(n)::text AS sum FROM generate_series(1, 80000) AS n WHERE n IN ${idList(ids)}`;
    expect(query.compile(catalog.database.db).parameters).toHaveLength(1);
    const { rows } = await query.execute(catalog.database.db);
    expect(rows).toEqual([{ count: length, sum: length === 0 ? null : String((length * (length + 1)) / 2) }]);
  });

  it.each([
    ['jsonRows', jsonRows, 'jsonb_to_recordset'],
    ['plainJsonRows', plainJsonRows, 'json_to_recordset'],
  ] as const)('of %s that are undefined arrive as null, and fail no row', async (_name, pack, unpack) => {
    const rows = [{ id: 1, label: undefined }, { id: 2, label: null }, { id: 3, label: 'Duophonic' }, { id: 4 }];
    const { rows: arrived } = await sql`
      SELECT id, label FROM ${sql.raw(unpack)}(${pack(rows)}) AS given (id integer, label text) ORDER BY id`.execute(
      catalog.database.db,
    );
    expect(arrived).toEqual([
      { id: 1, label: null },
      { id: 2, label: null },
      { id: 3, label: 'Duophonic' },
      { id: 4, label: null },
    ]);
  });
});
