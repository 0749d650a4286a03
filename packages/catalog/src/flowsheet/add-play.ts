import { sql } from 'kysely';
import type { PgBoss } from 'pg-boss';
import type { CatalogDatabase } from '../database/tables.ts';
import { askAgain } from '../push/ask-again.ts';
import { sendAll } from '../queue/send.ts';

/** An entry of the flowsheet, as a DJ logs it. Texts have been tidied and checked. */
export interface FlowsheetEntry {
  readonly showId: number | null;
  /** The record in the library that was played; null of one that is in none. */
  readonly libraryId: number | null;
  readonly rotationId: number | null;
  readonly entryType: string;
  readonly artistName: string | null;
  readonly albumTitle: string | null;
  readonly trackTitle: string | null;
  readonly label: string | null;
  readonly requestFlag: boolean;
  readonly message: string | null;
}

/**
 * Logs an entry. In the same transaction, what was played is asked about: the library's record where it was never answered, or
 * the names themselves where the library has none. Gives the entry's id.
 */
export async function addFlowsheetEntry(
  transaction: CatalogDatabase,
  queue: PgBoss,
  entry: FlowsheetEntry,
): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    INSERT INTO flowsheet (show_id, library_id, rotation_id, entry_type, artist_name, album_title, track_title, label,
      request_flag, message)
    SELECT ${entry.showId}::integer, ${entry.libraryId}::integer, ${entry.rotationId}::integer, ${entry.entryType},
      coalesce(${entry.artistName}::text, l.artist_name), coalesce(${entry.albumTitle}::text, l.album_title),
      ${entry.trackTitle}, coalesce(${entry.label}::text, l.label), ${entry.requestFlag}, ${entry.message}
    FROM (SELECT 1) AS one LEFT JOIN library l ON l.id = ${entry.libraryId}::integer
    RETURNING id::text AS id`.execute(transaction);
  const id = (rows[0] as { id: string }).id;
  if (entry.entryType !== 'track') return id;
  if (entry.libraryId !== null) await askIfNeverAnswered(transaction, queue, entry.libraryId);
  else if (entry.artistName !== null || entry.albumTitle !== null) {
    await sql`INSERT INTO flowsheet_identity (flowsheet_id, status) VALUES (${id}::bigint, 'pending')`.execute(
      transaction,
    );
    await sendAll(queue, transaction, { name: 'identity.flowsheet', messages: [{ flowsheetId: id }], priority: 5 });
  }
  return id;
}

async function askIfNeverAnswered(transaction: CatalogDatabase, queue: PgBoss, libraryId: number): Promise<void> {
  const { rows } = await sql<{ answered: boolean }>`
    SELECT EXISTS (
      SELECT 1 FROM library_attempt WHERE library_id = ${libraryId} AND (attempted_at IS NOT NULL OR pending_since IS NOT NULL)
    ) AS answered`.execute(transaction);
  if (rows[0]?.answered !== true) await askAgain(transaction, queue, [{ libraryId, rowChanged: false }]);
}
