/** What the self-migration did, or would do: `scanned` is always `would_write_sources` and all of `skipped` together. */
export interface MigrationReport {
  readonly source: 'S1';
  scanned: number;
  would_write_sources: number;
  would_upsert_mains: number;
  readonly skipped: {
    already_in_library_identity: number;
    no_canonical_entity_id: number;
    non_discogs_namespace: number;
    unparsable: number;
  };
  /** The first texts that could not be read. */
  readonly unparsable_samples: string[];
}

/** What taking it back did, or would do. Rows that still bear its mark: `scanned` is the other three together. */
export interface UnwindingReport {
  readonly source: 'S1';
  scanned: number;
  /** Rows that nobody else said anything of: their identity left. */
  unwound: number;
  /** Rows that were answered or decided on since: only the marked link left. */
  unwound_partly: number;
  /** Rows that changed meanwhile and bear no mark any more. */
  superseded: number;
}

export type LegacyReport = MigrationReport | UnwindingReport;

export function emptyMigrationReport(): MigrationReport {
  return {
    source: 'S1',
    scanned: 0,
    would_write_sources: 0,
    would_upsert_mains: 0,
    skipped: { already_in_library_identity: 0, no_canonical_entity_id: 0, non_discogs_namespace: 0, unparsable: 0 },
    unparsable_samples: [],
  };
}

export function emptyUnwindingReport(): UnwindingReport {
  return { source: 'S1', scanned: 0, unwound: 0, unwound_partly: 0, superseded: 0 };
}
