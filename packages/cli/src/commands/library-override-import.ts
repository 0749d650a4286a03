import type { Command } from 'commander';
import { addCatalogOptions, type Catalog, type CatalogFlags } from '../catalog/connection.ts';
import { describeReason } from '../catalog/import/import-report.ts';
import { openRowsFile } from '../catalog/import/rows-file.ts';
import { importOverrides, type OverrideOutcome } from '../catalog/overrides/import-overrides.ts';
import { readOverrideFile } from '../catalog/overrides/read-override-rows.ts';
import { printLines } from '../catalog/present/print-lines.ts';
import { withCatalog } from '../catalog/with-catalog.ts';
import { exitCode } from '../cli-error.ts';
import { formatCount, formatRows } from '../library/format-count.ts';
import { checkNotInput } from '../library/output/choose-output.ts';

interface ImportFlags extends CatalogFlags {
  readonly dryRun: boolean;
  readonly results?: string;
  readonly json: boolean;
}

export function registerOverrideImport(overrides: Command): void {
  const command = overrides
    .command('import')
    .description('Make the overrides of a file. May be run any number of times.')
    .argument('<file>', 'a CSV file with the columns library_id, source, action, external_id, reason')
    .option('--dry-run', 'say what would come of each row, and change nothing', false)
    .option('--results <file>', 'where to write every row with what came of it')
    .option('--json', 'print the counts as JSON', false);
  addCatalogOptions(command).action((file: string, flags: ImportFlags) =>
    withCatalog(
      flags,
      (catalog) => run(catalog, file, flags),
      () => 'interrupted: what was made stands; the same command makes the rest',
    ),
  );
}

async function run(catalog: Catalog, file: string, { dryRun, results, json }: ImportFlags): Promise<void> {
  if (results !== undefined) await checkNotInput(results, file, '--results');
  const { library, rows } = await readOverrideFile({ file });
  const outcomes = await importOverrides(catalog, rows, { dryRun });
  const written = await openRowsFile(results, library, ['outcome', 'failure_reason']);
  for (const [place, { record }] of rows.entries()) {
    const { outcome, reason } = outcomes[place]!;
    await written.add(record, [outcome, reason ?? '']);
  }
  await written.finish();
  const count = (wanted: OverrideOutcome['outcome']) => outcomes.filter(({ outcome }) => outcome === wanted).length;
  const counts = { made: count('made'), unchanged: count('unchanged'), refused: count('refused') };
  if (json) printLines([JSON.stringify({ dry_run: dryRun, rows: rows.length, ...counts }, null, 2)]);
  else {
    const lines = Object.entries(counts).map(([name, all]) => `  ${name.padEnd(10)} ${formatCount(all).padStart(9)}`);
    const first = outcomes.flatMap(({ reason }, place) =>
      reason === null ? [] : [`    line ${rows[place]!.record.lineNumber}: ${describeReason(reason)}`],
    );
    const heading = `${formatRows(rows.length)}${dryRun ? ', to see what would come of them: nothing was changed' : ''}`;
    printLines([heading, ...lines, ...first.slice(0, 5)]);
  }
  if (counts.refused === rows.length) process.exitCode = exitCode.negative;
}
