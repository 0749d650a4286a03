import type { Command } from 'commander';
import { ask } from '../catalog/ask.ts';
import { addCatalogOptions, type CatalogFlags } from '../catalog/connection.ts';
import { followAndPrint, printRun } from '../catalog/runs/present-run.ts';
import { withCatalog } from '../catalog/with-catalog.ts';

interface MigrateFlags extends CatalogFlags {
  readonly dryRun: boolean;
  readonly unwind: boolean;
  readonly follow: boolean;
  readonly json: boolean;
}

export function registerLibraryMigrate(library: Command): void {
  const command = library
    .command('migrate-legacy')
    .description('Take over the ids of older systems that the import kept, where nothing better is known.')
    .option('--dry-run', 'count only', false)
    .option('--unwind', 'take back what earlier runs wrote, where nothing better came since', false)
    .option('--follow', 'stay until it has ended, and say what came of it', false)
    .option('--json', 'print the run as JSON', false);
  addCatalogOptions(command).action(({ dryRun, unwind, follow, json, ...flags }: MigrateFlags) =>
    withCatalog(flags, async (catalog) => {
      const body = { dry_run: dryRun, unwind };
      const run = await ask(catalog, (client) => client.POST('/api/v1/jobs/legacy-migrations', { body }));
      if (follow) await followAndPrint(catalog, run, json);
      else printRun(run, json);
    }),
  );
}
