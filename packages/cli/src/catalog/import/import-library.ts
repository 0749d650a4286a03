import type { Progress } from '@deadwax/platform/progress';
import type { ColumnMap } from '../../library/columns/column-field.ts';
import { keptSentences, Notices } from '../../library/notices.ts';
import type { Library } from '../../library/read-library.ts';
import type { Catalog } from '../connection.ts';
import { EarlierRows } from './earlier-rows.ts';
import { describeReason, type ImportReport } from './import-report.ts';
import { readPages } from './read-pages.ts';
import type { RowsFile } from './rows-file.ts';
import { sendPage } from './send-page.ts';

export interface ImportRun {
  readonly library: Library;
  readonly map: ColumnMap;
  readonly catalog: Catalog;
  readonly dryRun: boolean;
  readonly mostRows: number;
  readonly rejected: RowsFile;
  readonly progress: Progress;
  /** Counts as the run goes on, so that what was taken is known of one that breaks off. */
  readonly report: ImportReport;
}

/** Takes a library into the catalog, page by page. One that breaks off is run again: what was taken is then unchanged. */
export async function importLibrary(run: ImportRun): Promise<Notices> {
  const { library, catalog, report, dryRun, map, mostRows } = run;
  const notices = new Notices(keptSentences);
  const earlier = new EarlierRows({ dryRun });
  const started = performance.now();
  const step = run.progress.start({ name: 'import', unit: 'rows', total: library.rowCount });
  const records = library.records(notices, () => undefined);
  for await (const page of readPages(records, { map, notices, mostRows })) {
    catalog.signal.throwIfAborted();
    const outcomes = await sendPage(catalog, page, { earlier, dryRun });
    for (const [place, outcome] of outcomes.entries()) {
      const { record } = page[place]!;
      report.count(record, outcome);
      if (outcome.reason !== null)
        await run.rejected.add(record, [String(record.lineNumber), describeReason(outcome.reason)]);
    }
    step.update(report.summary.rows);
  }
  step.finish();
  report.summary.seconds = Number(((performance.now() - started) / 1000).toFixed(3));
  return notices;
}
