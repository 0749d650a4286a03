import { createProgress, silentProgress } from '@deadwax/platform/progress';
import type { Command } from 'commander';
import { addCatalogOptions, type Catalog, type CatalogFlags } from '../catalog/connection.ts';
import { importLibrary } from '../catalog/import/import-library.ts';
import { ImportReport } from '../catalog/import/import-report.ts';
import { openRowsFile } from '../catalog/import/rows-file.ts';
import { parseNumber } from '../catalog/parse-number.ts';
import { withCatalog } from '../catalog/with-catalog.ts';
import { exitCode } from '../cli-error.ts';
import { keptFields } from '../library/columns/column-field.ts';
import { headerForm } from '../library/columns/header-names.ts';
import { describeLibrary } from '../library/describe-library.ts';
import { formatRows } from '../library/format-count.ts';
import { checkNotInput } from '../library/output/choose-output.ts';
import { type Library, readLibrary } from '../library/read-library.ts';
import { addReadingOptions, parseReadingFlags, type ReadingFlags } from '../library/reading-flags.ts';

interface ImportFlags extends ReadingFlags, CatalogFlags {
  readonly dryRun: boolean;
  readonly rejected?: string;
  readonly page: number;
  readonly json: boolean;
  readonly quiet: boolean;
}

export function registerLibraryImport(library: Command): void {
  const command = library
    .command('import')
    .description('Take the rows of a file into the library. May be run any number of times.')
    .argument('<file>', 'a CSV or TSV file with a row for each record')
    .option('--dry-run', 'say what would become of each row, and change nothing', false)
    .option('--rejected <file>', 'where to write rows that are not taken, each with the reason')
    .option('--page <rows>', 'rows of a request', parseNumber({ least: 1, most: 1000 }), 1000)
    .option('--json', 'print the report as JSON', false)
    .option('--quiet', 'print nothing but the report and errors', false);
  addCatalogOptions(addReadingOptions(command, keptFields)).action((file: string, flags: ImportFlags) => {
    const report = new ImportReport(flags.dryRun);
    return withCatalog(
      flags,
      (catalog) => run(file, flags, { catalog, report }),
      () => describeInterrupt(report),
    );
  });
}

async function run(
  file: string,
  flags: ImportFlags,
  { catalog, report }: { catalog: Catalog; report: ImportReport },
): Promise<void> {
  if (flags.rejected !== undefined) await checkNotInput(flags.rejected, file, '--rejected');
  const library = withoutPlaces(await readLibrary(parseReadingFlags(file, flags, keptFields)), flags);
  const say = flags.quiet ? () => undefined : (line: string) => void process.stderr.write(`${line}\n`);
  for (const line of describeLibrary(library)) say(line);
  const rejected = await openRowsFile(flags.rejected, library, ['rejected_line', 'rejected_reason']);
  const progress = flags.quiet || !process.stderr.isTTY ? silentProgress : createProgress();
  const { map } = library.columns;
  const { dryRun, page: mostRows } = flags;
  try {
    const running = { library, map, catalog, dryRun, mostRows, rejected, progress, report };
    const notices = await importLibrary(running).finally(() => progress.stop());
    await rejected.finish();
    for (const line of notices.describe()) say(line);
  } catch (error) {
    await rejected.abandon();
    if (!catalog.signal.aborted && report.summary.rows > 0) say(`broken off: ${describeDone(report)}`);
    throw error;
  }
  const { summary } = report;
  const lines = flags.json ? [JSON.stringify(summary, null, 2)] : [...report.describe()];
  process.stdout.write(`${lines.join('\n')}\n`);
  if (summary.rejected > 0) say(describeRejected(flags.rejected));
  if (summary.rejected === summary.rows) process.exitCode = exitCode.negative;
}

/** The place of a row is no id: the next export counts anew, and every row would become another. */
function withoutPlaces(library: Library, { map: choices }: ImportFlags): Library {
  const { map, names, hasHeader } = library.columns;
  if (map.id === undefined || !hasHeader || choices.some((choice) => /^\s*(library[_ -]?)?id\s*=/i.test(choice)))
    return library;
  if (!places.has(headerForm(names[map.id] ?? ''))) return library;
  const { id: _place, ...rest } = map;
  return { ...library, columns: { ...library.columns, map: rest } };
}

const places = new Set(['#', 'no', 'nr', 'row', 'row number', 'index'].map(headerForm));

function describeInterrupt(report: ImportReport): string {
  return report.summary.rows === 0 ? 'interrupted' : `interrupted: ${describeDone(report)}`;
}

function describeDone({ summary }: ImportReport): string {
  if (summary.dry_run) return `${formatRows(summary.rows)} were looked at, nothing was changed`;
  return `${formatRows(summary.rows)} were gone through; the same command goes through all of them again and leaves those as they are`;
}

function describeRejected(path: string | undefined): string {
  return path === undefined ? '--rejected FILE.csv keeps the rows that are rejected' : `rejected rows are in ${path}`;
}
