/** What the self-migration did, or would do: `scanned` is always `would_write_sources` and all of `skipped` together. */
export interface LegacyReport {
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
}

export function emptyLegacyReport(): LegacyReport {
  return {
    source: 'S1',
    scanned: 0,
    would_write_sources: 0,
    would_upsert_mains: 0,
    skipped: { already_in_library_identity: 0, no_canonical_entity_id: 0, non_discogs_namespace: 0, unparsable: 0 },
  };
}
