import type { BulkResolveInput } from '@deadwax/contract/schemas';
import { type Kysely, sql } from 'kysely';
import type { ResolverTables } from './tables.ts';

export interface LogEntry {
  readonly askedAt: Date;
  readonly caller: string;
  readonly input: Pick<BulkResolveInput, 'artist_name' | 'album_title'>;
  /** The result as JSON, as it was answered. */
  readonly verdict: string;
}

/** Appends any number of entries in one statement: they travel as one JSON parameter, verdicts in it as they are. */
export async function appendReconciliationLog(db: Kysely<ResolverTables>, entries: readonly LogEntry[]): Promise<void> {
  const rows = entries.map(({ askedAt, caller, input: { artist_name, album_title }, verdict }) => {
    const asked = JSON.stringify({ asked_at: askedAt.toISOString(), caller, artist_name, album_title });
    return `${asked.slice(0, -1)},"verdict":${verdict}}`;
  });
  await sql`
    INSERT INTO reconciliation_log
      (asked_at, caller, library_id, artist_name, album_title, kind, method, confidence, unresolved_reason, verdict, resolver_version, snapshot)
    SELECT asked_at, caller, (verdict->>'library_id')::bigint, artist_name, album_title, verdict->>'kind', verdict->>'method',
      (verdict->>'confidence')::numeric(4,3), verdict->>'unresolved_reason', verdict, verdict->>'resolver_version', verdict->>'snapshot'
    FROM jsonb_to_recordset(${`[${rows.join()}]`}::text::jsonb) AS entry (
      asked_at timestamptz, caller text, artist_name text, album_title text, verdict jsonb
    )`.execute(db);
}
