import type { CatalogDatabase } from '@deadwax/catalog/database/tables';
import type { AnsweredRow } from '@deadwax/catalog/identity/apply-verdicts';
import { sql } from 'kysely';

/**
 * The peer: a writer as such services usually have it. Per library row a transaction, a lock, a statement for each source and
 * each id of the artist, one for the answer and one for the composed identity. The same rows end in the same tables; but it
 * checks nothing, keeps no history and lays no overrides.
 */
export async function writeRowByRow(db: CatalogDatabase, answers: readonly AnsweredRow[]): Promise<void> {
  for (const { verdict, askedAt } of answers) {
    await db.transaction().execute(async (transaction) => {
      const { library_id: id } = verdict;
      await sql`SELECT library_id FROM library_identity WHERE library_id = ${id} FOR UPDATE`.execute(transaction);
      for (const { source, external_id, method, confidence } of verdict.provenance) {
        if (external_id === null) continue;
        await sql`
          INSERT INTO library_identity_source (library_id, source, external_id, method, confidence, last_verified_at)
          VALUES (${id}, ${source}, ${external_id}, ${method}, ${confidence}, ${askedAt})
          ON CONFLICT (library_id, source) DO UPDATE SET external_id = excluded.external_id, method = excluded.method,
            confidence = excluded.confidence, last_verified_at = excluded.last_verified_at`.execute(transaction);
      }
      const { main } = verdict;
      await sql`
        INSERT INTO library_attempt (library_id, outcome, verdict, attempted_at)
        VALUES (${id}, ${verdict.kind}, ${JSON.stringify(verdict)}::text::json, ${askedAt})
        ON CONFLICT (library_id) DO UPDATE SET outcome = excluded.outcome, verdict = excluded.verdict,
          attempted_at = excluded.attempted_at`.execute(transaction);
      if (main === null) return;
      for (const [source, artistId] of Object.entries(main.artist)) {
        if (artistId === null) continue;
        await sql`
          INSERT INTO artist_identity (artist_id, source, external_id, origin, actor)
          SELECT artist_id, ${source}, ${String(artistId)}, 'resolver', 'bench' FROM library WHERE id = ${id}
          ON CONFLICT (artist_id, source) DO NOTHING`.execute(transaction);
      }
      await sql`
        INSERT INTO library_identity (library_id, discogs_master_id, discogs_release_id, musicbrainz_release_group_mbid,
          musicbrainz_release_mbid, wikidata_qid, method, confidence, agreement_sources, last_verified_at)
        VALUES (${id}, ${main.discogs_master_id}, ${main.discogs_release_id}, ${main.musicbrainz_release_group_mbid},
          ${main.musicbrainz_release_mbid}, ${main.wikidata_qid}, ${verdict.method}, ${verdict.confidence},
          ${verdict.agreement_sources?.join(',') ?? null}, ${askedAt})
        ON CONFLICT (library_id) DO UPDATE SET discogs_master_id = excluded.discogs_master_id,
          discogs_release_id = excluded.discogs_release_id,
          musicbrainz_release_group_mbid = excluded.musicbrainz_release_group_mbid,
          musicbrainz_release_mbid = excluded.musicbrainz_release_mbid, wikidata_qid = excluded.wikidata_qid,
          method = excluded.method, confidence = excluded.confidence, agreement_sources = excluded.agreement_sources,
          last_verified_at = excluded.last_verified_at`.execute(transaction);
    });
  }
}
