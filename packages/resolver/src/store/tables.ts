import type { GeneratedAlways } from 'kysely';

/** The resolver's own state, as `migrations/` makes it. */
export interface ResolverTables {
  reconciliation_log: ReconciliationLogTable;
}

export interface ReconciliationLogTable {
  entry_id: GeneratedAlways<string>;
  asked_at: Date | string;
  caller: string;
  library_id: number | string;
  artist_name: string;
  album_title: string;
  kind: string;
  method: string | null;
  confidence: number | string | null;
  unresolved_reason: string | null;
  /** The whole result, as it was answered. */
  verdict: unknown;
  resolver_version: string;
  snapshot: string;
}
