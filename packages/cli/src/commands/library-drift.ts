import type { DriftRun } from '@deadwax/contract/catalog-schemas';
import type { Command } from 'commander';
import { ask } from '../catalog/ask.ts';
import { addCatalogOptions, type Catalog, type CatalogFlags } from '../catalog/connection.ts';
import { parseNumber } from '../catalog/parse-number.ts';
import { describeState } from '../catalog/present/describe-run.ts';
import { drawTable } from '../catalog/present/draw-table.ts';
import { printLines } from '../catalog/present/print-lines.ts';
import { followRun } from '../catalog/runs/follow-run.ts';
import { checkEnded, printRun } from '../catalog/runs/present-run.ts';
import { withCatalog } from '../catalog/with-catalog.ts';
import { exitCode } from '../cli-error.ts';
import { formatCount } from '../library/format-count.ts';
import { parseShare } from './library-gate.ts';

interface DriftFlags extends CatalogFlags {
  readonly start: boolean;
  readonly follow: boolean;
  readonly sample?: number;
  readonly seed?: string;
  readonly apply?: true;
  readonly alertShare?: number;
  readonly json: boolean;
}

export function registerLibraryDrift(library: Command): void {
  const command = library
    .command('drift')
    .description('Show the last comparison of stored identities with what the resolver says, or start one.')
    .option('--start', 'start one', false)
    .option('--follow', 'start one, stay until it has ended, and show it', false)
    .option(
      '--sample <rows>',
      'so many rows, drawn evenly over the strata, instead of all',
      parseNumber({ least: 1, most: 1_000_000 }),
    )
    .option('--seed <text>', 'the same seed draws the same sample')
    .option('--apply', 'write what differs')
    .option('--alert-share <share>', 'share of rows with another id above which it alerts (0.01)', parseShare)
    .option('--json', 'print it as JSON', false);
  addCatalogOptions(command).action((flags: DriftFlags) => withCatalog(flags, (catalog) => drift(catalog, flags)));
}

async function drift(catalog: Catalog, flags: DriftFlags): Promise<void> {
  if (flags.start || flags.follow) {
    const body = {
      ...(flags.sample === undefined ? {} : { sample_rows: flags.sample }),
      ...(flags.seed === undefined ? {} : { seed: flags.seed }),
      ...(flags.apply === undefined ? {} : { apply: flags.apply }),
      ...(flags.alertShare === undefined ? {} : { alert_share: flags.alertShare }),
    };
    const begun = await ask(catalog, (client) => client.POST('/api/v1/jobs/drifts', { body }));
    if (!flags.follow) return printRun(begun, flags.json);
    const ended = await followRun(catalog, begun, { onProgress: () => undefined, onSilence: saySilence });
    if (ended.state !== 'succeeded') {
      printRun(ended, flags.json);
      return checkEnded(ended);
    }
  }
  const run = await ask(catalog, (client) => client.GET('/api/v1/jobs/drifts/latest'));
  printLines(flags.json ? [JSON.stringify(run, null, 2)] : describeDrift(run));
  if (run.state !== 'succeeded' || run.report.alert) process.exitCode = exitCode.negative;
}

function saySilence(): void {
  process.stderr.write('nothing was heard of it: is a worker running?\n');
}

function describeDrift(run: DriftRun): string[] {
  const { report, examples, clean_streak: streak } = run;
  const share =
    report.id_changed_share === null
      ? 'nothing was compared'
      : `${(report.id_changed_share * 100).toFixed(2)} % with another id`;
  const facts = [
    ['compared', report.compared],
    ['could not be asked', report.could_not_ask.rows],
    ['answers not usable', report.refused],
    ['changed meanwhile', report.superseded],
    ...Object.entries(report.classes).map(([name, rows]) => [name.replaceAll('_', ' '), rows] as const),
  ] as const;
  const table = drawTable(facts, [
    { title: '', read: ([name]) => `  ${name}` },
    { title: 'rows', right: true, read: ([, rows]) => rows },
  ]);
  const shown = drawTable(examples, [
    { title: 'id', right: true, read: ({ library_id }) => String(library_id) },
    { title: 'artist', most: 30, read: ({ artist_name }) => artist_name },
    { title: 'title', most: 40, read: ({ album_title }) => album_title },
    { title: 'difference', read: (example) => example.class.replaceAll('_', ' ') },
    { title: 'stored', most: 40, read: ({ stored }) => describeIds(stored.ids) },
    { title: 'now', most: 40, read: ({ fresh }) => describeIds(fresh.ids) },
  ]);
  return [
    describeState({ ...run, job: 'drift', heartbeat_at: run.finished_at }),
    `${report.cleanliness}, ${share}${report.alert ? ': more than is taken' : ''}; clean runs in a row: ${formatCount(streak.runs)}, on so many days: ${formatCount(streak.days)}`,
    ...table,
    ...(examples.length === 0 ? [] : ['', ...shown]),
  ];
}

function describeIds(ids: Readonly<Record<string, string>>): string {
  return Object.entries(ids)
    .map(([column, id]) => `${column} ${id}`)
    .join(', ');
}
