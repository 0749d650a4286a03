import type { BulkResolveResult } from '@deadwax/contract/schemas';
import { sql } from 'kysely';
import { idList } from '../database/json-rows.ts';
import type { CatalogDatabase, LibraryIdentitySourceTable, LibraryIdentityTable } from '../database/tables.ts';
import type { Identity, Override, SourceLink, StoredIdentity } from './identity.ts';
import { identityColumns } from './identity-columns.ts';

/** A library row under lock, with everything a verdict may change. */
export interface LockedRow extends StoredIdentity {
  readonly libraryId: number;
  readonly artistId: number;
  readonly artistName: string;
  readonly albumTitle: string;
  /** The rows as they are stored, for the history. */
  readonly rawIdentity: Record<string, unknown> | null;
  readonly rawLinks: readonly Record<string, unknown>[];
  /** Whether the history tells of the row. */
  readonly hasHistory: boolean;
  /** The last answer and when it was asked for. */
  readonly lastVerdict: BulkResolveResult | null;
  readonly attemptedAt: string | null;
  /** The names of the row were changed since: nothing that stands of it is firm. */
  readonly rowChanged: boolean;
}

interface StoredRow {
  readonly id: number;
  readonly artist_id: number;
  readonly artist_name: string;
  readonly album_title: string;
  readonly identity: (LibraryIdentityTable & Record<string, unknown>) | null;
  readonly links: (LibraryIdentitySourceTable & Record<string, unknown>)[] | null;
  readonly overrides: { source: string; action: Override['action']; external_id: string | null }[] | null;
  readonly has_history: boolean;
  readonly verdict: BulkResolveResult | null;
  readonly attempted_at: string | null;
  readonly row_changed: boolean;
}

/**
 * Locks library rows in order of id, then reads what is stored of them. The lock is on the library row because that one always
 * exists: it also keeps two first verdicts apart. Rows that are not there are not in the answer.
 */
export async function lockStored(db: CatalogDatabase, libraryIds: readonly number[]): Promise<LockedRow[]> {
  await sql`SELECT id FROM library WHERE id IN ${idList(libraryIds)} ORDER BY id FOR NO KEY UPDATE`.execute(db);
  // A statement of its own: one that had waited for the lock would read the rest as it was before.
  const { rows } = await sql<StoredRow>`
    SELECT l.id, l.artist_id, l.artist_name, l.album_title,
      (SELECT to_jsonb(i) FROM library_identity i WHERE i.library_id = l.id) AS identity,
      (SELECT jsonb_agg(to_jsonb(s) ORDER BY s.source) FROM library_identity_source s WHERE s.library_id = l.id) AS links,
      (SELECT jsonb_agg(to_jsonb(o) ORDER BY o.override_id) FROM identity_override o
        WHERE o.library_id = l.id AND o.revoked_at IS NULL) AS overrides,
      EXISTS (SELECT 1 FROM library_identity_history h WHERE h.library_id = l.id) AS has_history,
      a.verdict, to_jsonb(a.attempted_at) #>> '{}' AS attempted_at, coalesce(a.row_changed, false) AS row_changed
    FROM library l LEFT JOIN library_attempt a ON a.library_id = l.id
    WHERE l.id IN ${idList(libraryIds)} ORDER BY l.id`.execute(db);
  return rows.map(presentRow);
}

function presentRow(row: StoredRow): LockedRow {
  const links = row.links ?? [];
  return {
    libraryId: row.id,
    artistId: row.artist_id,
    artistName: row.artist_name,
    albumTitle: row.album_title,
    identity: row.identity === null ? null : presentIdentity(row.identity),
    links: links.map(presentLink),
    overrides: (row.overrides ?? []).map(({ source, action, external_id }) => ({
      source,
      action,
      externalId: external_id,
    })),
    rawIdentity: row.identity,
    rawLinks: links,
    hasHistory: row.has_history,
    lastVerdict: row.verdict,
    attemptedAt: row.attempted_at,
    rowChanged: row.row_changed,
  };
}

function presentIdentity(row: Record<string, unknown>): Identity {
  const ids = identityColumns.map((column) => [column, row[column] === null ? null : String(row[column])]);
  const agreement = row.agreement_sources as string | null;
  return {
    ids: Object.fromEntries(ids) as Identity['ids'],
    artistIds: row.artist_ids as Identity['artistIds'],
    method: row.method as string,
    confidence: row.confidence as number,
    agreementSources: agreement === null ? null : agreement.split(','),
    conflicts: row.conflicts as Identity['conflicts'],
  };
}

function presentLink(row: Record<string, unknown>): SourceLink {
  return {
    source: row.source as string,
    externalId: row.external_id as string,
    method: row.method as string,
    confidence: row.confidence as number,
    derivedFrom: row.derived_from as string | null,
    url: row.url as string | null,
  };
}
