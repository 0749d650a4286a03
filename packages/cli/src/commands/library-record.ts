import type { Command } from 'commander';
import { ask } from '../catalog/ask.ts';
import { addCatalogOptions, type Catalog, type CatalogFlags } from '../catalog/connection.ts';
import { parseLibraryId } from '../catalog/parse-number.ts';
import { describeRecord } from '../catalog/present/describe-record.ts';
import { withCatalog } from '../catalog/with-catalog.ts';

interface RecordFlags extends CatalogFlags {
  readonly json: boolean;
}

const shownHistory = 20;

export function registerLibraryRecord(library: Command): void {
  const show = library
    .command('show')
    .description('Show a record: what it is known to be, what each source says, what it was known to be before.')
    .argument('<id>', 'number of the record in the library', parseLibraryId)
    .option('--json', 'print it as JSON', false);
  addCatalogOptions(show).action((id: number, flags: RecordFlags) =>
    withCatalog(flags, (catalog) => print(catalog, id, { ...flags, refresh: false })),
  );
  const refresh = library
    .command('refresh')
    .description('Ask for the identity of a record again, now.')
    .argument('<id>', 'number of the record in the library', parseLibraryId)
    .option('--json', 'print it as JSON', false);
  addCatalogOptions(refresh).action((id: number, flags: RecordFlags) =>
    withCatalog(flags, (catalog) => print(catalog, id, { ...flags, refresh: true })),
  );
}

async function print(
  catalog: Catalog,
  id: number,
  { json, refresh }: RecordFlags & { refresh: boolean },
): Promise<void> {
  const params = { path: { library_id: id } };
  const record = await ask(catalog, (client) =>
    refresh
      ? client.POST('/api/v1/library/{library_id}/identity/refresh', { params })
      : client.GET('/api/v1/library/{library_id}', { params }),
  );
  const { entries } = await ask(catalog, (client) =>
    client.GET('/api/v1/library/{library_id}/identity/history', {
      params: { ...params, query: { limit: shownHistory } },
    }),
  );
  const lines = json ? [JSON.stringify({ ...record, history: entries }, null, 2)] : describeRecord(record, entries);
  process.stdout.write(`${lines.join('\n')}\n`);
}
