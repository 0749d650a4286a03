import { sql } from 'kysely';
import { jsonRows } from '../database/json-rows.ts';
import type { CatalogDatabase } from '../database/tables.ts';
import type { Identity } from './identity.ts';
import type { LockedRow } from './read-stored.ts';

/**
 * Gives artists the ids that verdicts on their records name, where they have none. What stands is never replaced, staff's or
 * not: another id is a conflict for a person to settle.
 */
export async function fillArtistIds(
  db: CatalogDatabase,
  identified: readonly { row: LockedRow; identity: Identity }[],
  actor: string,
): Promise<void> {
  await proposeArtistIds(db, listProposals(identified), actor);
}

/** What a verdict on a record says of its artist. */
export interface ArtistProposal {
  readonly artist_id: number;
  readonly source: string;
  readonly external_id: string;
  readonly confidence: number;
  readonly library_id: number;
}

/** Fills what is empty, of several the surest; keeps what differs from what stands. */
export async function proposeArtistIds(
  db: CatalogDatabase,
  proposals: readonly ArtistProposal[],
  actor: string,
): Promise<void> {
  if (proposals.length === 0) return;
  const proposed = sql`jsonb_to_recordset(${jsonRows(proposals)}) AS proposed (
    artist_id integer, source text, external_id text, confidence double precision, library_id integer
  )`;
  await sql`
    INSERT INTO artist_identity (artist_id, source, external_id, origin, actor, confidence)
    SELECT DISTINCT ON (artist_id, source) artist_id, source, external_id, 'resolver', ${actor}, confidence
    FROM ${proposed}
    ORDER BY artist_id, source, confidence DESC, library_id
    ON CONFLICT (artist_id, source) DO NOTHING`.execute(db);
  await sql`
    INSERT INTO artist_identity_conflict (artist_id, source, standing_id, proposed_id, library_id, seen_at)
    SELECT DISTINCT ON (proposed.artist_id, proposed.source, proposed.external_id)
      proposed.artist_id, proposed.source, standing.external_id, proposed.external_id, proposed.library_id, clock_timestamp()
    FROM ${proposed}
    JOIN artist_identity AS standing ON standing.artist_id = proposed.artist_id AND standing.source = proposed.source
    WHERE standing.external_id <> proposed.external_id
    ORDER BY proposed.artist_id, proposed.source, proposed.external_id, proposed.library_id
    ON CONFLICT (artist_id, source, proposed_id) DO NOTHING`.execute(db);
}

/** Each id once for each artist: of the records that name it, the surest, then the first. */
function listProposals(identified: readonly { row: LockedRow; identity: Identity }[]) {
  const proposals = identified.flatMap(({ row, identity }) =>
    Object.entries(identity.artistIds).map(([source, externalId]) => ({
      artist_id: row.artistId,
      source,
      external_id: externalId,
      confidence: identity.confidence,
      library_id: row.libraryId,
    })),
  );
  const surest = proposals.sort((a, b) => b.confidence - a.confidence || a.library_id - b.library_id);
  const known = new Map<string, (typeof proposals)[number]>();
  for (const proposal of surest) {
    const key = `${proposal.artist_id} ${proposal.source} ${proposal.external_id}`;
    if (!known.has(key)) known.set(key, proposal);
  }
  return [...known.values()];
}
