/** What a drain counted. Library rows, but for the last group, which counts what its names say. */
export interface PullCounters {
  scanned: number;
  rows_resolved: number;
  rows_resolved_compilation: number;
  rows_unresolved: number;
  rows_skipped: {
    compilation: number;
    lml_error: number;
    lml_cardinality_mismatch: number;
    lml_untrusted_library_id: number;
    writer_error: number;
    /** Edited, deleted or answered anew between question and answer. */
    superseded: number;
  };
  lml_total_calls: number;
  lml_total_latency_ms: number;
  source_rows_skipped_null_confidence: number;
  source_rows_dropped: number;
  history_rows: number;
  compilation_tracks_written: number;
  compilation_tracks_unmatched: number;
}

export function emptyCounters(): PullCounters {
  return {
    scanned: 0,
    rows_resolved: 0,
    rows_resolved_compilation: 0,
    rows_unresolved: 0,
    rows_skipped: {
      compilation: 0,
      lml_error: 0,
      lml_cardinality_mismatch: 0,
      lml_untrusted_library_id: 0,
      writer_error: 0,
      superseded: 0,
    },
    lml_total_calls: 0,
    lml_total_latency_ms: 0,
    source_rows_skipped_null_confidence: 0,
    source_rows_dropped: 0,
    history_rows: 0,
    compilation_tracks_written: 0,
    compilation_tracks_unmatched: 0,
  };
}

export function addCounters(a: PullCounters, b: PullCounters): PullCounters {
  const sum = emptyCounters();
  for (const key of Object.keys(sum) as (keyof PullCounters)[]) {
    if (key === 'rows_skipped') continue;
    sum[key] = a[key] + b[key];
  }
  for (const key of Object.keys(sum.rows_skipped) as (keyof PullCounters['rows_skipped'])[])
    sum.rows_skipped[key] = a.rows_skipped[key] + b.rows_skipped[key];
  return sum;
}

/** Every scanned row has exactly one fate. */
export function balances({ scanned, rows_skipped, ...counters }: PullCounters): boolean {
  const skipped = Object.values(rows_skipped).reduce((sum, count) => sum + count, 0);
  return scanned === counters.rows_resolved + counters.rows_resolved_compilation + counters.rows_unresolved + skipped;
}

/** All counters as numbers of one level, `rows_skipped.x` for the inner ones: attributes of a span. */
export function flattenCounters(counters: PullCounters): Record<string, number> {
  const { rows_skipped, ...rest } = counters;
  const skipped = Object.entries(rows_skipped).map(([name, count]) => [`rows_skipped.${name}`, count] as const);
  return { ...rest, ...Object.fromEntries(skipped) };
}

/** What a dry run says of a drain: its keys are locked. */
export function dryRunReport(counters: PullCounters) {
  const { compilation, lml_error, lml_cardinality_mismatch, lml_untrusted_library_id } = counters.rows_skipped;
  return {
    scanned: counters.scanned,
    lml_total_calls: counters.lml_total_calls,
    lml_total_latency_ms: counters.lml_total_latency_ms,
    would_resolve: counters.rows_resolved,
    would_resolve_compilation: counters.rows_resolved_compilation,
    would_unresolved: counters.rows_unresolved,
    would_skip: { compilation, lml_error, lml_cardinality_mismatch, lml_untrusted_library_id },
    source_rows_skipped_null_confidence: counters.source_rows_skipped_null_confidence,
  };
}
