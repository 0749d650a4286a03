import { sql } from 'kysely';
import type { CatalogDatabase } from '../database/tables.ts';
import { exportedFrom, exportedSql } from './exported-record.ts';

const BATCH = 1000;

/** All records by id, a line of JSON each. Holds a thousand at a time. */
export async function* exportLibrary(db: CatalogDatabase): AsyncGenerator<string> {
  let after = 0;
  for (;;) {
    const { rows } = await sql<{ id: number; line: string }>`
      SELECT l.id, (${exportedSql})::text AS line FROM ${exportedFrom}
      WHERE l.id > ${after} ORDER BY l.id LIMIT ${sql.lit(BATCH)}`.execute(db);
    for (const { line } of rows) yield `${line}\n`;
    const last = rows.at(-1);
    if (rows.length < BATCH || last === undefined) return;
    after = last.id;
  }
}
