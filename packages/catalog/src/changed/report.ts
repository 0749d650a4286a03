import { emptyCounters, type PullCounters } from '../pull/counters.ts';

/** What came of a change of snapshot: `looked_at` is `touched`, `untouched` and `could_not_tell.rows` together. */
export interface ChangedReport {
  /** The snapshot that serves: where the rows are brought to. Null where none was open. */
  snapshot: string | null;
  looked_at: number;
  touched: number;
  untouched: number;
  /** Rows of which nobody can say whether the change touches them: their snapshot is not kept, or was never noted. A pull asks about them. */
  readonly could_not_tell: { rows: number; readonly snapshots: string[] };
  /** What came of asking about those that are touched. */
  asked: PullCounters;
}

export function emptyChangedReport(snapshot: string | null): ChangedReport {
  return {
    snapshot,
    ...{ looked_at: 0, touched: 0, untouched: 0 },
    could_not_tell: { rows: 0, snapshots: [] },
    asked: emptyCounters(),
  };
}
