import type { Command } from 'commander';
import { ask } from '../catalog/ask.ts';
import { addCatalogOptions, type Catalog, type CatalogFlags } from '../catalog/connection.ts';
import { parseNumber, parseRunId } from '../catalog/parse-number.ts';
import { countAsked, countUnanswered } from '../catalog/present/describe-run.ts';
import { drawTable } from '../catalog/present/draw-table.ts';
import { getRun } from '../catalog/runs/follow-run.ts';
import { checkEnded, followAndPrint, printRun } from '../catalog/runs/present-run.ts';
import { withCatalog } from '../catalog/with-catalog.ts';

interface RunsFlags extends CatalogFlags {
  readonly follow: boolean;
  readonly limit: number;
  readonly json: boolean;
}

export function registerLibraryRuns(library: Command): void {
  const command = library
    .command('runs')
    .description('Show the latest runs of the jobs, or one of them.')
    .argument('[run]', 'number of a run', parseRunId)
    .option('--follow', 'stay until the run has ended', false)
    .option('--limit <runs>', 'how many at most', parseNumber({ least: 1, most: 100 }), 10)
    .option('--json', 'print them as JSON', false);
  addCatalogOptions(command).action((runId: number | undefined, flags: RunsFlags) =>
    withCatalog(flags, (catalog) =>
      runId === undefined ? printRuns(catalog, flags) : printOne(catalog, runId, flags),
    ),
  );
}

async function printOne(catalog: Catalog, runId: number, { follow, json }: RunsFlags): Promise<void> {
  const run = await getRun(catalog, runId);
  if (follow && run.state === 'running') return followAndPrint(catalog, run, json);
  printRun(run, json);
  checkEnded(run);
}

async function printRuns(catalog: Catalog, { limit, json }: RunsFlags): Promise<void> {
  const { runs } = await ask(catalog, (client) => client.GET('/api/v1/jobs/runs', { params: { query: { limit } } }));
  if (json) return void process.stdout.write(`${JSON.stringify(runs, null, 2)}\n`);
  if (runs.length === 0) return void process.stderr.write('there are no runs yet\n');
  const table = drawTable(runs, [
    { title: 'run', right: true, read: ({ run_id }) => String(run_id) },
    { title: 'job', read: ({ job }) => job },
    { title: 'state', read: ({ state }) => state },
    { title: 'begun', read: ({ started_at }) => started_at.slice(0, 19).replace('T', ' ') },
    { title: 'by', most: 24, read: ({ actor }) => actor },
    { title: 'asked', right: true, read: (run) => (run.job === 'pull' ? countAsked(run) : null) },
    { title: 'unanswered', right: true, read: (run) => (run.job === 'pull' ? countUnanswered(run) : null) },
    { title: 'failure', most: 60, read: ({ failure }) => failure },
  ]);
  process.stdout.write(`${table.join('\n')}\n`);
}
