import type { RotationEntry } from '@deadwax/contract/catalog-schemas';
import { type RawBuilder, sql } from 'kysely';
import type { CatalogDatabase } from '../database/tables.ts';
import {
  type IdentityColumns,
  identityColumnsSql,
  joinIdentity,
  presentRecordIdentity,
} from '../identity/present-record-identity.ts';

const COLUMNS = sql`
  r.id, r.library_id, r.bin, to_char(r.add_date, 'YYYY-MM-DD') AS add_date, to_char(r.kill_date, 'YYYY-MM-DD') AS kill_date,
  r.artist_name, r.album_title, r.label`;

/** Entries that meet a condition over `rotation r`, with the identity of their records; heaviest bin first, then by artist. */
export async function listRotation(db: CatalogDatabase, condition: RawBuilder<unknown>): Promise<RotationEntry[]> {
  const { rows } = await sql<Omit<RotationEntry, 'identity'> & IdentityColumns>`
    SELECT ${COLUMNS}, ${identityColumnsSql} FROM rotation r
    ${joinIdentity(sql`r.library_id`)}
    WHERE ${condition}
    ORDER BY array_position(ARRAY['H', 'M', 'L', 'S'], r.bin), r.artist_name, r.id`.execute(db);
  return rows.map(({ identity_shown, ...entry }) => ({
    ...entry,
    identity: entry.library_id === null ? null : presentRecordIdentity({ identity_shown }),
  }));
}

/** Of `rotation r`: in the rotation on this day, begun and not ended yet. */
export const isActiveSql = sql`(r.add_date <= current_date AND (r.kill_date IS NULL OR r.kill_date > current_date))`;

export interface NewRotationEntry {
  readonly libraryId: number | null;
  readonly bin: RotationEntry['bin'];
  readonly addDate: string | null;
  readonly killDate: string | null;
  readonly artistName: string | null;
  readonly albumTitle: string | null;
  readonly label: string | null;
}

/** Adds an entry; its names are those of the library's record where none are given. Null where there are none at all. */
export async function addRotationEntry(db: CatalogDatabase, entry: NewRotationEntry): Promise<number | null> {
  const { rows } = await sql<{ id: number }>`
    INSERT INTO rotation (library_id, bin, add_date, kill_date, artist_name, album_title, label)
    SELECT ${entry.libraryId}::integer, ${entry.bin}, coalesce(${entry.addDate}::date, current_date), ${entry.killDate}::date,
      coalesce(${entry.artistName}::text, l.artist_name), coalesce(${entry.albumTitle}::text, l.album_title),
      coalesce(${entry.label}::text, l.label)
    FROM (SELECT 1) AS one LEFT JOIN library l ON l.id = ${entry.libraryId}::integer
    WHERE coalesce(${entry.artistName}::text, l.artist_name) IS NOT NULL
      AND coalesce(${entry.albumTitle}::text, l.album_title) IS NOT NULL
    RETURNING id`.execute(db);
  return rows[0]?.id ?? null;
}

/** Moves an entry; what is not named stays. False where it is not there. */
export async function editRotationEntry(
  db: CatalogDatabase,
  id: number,
  { bin, killDate }: { readonly bin: RotationEntry['bin'] | undefined; readonly killDate: string | null | undefined },
): Promise<boolean> {
  const { rows } = await sql`
    UPDATE rotation SET bin = coalesce(${bin ?? null}::text, bin),
      kill_date = CASE WHEN ${killDate === undefined} THEN kill_date ELSE ${killDate ?? null}::date END
    WHERE id = ${id} RETURNING id`.execute(db);
  return rows.length > 0;
}

/** An entry that is there. */
export async function getRotationEntry(db: CatalogDatabase, id: number): Promise<RotationEntry> {
  const [entry] = await listRotation(db, sql`r.id = ${id}`);
  if (entry === undefined) throw new Error(`the rotation has no entry ${id}`);
  return entry;
}
