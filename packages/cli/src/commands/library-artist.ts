import type { ArtistRecord } from '@deadwax/contract/catalog-schemas';
import { Argument, type Command } from 'commander';
import { ask } from '../catalog/ask.ts';
import { addCatalogOptions, type Catalog, type CatalogFlags } from '../catalog/connection.ts';
import { parseLibraryId } from '../catalog/parse-number.ts';
import { describeArtist } from '../catalog/present/describe-artist.ts';
import { printLines } from '../catalog/present/print-lines.ts';
import { withCatalog } from '../catalog/with-catalog.ts';

type Take = 'standing' | 'proposed';

interface ArtistFlags extends CatalogFlags {
  readonly reason?: string;
  readonly json: boolean;
}

export function registerLibraryArtist(library: Command): void {
  const artist = library.command('artist').description('Show, enter and settle the ids of an artist.');
  const begin = (name: string, description: string) =>
    artist
      .command(name)
      .description(description)
      .argument('<artist>', 'number of the artist, as `show` of one of its records gives it', parseLibraryId);
  const end = (command: Command) =>
    addCatalogOptions(command.option('--json', 'print the artist as JSON', false)) as Command;
  const decided = (command: Command) => end(command.option('--reason <text>', 'why, for the history'));
  const source = 'the source: discogs_artist, mb_artist, bandcamp, …';

  end(begin('show', 'Show an artist: its ids and who says so, what is in conflict, what people changed.')).action(
    (id: number, flags: ArtistFlags) => run(flags, (catalog) => show(catalog, id)),
  );
  decided(
    begin('set', 'Enter an id of an artist: it stands, whatever verdicts say.')
      .argument('<source>', source)
      .argument('<external-id>', 'the id; bare, not its page'),
  ).action((id: number, of: string, externalId: string, flags: ArtistFlags) =>
    run(flags, (catalog) => set(catalog, { id, source: of, externalId }, flags)),
  );
  decided(
    begin('clear', 'Take an id back that a person entered: what verdicts say stands again.').argument(
      '<source>',
      source,
    ),
  ).action((id: number, of: string, flags: ArtistFlags) =>
    run(flags, (catalog) => clear(catalog, { id, source: of }, flags)),
  );
  decided(
    begin('settle', 'Decide between the id that stands and one that a verdict proposed.')
      .argument('<source>', source)
      .argument('<proposed-id>', 'the id that was proposed')
      .addArgument(new Argument('<take>', 'which of the two is right').choices(['standing', 'proposed'])),
  ).action((...[id, of, proposedId, take, flags]: [number, string, string, Take, ArtistFlags]) =>
    run(flags, (catalog) => settle(catalog, { id, source: of, proposedId, take }, flags)),
  );
}

async function run(flags: ArtistFlags, work: (catalog: Catalog) => Promise<ArtistRecord>): Promise<void> {
  const artist = await withCatalog(flags, work);
  printLines(flags.json ? [JSON.stringify(artist, null, 2)] : describeArtist(artist));
}

function show(catalog: Catalog, id: number): Promise<ArtistRecord> {
  const params = { path: { artist_id: id } };
  return ask(catalog, (client) => client.GET('/api/v1/artists/{artist_id}', { params }));
}

function set(
  catalog: Catalog,
  { id, source, externalId }: { id: number; source: string; externalId: string },
  { reason }: ArtistFlags,
): Promise<ArtistRecord> {
  const params = { path: { artist_id: id, source } };
  const body = { external_id: externalId, reason: reason ?? null };
  return ask(catalog, (client) => client.PUT('/api/v1/artists/{artist_id}/ids/{source}', { params, body }));
}

function clear(
  catalog: Catalog,
  { id, source }: { id: number; source: string },
  { reason }: ArtistFlags,
): Promise<ArtistRecord> {
  const params = { path: { artist_id: id, source }, query: reason === undefined ? {} : { reason } };
  return ask(catalog, (client) => client.DELETE('/api/v1/artists/{artist_id}/ids/{source}', { params }));
}

function settle(
  catalog: Catalog,
  { id, source, proposedId, take }: { id: number; source: string; proposedId: string; take: Take },
  { reason }: ArtistFlags,
): Promise<ArtistRecord> {
  const params = { path: { artist_id: id } };
  const body = { source, proposed_id: proposedId, take, reason: reason ?? null };
  return ask(catalog, (client) => client.POST('/api/v1/artists/{artist_id}/conflicts/decisions', { params, body }));
}
