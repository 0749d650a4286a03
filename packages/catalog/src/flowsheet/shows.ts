import type { Show } from '@deadwax/contract/catalog-schemas';
import { sql } from 'kysely';
import type { CatalogDatabase } from '../database/tables.ts';

const COLUMNS = sql`id, dj_name, specialty, to_jsonb(start_time) AS start_time, to_jsonb(end_time) AS end_time`;

export async function startShow(
  db: CatalogDatabase,
  { djName, specialty }: { readonly djName: string; readonly specialty: string | null },
): Promise<Show> {
  const { rows } = await sql<Show>`
    INSERT INTO show (dj_name, specialty) VALUES (${djName}, ${specialty}) RETURNING ${COLUMNS}`.execute(db);
  return rows[0] as Show;
}

/** Ends a show; one that is over stays as it ended. Null where it is not there. */
export async function endShow(db: CatalogDatabase, showId: number): Promise<Show | null> {
  const { rows } = await sql<Show>`
    UPDATE show SET end_time = coalesce(end_time, greatest(now(), start_time)) WHERE id = ${showId}
    RETURNING ${COLUMNS}`.execute(db);
  return rows[0] ?? null;
}
