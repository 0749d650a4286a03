import { sql } from 'kysely';
import { idList, jsonRows } from '../database/json-rows.ts';
import type { CatalogDatabase } from '../database/tables.ts';
import type { AnsweredRow } from '../identity/apply-verdicts.ts';
import { findArtistsByName } from './find-artists-by-name.ts';
import {
  formatCreditKey,
  LIBRARIAN_METHOD,
  planTrackLink,
  RESOLVER_METHOD,
  readTracks,
  type StoredCredit,
  type TrackLink,
} from './plan-track-links.ts';

export interface WrittenTracks {
  /** Credits that changed. */
  readonly written: number;
  /** Answers on tracks that no credit of the library bears. */
  readonly unmatched: number;
  /** Credits that stand so already. */
  readonly unchanged: number;
  /** Credits left alone because a person linked them. */
  readonly keptOfLibrarians: number;
  /** Credits whose artist the library has not, or has several of that name. */
  readonly withoutArtist: number;
  /** Confidences outside 0 to 1 and positions too long, taken for absent. */
  readonly badConfidences: number;
  readonly badPositions: number;
  /** So many answers find no credit that the two sides seem to name credits differently: worth a warning. */
  readonly gap: boolean;
}

/** Under a statement's bind limit whatever the driver makes of it, and short enough to hold locks briefly. */
const ROWS_OF_A_STATEMENT = 500;
const LEAST_OF_A_GAP = 10;

/**
 * Links the credits of compilations to artists as the answers of a page say, in the caller's transaction. What a person linked
 * is never overwritten.
 */
export async function writeCompilationTracks(
  transaction: CatalogDatabase,
  answers: readonly AnsweredRow[],
): Promise<WrittenTracks> {
  const { credits: resolved, badConfidences, badPositions } = readTracks(answers.map(({ verdict }) => verdict));
  const stored = await readCredits(transaction, [...new Set(resolved.map(({ libraryId }) => libraryId))]);
  const matched = resolved.flatMap((credit) => {
    const known = stored.get(credit.key);
    return known === undefined ? [] : [{ credit, known }];
  });
  const free = matched.filter(({ known }) => known.method !== LIBRARIAN_METHOD);
  const artists = await findArtistsByName(
    transaction,
    free.map(({ credit }) => credit.resolvedName),
  );
  const links = free.flatMap(({ credit, known }) => {
    const link = planTrackLink(known, credit, artists.get(credit.resolvedName) ?? null);
    return link === null ? [] : [link];
  });
  const unmatched = resolved.length - matched.length;
  return {
    written: await updateCredits(transaction, links),
    unmatched,
    unchanged: free.length - links.length,
    keptOfLibrarians: matched.length - free.length,
    withoutArtist: free.filter(({ credit }) => !artists.has(credit.resolvedName)).length,
    badConfidences,
    badPositions,
    gap: unmatched >= LEAST_OF_A_GAP && unmatched * 2 >= resolved.length,
  };
}

async function readCredits(db: CatalogDatabase, libraryIds: readonly number[]): Promise<Map<string, StoredCredit>> {
  if (libraryIds.length === 0) return new Map();
  const { rows } = await sql<StoredCredit>`
    SELECT id, library_id AS "libraryId", artist_name AS "artistName", track_title AS "trackTitle",
      track_position AS "trackPosition", track_artist_id AS "trackArtistId",
      track_artist_link_confidence AS confidence, track_artist_link_method AS method
    FROM compilation_track_artist WHERE library_id IN ${idList(libraryIds)}`.execute(db);
  return new Map(rows.map((row) => [formatCreditKey(row.libraryId, row.artistName, row.trackTitle), row]));
}

/** Gives how many rows really changed. */
async function updateCredits(db: CatalogDatabase, links: readonly TrackLink[]): Promise<number> {
  let changed = 0;
  // In one order everywhere, so that no two writers wait for each other.
  const inOrder = links.toSorted((a, b) => a.id - b.id);
  for (let from = 0; from < inOrder.length; from += ROWS_OF_A_STATEMENT) {
    const { rows } = await sql`
      UPDATE compilation_track_artist AS stored SET
        track_artist_id = link.artist_id, track_artist_link_confidence = link.confidence,
        track_artist_link_method = ${RESOLVER_METHOD}, track_position = coalesce(stored.track_position, link.position)
      FROM (
        SELECT id, "artistId" AS artist_id, confidence, position
        FROM jsonb_to_recordset(${jsonRows(inOrder.slice(from, from + ROWS_OF_A_STATEMENT))})
          AS given (id integer, "artistId" integer, confidence real, position text)
      ) AS link
      WHERE stored.id = link.id AND stored.track_artist_link_method IS DISTINCT FROM ${LIBRARIAN_METHOD}
        AND (stored.track_artist_id, stored.track_artist_link_confidence, stored.track_artist_link_method, stored.track_position)
          IS DISTINCT FROM
          (link.artist_id, link.confidence, ${RESOLVER_METHOD}::text, coalesce(stored.track_position, link.position))
      RETURNING stored.id`.execute(db);
    changed += rows.length;
  }
  return changed;
}
