import type { Command } from 'commander';
import { ask } from '../catalog/ask.ts';
import { addCatalogOptions, type CatalogFlags } from '../catalog/connection.ts';
import { followAndPrint, printRun } from '../catalog/runs/present-run.ts';
import { withCatalog } from '../catalog/with-catalog.ts';

interface ChangedFlags extends CatalogFlags {
  readonly follow: boolean;
  readonly json: boolean;
}

export function registerLibraryChanged(library: Command): void {
  const command = library
    .command('pull-changed')
    .description("Ask again about the rows that a change of the resolver's snapshot touches, and about no others.")
    .option('--follow', 'stay until it has ended, and say what came of it', false)
    .option('--json', 'print the run as JSON', false);
  addCatalogOptions(command).action(({ follow, json, ...flags }: ChangedFlags) =>
    withCatalog(flags, async (catalog) => {
      const run = await ask(catalog, (client) => client.POST('/api/v1/jobs/changed', { body: {} }));
      if (follow) await followAndPrint(catalog, run, json);
      else printRun(run, json);
    }),
  );
}
