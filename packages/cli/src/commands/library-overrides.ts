import { Argument, type Command } from 'commander';
import { ask } from '../catalog/ask.ts';
import { addCatalogOptions, type Catalog, type CatalogFlags } from '../catalog/connection.ts';
import { parseLibraryId } from '../catalog/parse-number.ts';
import { describeRecord, formatTime } from '../catalog/present/describe-record.ts';
import { drawTable } from '../catalog/present/draw-table.ts';
import { printLines } from '../catalog/present/print-lines.ts';
import { withCatalog } from '../catalog/with-catalog.ts';
import { registerOverrideImport } from './library-override-import.ts';

const actions = ['pin', 'reject', 'not_applicable'] as const;
type Action = (typeof actions)[number];

interface OverrideFlags extends CatalogFlags {
  readonly reason?: string;
  readonly revoked: boolean;
  readonly json: boolean;
}

export function registerLibraryOverrides(library: Command): void {
  const make = library
    .command('override')
    .description('Decide something of a record by hand: it is laid over whatever the resolver says.')
    .argument('<id>', 'number of the record in the library', parseLibraryId)
    .argument('<source>', 'the source as `show` names it: discogs_master, mb_release_group, …')
    .addArgument(new Argument('<action>', 'what is decided').choices(actions))
    .argument('[external-id]', 'the id that is pinned, or rejected')
    .option('--reason <text>', 'why, for the history')
    .option('--json', 'print the answer as JSON', false);
  type Made = [id: number, source: string, action: Action, externalId: string | undefined, flags: OverrideFlags];
  addCatalogOptions(make).action((...[id, source, action, externalId, flags]: Made) =>
    withCatalog(flags, (catalog) => override(catalog, id, { source, action, externalId, flags })),
  );
  const overrides = library.command('overrides').description('List, revoke and import what people decided.');
  const list = overrides
    .command('list')
    .description('What people decided of a record.')
    .argument('<id>', 'number of the record in the library', parseLibraryId)
    .option('--revoked', 'those that were revoked too', false)
    .option('--json', 'print them as JSON', false);
  addCatalogOptions(list).action((id: number, flags: OverrideFlags) =>
    withCatalog(flags, (catalog) => printOverrides(catalog, id, flags)),
  );
  const revoke = overrides
    .command('revoke')
    .description('Take a decision back: what the resolver last said stands again.')
    .argument('<id>', 'number of the record in the library', parseLibraryId)
    .argument('<override>', 'number of the override', parseLibraryId)
    .option('--reason <text>', 'why, for the history')
    .option('--json', 'print the record as JSON', false);
  addCatalogOptions(revoke).action((id: number, overrideId: number, flags: OverrideFlags) =>
    withCatalog(flags, (catalog) => revokeOverride(catalog, { id, overrideId }, flags)),
  );
  registerOverrideImport(overrides);
}

interface Decision {
  readonly source: string;
  readonly action: Action;
  readonly externalId: string | undefined;
  readonly flags: OverrideFlags;
}

async function override(catalog: Catalog, id: number, { source, action, externalId, flags }: Decision): Promise<void> {
  const body = { source, action, external_id: externalId ?? null, reason: flags.reason ?? null };
  const answer = await ask(catalog, (client) =>
    client.POST('/api/v1/library/{library_id}/overrides', { params: { path: { library_id: id } }, body }),
  );
  if (flags.json) return printLines([JSON.stringify(answer, null, 2)]);
  const against = answer.revoked.length === 0 ? '' : `; it contradicted ${answer.revoked.join(', ')}, revoked`;
  printLines([`override ${answer.override.override_id} stands${against}`, '', ...describeRecord(answer.record, [])]);
}

async function printOverrides(catalog: Catalog, id: number, { revoked, json }: OverrideFlags): Promise<void> {
  const { overrides } = await ask(catalog, (client) =>
    client.GET('/api/v1/library/{library_id}/overrides', {
      params: { path: { library_id: id }, query: { include_revoked: revoked } },
    }),
  );
  if (json) return printLines([JSON.stringify(overrides, null, 2)]);
  if (overrides.length === 0) return void process.stderr.write('nothing was decided of it\n');
  const table = drawTable(overrides, [
    { title: 'override', right: true, read: ({ override_id }) => String(override_id) },
    { title: 'action', read: ({ action }) => action },
    { title: 'source', read: ({ source }) => source },
    { title: 'id', read: ({ external_id }) => external_id },
    { title: 'by', most: 24, read: ({ actor }) => actor },
    { title: 'since', read: ({ created_at }) => formatTime(created_at) },
    { title: 'until', read: ({ revoked_at }) => (revoked_at === null ? null : formatTime(revoked_at)) },
    { title: 'why', most: 60, read: ({ reason }) => reason },
  ]);
  printLines(table);
}

async function revokeOverride(
  catalog: Catalog,
  { id, overrideId }: { id: number; overrideId: number },
  { reason, json }: OverrideFlags,
): Promise<void> {
  const record = await ask(catalog, (client) =>
    client.POST('/api/v1/library/{library_id}/overrides/{override_id}/revoke', {
      params: {
        path: { library_id: id, override_id: overrideId },
        query: reason === undefined ? {} : { reason },
      },
    }),
  );
  printLines(json ? [JSON.stringify(record, null, 2)] : describeRecord(record, []));
}
