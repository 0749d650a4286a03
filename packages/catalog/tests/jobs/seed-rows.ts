import { sql } from 'kysely';
import { jsonRows } from '../../src/database/json-rows.ts';
import type { CatalogDatabase } from '../../src/database/tables.ts';

/** A library row as a test wants it. Times are ISO 8601; what is left out is not there. */
export interface Seed {
  readonly artist?: string;
  readonly title?: string;
  /** The volume letters of the shelf; `Z…` files under various artists. */
  readonly letters?: string | null;
  readonly shelf?: string | null;
  /** Credits of tracks are kept, which files under various artists too. */
  readonly credits?: boolean;
  /** The older systems knew an id. */
  readonly canonical?: boolean;
  readonly identityVerifiedAt?: string | null;
  readonly outcome?: 'single_artist' | 'compilation' | 'unresolved' | null;
  readonly attemptedAt?: string | null;
  readonly pendingSince?: string | null;
}

/** Puts rows straight into the tables. Gives their ids, in order. */
export async function seedRows(db: CatalogDatabase, seeds: readonly Seed[]): Promise<number[]> {
  const { rows: drawn } = await sql<{ id: number }>`
    SELECT nextval(pg_get_serial_sequence('library', 'id'))::integer AS id
    FROM generate_series(1, ${seeds.length}::integer)`.execute(db);
  const ids = drawn.map(({ id }) => id).sort((a, b) => a - b);
  const rows = seeds.map((seed, place) => ({
    id: ids[place],
    artist: seed.artist ?? 'Stereolab',
    title: seed.title ?? `Album ${ids[place]}`,
    letters: seed.letters ?? null,
    shelf: seed.shelf ?? null,
    credits: seed.credits ?? false,
    canonical: seed.canonical ?? false,
    verified: seed.identityVerifiedAt ?? null,
    outcome: seed.outcome ?? null,
    attempted: seed.attemptedAt ?? null,
    pending: seed.pendingSince ?? null,
  }));
  const seeded = sql`jsonb_to_recordset(${jsonRows(rows)}) AS seed (
    id integer, artist text, title text, letters text, shelf text, credits boolean, canonical boolean, verified timestamptz,
    outcome text, attempted timestamptz, pending timestamptz)`;
  await db.transaction().execute(async (transaction) => {
    await sql`
      INSERT INTO artist (artist_name, alphabetical_name)
      SELECT DISTINCT artist, artist FROM ${seeded}
      WHERE NOT EXISTS (SELECT 1 FROM artist WHERE artist_name = artist)`.execute(transaction);
    await sql`
      INSERT INTO library (id, artist_id, artist_name, album_title, code_volume_letters, shelf_code) OVERRIDING SYSTEM VALUE
      SELECT id, (SELECT min(a.id) FROM artist a WHERE a.artist_name = artist), artist, title, letters, shelf FROM ${seeded}`.execute(
      transaction,
    );
    await sql`
      INSERT INTO compilation_track_artist (library_id, artist_name, track_title)
      SELECT id, 'Broadcast', 'Come On Let''s Go' FROM ${seeded} WHERE credits`.execute(transaction);
    await sql`
      INSERT INTO legacy_identity (library_id, canonical_entity_id)
      SELECT id, 'discogs:master:' || id FROM ${seeded} WHERE canonical`.execute(transaction);
    await sql`
      INSERT INTO library_identity (library_id, discogs_master_id, method, confidence, last_verified_at)
      SELECT id, 1, 'exact_match', 1, verified FROM ${seeded} WHERE verified IS NOT NULL`.execute(transaction);
    await sql`
      INSERT INTO library_attempt (library_id, outcome, verdict, attempted_at, pending_since)
      SELECT id, outcome, CASE WHEN outcome IS NOT NULL THEN '{"provenance": []}'::json END, attempted, pending
      FROM ${seeded} WHERE outcome IS NOT NULL OR pending IS NOT NULL`.execute(transaction);
  });
  return ids;
}
