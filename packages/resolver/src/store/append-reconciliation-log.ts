import type { BulkResolveInput, BulkResolveResult } from '@deadwax/contract/schemas';
import { type Kysely, sql } from 'kysely';
import type { ResolverTables } from './tables.ts';

export interface LogEntry {
  readonly askedAt: Date;
  readonly caller: string;
  readonly input: BulkResolveInput;
  readonly result: BulkResolveResult;
}

/** Appends any number of entries in one statement: they travel as one JSON parameter. */
export async function appendReconciliationLog(db: Kysely<ResolverTables>, entries: readonly LogEntry[]): Promise<void> {
  const rows = entries.map(({ askedAt, caller, input, result }) => ({
    asked_at: askedAt.toISOString(),
    caller,
    library_id: result.library_id,
    artist_name: input.artist_name,
    album_title: input.album_title,
    kind: result.kind,
    method: result.method,
    confidence: result.confidence,
    unresolved_reason: result.unresolved_reason,
    verdict: result,
    resolver_version: result.resolver_version,
    snapshot: result.snapshot,
  }));
  await sql`
    INSERT INTO reconciliation_log
      (asked_at, caller, library_id, artist_name, album_title, kind, method, confidence, unresolved_reason, verdict, resolver_version, snapshot)
    SELECT asked_at, caller, library_id, artist_name, album_title, kind, method, confidence, unresolved_reason, verdict, resolver_version, snapshot
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) AS entry (
      asked_at timestamptz, caller text, library_id bigint, artist_name text, album_title text, kind text, method text,
      confidence numeric(4,3), unresolved_reason text, verdict jsonb, resolver_version text, snapshot text
    )`.execute(db);
}
