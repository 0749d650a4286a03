import { sql } from 'kysely';
import type { CatalogDatabase } from '../database/tables.ts';

export interface ArtistSource {
  readonly artistId: number;
  readonly source: string;
}

export interface ArtistChange extends ArtistSource {
  readonly actor: string;
  /** Why, beside what was done; null where the person said nothing. */
  readonly reason: string | null;
}

export interface StandingArtistId {
  readonly external_id: string;
  readonly origin: 'staff' | 'resolver';
}

/** The id that stands of a source; null where none does. */
export async function findStandingId(
  db: CatalogDatabase,
  { artistId, source }: ArtistSource,
): Promise<StandingArtistId | null> {
  const found = await db
    .selectFrom('artist_identity')
    .select(['external_id', 'origin'])
    .where('artist_id', '=', artistId)
    .where('source', '=', source)
    .executeTakeFirst();
  return found ?? null;
}

/** Keeps what stands of a source, which is about to change. */
export async function keepReplaced(
  transaction: CatalogDatabase,
  { artistId, source, actor, reason }: ArtistChange,
  { standing, done }: { standing: StandingArtistId | null; done: `set ${string}` | `clear ${string}` },
): Promise<void> {
  const why = reason?.replaceAll('\0', '').trim() || null;
  await transaction
    .insertInto('artist_identity_history')
    .values({
      artist_id: artistId,
      source,
      external_id: standing?.external_id ?? null,
      origin: standing?.origin ?? null,
      superseded_reason: why === null ? done : `${done}: ${why}`,
      reason_category: done.startsWith('set') ? 'manual' : 'revoked',
      actor,
    })
    .execute();
}

/** Makes an id staff's word. */
export async function upsertStaffId(
  transaction: CatalogDatabase,
  { artistId, source, actor }: Omit<ArtistChange, 'reason'>,
  externalId: string,
): Promise<void> {
  await sql`
    INSERT INTO artist_identity AS stored (artist_id, source, external_id, origin, actor)
    VALUES (${artistId}, ${source}, ${externalId}, 'staff', ${actor})
    ON CONFLICT (artist_id, source) DO UPDATE SET external_id = excluded.external_id, origin = excluded.origin,
      actor = excluded.actor, confidence = NULL, set_at = now()`.execute(transaction);
}
