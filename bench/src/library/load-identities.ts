import type { CatalogDatabase } from '@deadwax/catalog/database/tables';
import { sql } from 'kysely';

/** Seven rows in ten have an identity; of the others the resolver knew nothing, could not be asked, or never was. */
export async function loadIdentities(db: CatalogDatabase, rows: number): Promise<void> {
  await sql`INSERT INTO library_identity (library_id, discogs_master_id, discogs_release_id, musicbrainz_release_group_mbid,
      musicbrainz_release_mbid, wikidata_qid, spotify_id, artist_ids, method, confidence, agreement_sources, last_verified_at)
    SELECT n, 1000000 + n, CASE WHEN n % 3 > 0 THEN 5000000 + n END, md5('group' || n)::uuid,
      CASE WHEN n % 2 = 0 THEN md5('release' || n)::uuid END, CASE WHEN n % 5 = 0 THEN 'Q' || n END,
      CASE WHEN n % 4 = 0 THEN md5('spotify' || n) END,
      jsonb_build_object('discogs_artist', (100000 + n / 3)::text, 'mb_artist', md5('artist' || n / 3)::uuid, 'wikidata_artist', 'Q' || n / 3 + 1),
      (ARRAY['cross_source_agreement', 'exact_match', 'exact_match', 'name_variation', 'trigram'])[1 + n % 5],
      (ARRAY[0.98, 1, 1, 0.93, 0.81])[1 + n % 5], CASE WHEN n % 5 = 0 THEN 'discogs_master,mb_release_group' END,
      timestamptz '2026-01-01' + n * interval '1 minute'
    FROM generate_series(1, ${rows}::integer) AS n WHERE hashint4(n) & 1023 < 717`.execute(db);
  await sql`INSERT INTO library_identity_source (library_id, source, external_id, method, confidence, last_verified_at)
    SELECT library_id, source, external_id, method, confidence, last_verified_at FROM library_identity
    CROSS JOIN LATERAL (VALUES ('discogs_master', discogs_master_id::text),
      ('mb_release_group', CASE WHEN library_id % 7 > 0 THEN musicbrainz_release_group_mbid::text END)) AS link (source, external_id)
    WHERE external_id IS NOT NULL`.execute(db);
  await sql`INSERT INTO library_attempt (library_id, outcome, unresolved_reason, verdict, attempted_at, failed_at, pending_since)
    SELECT n, outcome, CASE outcome WHEN 'unresolved' THEN 'no_candidate' END,
      CASE WHEN outcome IS NOT NULL THEN '{}'::json END, CASE WHEN outcome IS NOT NULL THEN now() END,
      CASE WHEN outcome IS NULL THEN now() END, CASE WHEN n % 97 = 0 THEN now() END
    FROM generate_series(1, ${rows}::integer) AS n
    LEFT JOIN library_identity i ON i.library_id = n
    CROSS JOIN LATERAL (SELECT CASE WHEN i.library_id IS NOT NULL THEN 'single_artist'
      WHEN n % 11 < 8 THEN 'unresolved' WHEN n % 11 < 10 THEN 'compilation' END AS outcome) AS answer
    WHERE i.library_id IS NOT NULL OR n % 13 > 0`.execute(db);
}
