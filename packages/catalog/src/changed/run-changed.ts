import type { CatalogDatabase } from '../database/tables.ts';
import { readQuestions } from '../identity/questions.ts';
import { beat } from '../identity/record-run.ts';
import { type AskingDependencies, askPatiently, UnauthorisedError } from '../pull/ask-patiently.ts';
import { writePage } from '../pull/write-page.ts';
import { advanceSoloRun, type SoloRun } from '../runs/solo-run.ts';
import { ChangesUnavailableError, findServing } from './find-serving.ts';
import type { ChangedPlan } from './open-changed.ts';
import { type ChangedReport, emptyChangedReport } from './report.ts';
import { noteUntouched, type OlderRow, selectPage } from './select-page.ts';
import { sortRows } from './sort-rows.ts';

export interface ChangedDependencies extends AskingDependencies {
  readonly db: CatalogDatabase;
}

export type ChangedRun = SoloRun<ChangedPlan, ChangedReport>;

/**
 * Brings rows that were answered under another snapshot than the one that serves up to it: asks again about those that the change
 * touches, and notes of the others that it does not. Goes on where an earlier worker stopped.
 */
export async function goThroughChanged(dependencies: ChangedDependencies, run: ChangedRun): Promise<ChangedReport> {
  const { db, signal, log } = dependencies;
  let report = run.report ?? emptyChangedReport(await findServing(dependencies));
  const { snapshot } = report;
  // A run of nothing: no snapshot is open.
  if (snapshot === null) throw new ChangesUnavailableError('the resolver has no snapshot open');
  for (let cursorId = run.cursorId; ; ) {
    signal.throwIfAborted();
    const limit = run.parameters.pageRows;
    const rows = await selectPage(db, { snapshot, afterId: cursorId ?? 0, limit });
    const last = rows.at(-1);
    if (last === undefined) return report;
    const step = { from: cursorId, to: last.library_id };
    report = await goThroughPage(dependencies, { ...run, report: structuredClone(report) }, { rows, snapshot, step });
    cursorId = last.library_id;
    log('changed_page', { runId: run.runId, throughId: cursorId, touched: report.touched });
  }
}

interface Page {
  readonly rows: readonly OlderRow[];
  readonly snapshot: string;
  readonly step: { readonly from: number | null; readonly to: number };
}

async function goThroughPage(
  dependencies: ChangedDependencies,
  { runId, actor, report }: ChangedRun & { readonly report: ChangedReport },
  { rows, snapshot, step }: Page,
): Promise<ChangedReport> {
  const { db, log, signal } = dependencies;
  const { touched, untouched, unknown } = await sortRows(
    { ...dependencies, beat: () => beat(db, runId) },
    rows,
    snapshot,
  );
  const questions = await readQuestions(
    db,
    touched.map(({ library_id: id }) => id),
  );
  const nothing = { answers: [], failed: [], unauthorised: false, strained: false, counted: report.asked };
  const asked = questions.length === 0 ? null : await askPatiently(dependencies, questions);
  signal.throwIfAborted();
  if (asked?.unauthorised) throw new UnauthorisedError('the resolver refuses the key');
  report.looked_at += rows.length;
  report.touched += touched.length;
  report.untouched += untouched.length;
  noteUnknown(report, unknown);
  const save = async (transaction: CatalogDatabase, counters: ChangedReport['asked'], isLast: boolean) => {
    report.asked = counters;
    if (!isLast) return;
    await noteUntouched(transaction, untouched, snapshot);
    await advanceSoloRun(transaction, runId, { ...step, report });
  };
  if (asked === null) await db.transaction().execute((transaction) => save(transaction, nothing.counted, true));
  else {
    const writer = { actor, reason: `snapshot ${snapshot}`, category: 'rerun' as const, runId };
    const onBroken = (error: unknown, libraryId: number) => log('writer_error', { runId, libraryId, error });
    await writePage(db, asked, report.asked, { writer, save, onBroken });
  }
  return report;
}

function noteUnknown({ could_not_tell: told }: ChangedReport, unknown: readonly OlderRow[]): void {
  told.rows += unknown.length;
  for (const { since } of unknown) if (since !== null && !told.snapshots.includes(since)) told.snapshots.push(since);
}
