import { sql } from 'kysely';
import type { PgBoss } from 'pg-boss';
import { jsonRows } from '../database/json-rows.ts';
import type { CatalogDatabase } from '../database/tables.ts';
import { askAgain } from '../push/ask-again.ts';

export interface TrackCredit {
  readonly artistName: string;
  readonly trackTitle: string | null;
  readonly trackPosition: string | null;
}

/**
 * Adds credits to a record, those that are there left alone. Credits make a record a compilation: it is asked about again. Gives
 * how many are new; null where the record is not there.
 */
export async function addTracks(
  transaction: CatalogDatabase,
  queue: PgBoss,
  { libraryId, credits }: { libraryId: number; credits: readonly TrackCredit[] },
): Promise<number | null> {
  const { rows: records } = await sql`SELECT id FROM library WHERE id = ${libraryId} FOR NO KEY UPDATE`.execute(
    transaction,
  );
  if (records.length === 0) return null;
  const { rows } = await sql`
    INSERT INTO compilation_track_artist (library_id, artist_name, track_title, track_position)
    SELECT ${libraryId}::integer, "artistName", "trackTitle", "trackPosition"
    FROM jsonb_to_recordset(${jsonRows(credits)}) AS credit ("artistName" text, "trackTitle" text, "trackPosition" text)
    ON CONFLICT (library_id, artist_name, track_title) DO NOTHING
    RETURNING id`.execute(transaction);
  if (rows.length > 0) await askAgain(transaction, queue, [{ libraryId, rowChanged: false }]);
  return rows.length;
}
