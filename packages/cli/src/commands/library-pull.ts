import type { Command } from 'commander';
import { ask } from '../catalog/ask.ts';
import { addCatalogOptions, type Catalog, type CatalogFlags } from '../catalog/connection.ts';
import { parseNumber } from '../catalog/parse-number.ts';
import { followAndPrint, printRun } from '../catalog/runs/present-run.ts';
import { withCatalog } from '../catalog/with-catalog.ts';

interface PullFlags extends CatalogFlags {
  readonly follow: boolean;
  readonly json: boolean;
  readonly dryRun?: true;
  readonly recheck?: true;
  readonly knownBefore?: true;
  readonly batchSize?: number;
  readonly vaBatchSize?: number;
  readonly throttleMs?: number;
  readonly staleDays?: number;
  readonly retryDays?: number;
}

const days = parseNumber({ least: 1, most: 36_500 });
const rows = parseNumber({ least: 1, most: 1000 });

export function registerLibraryPull(library: Command): void {
  const command = library
    .command('pull')
    .description('Ask for the identity of every row that needs it.')
    .option('--follow', 'stay until it has ended, and say what came of it', false)
    .option('--dry-run', 'ask and count, and leave what is known as it is')
    .option('--stale-days <days>', 'ask again about identities older than this (7)', days)
    .option('--retry-days <days>', 'ask again where nothing was found longer ago than this (30)', days)
    .option('--recheck', 'only compilations that were answered before')
    .option('--known-before', 'only rows that an older system knew an id of')
    .option('--batch-size <rows>', 'rows of a call to the resolver (500)', rows)
    .option('--va-batch-size <rows>', 'the same, of compilations (100)', rows)
    .option(
      '--throttle-ms <ms>',
      'milliseconds between calls of a worker (0)',
      parseNumber({ least: 0, most: 600_000 }),
    )
    .option('--json', 'print the run as JSON', false);
  addCatalogOptions(command).action((flags: PullFlags) => {
    let runId: number | null = null;
    return withCatalog(
      flags,
      (catalog) => pull(catalog, flags, (id) => (runId = id)),
      () => (runId === null ? 'interrupted' : describeLeft(runId)),
    );
  });
}

async function pull(catalog: Catalog, flags: PullFlags, onStarted: (runId: number) => void): Promise<void> {
  const body = Object.fromEntries(
    Object.entries({
      batch_size: flags.batchSize,
      va_batch_size: flags.vaBatchSize,
      throttle_ms: flags.throttleMs,
      stale_threshold_days: flags.staleDays,
      unresolved_retry_days: flags.retryDays,
      include_null_canonical: flags.knownBefore === undefined ? undefined : false,
      recheck: flags.recheck,
      dry_run: flags.dryRun,
    }).filter(([, value]) => value !== undefined),
  );
  const run = await ask(catalog, (client) => client.POST('/api/v1/jobs/pulls', { body }));
  onStarted(run.run_id);
  if (flags.follow) return followAndPrint(catalog, run, flags.json);
  printRun(run, flags.json);
  if (!flags.json) process.stderr.write(`deadwax library runs ${run.run_id} says how it stands\n`);
}

function describeLeft(runId: number): string {
  return `not followed any longer: run ${runId} goes on, deadwax library runs ${runId} --follow looks after it`;
}
