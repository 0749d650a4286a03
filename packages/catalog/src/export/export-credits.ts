import { sql } from 'kysely';
import type { CatalogDatabase } from '../database/tables.ts';

const BATCH = 5000;

const fields = sql`id, library_id, artist_name, track_title, track_position, track_artist_id, track_artist_link_confidence,
  track_artist_link_method`;

/** All credits of compilations by number, a line of JSON each. Holds some thousands at a time. */
export async function* exportCredits(db: CatalogDatabase): AsyncGenerator<string> {
  let after = 0;
  for (;;) {
    const { rows } = await sql<{ id: number; line: string }>`
      SELECT id, to_jsonb(credit)::text AS line
      FROM (SELECT ${fields} FROM compilation_track_artist WHERE id > ${after} ORDER BY id LIMIT ${sql.lit(BATCH)}) AS credit
      ORDER BY id`.execute(db);
    for (const { line } of rows) yield `${line}\n`;
    const last = rows.at(-1);
    if (rows.length < BATCH || last === undefined) return;
    after = last.id;
  }
}

/** Changes with everything that the export of credits shows, and with nothing else. */
export async function creditsWatermark(db: CatalogDatabase): Promise<string> {
  const { rows } = await sql<{ mark: string }>`
    SELECT md5(jsonb_build_array(count(*), sum(hash_record_extended(credit, 0)))::text) AS mark
    FROM (SELECT ${fields} FROM compilation_track_artist) AS credit`.execute(db);
  return rows[0]?.mark ?? '';
}
