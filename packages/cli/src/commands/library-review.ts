import type { ReviewItem } from '@deadwax/contract/catalog-schemas';
import { Argument, type Command, Option } from 'commander';
import { ask } from '../catalog/ask.ts';
import { addCatalogOptions, type Catalog, type CatalogFlags } from '../catalog/connection.ts';
import { parseLibraryId, parseNumber } from '../catalog/parse-number.ts';
import { describeRecord } from '../catalog/present/describe-record.ts';
import { drawTable } from '../catalog/present/draw-table.ts';
import { printLines } from '../catalog/present/print-lines.ts';
import { withCatalog } from '../catalog/with-catalog.ts';

type Reason = ReviewItem['reasons'][number];

const reasons: readonly Reason[] = [
  'id_changed',
  'conflict',
  'ambiguous',
  'refused_link',
  'artist_conflict',
  'unmatched_credits',
  'low_confidence',
  'single_source',
];
const decisions = ['accept', 'skip', 'pin', 'reject', 'not_applicable'] as const;
type Word = (typeof decisions)[number];

interface ReviewFlags extends CatalogFlags {
  readonly only?: Reason;
  readonly limit: number;
  readonly cursor?: string;
  readonly json: boolean;
}

interface DecideFlags extends CatalogFlags {
  readonly reason?: string;
  readonly json: boolean;
}

export function registerLibraryReview(library: Command): void {
  const review = library
    .command('review')
    .description('Show what is worth a look, the likeliest and most played faults first.')
    .addOption(new Option('--only <reason>', 'only what is here for this reason').choices(reasons))
    .option('--limit <records>', 'how many at most', parseNumber({ least: 1, most: 100 }), 20)
    .option('--cursor <cursor>', 'go on where a page before ended')
    .option('--json', 'print the answer as JSON', false);
  addCatalogOptions(review).action((flags: ReviewFlags) => withCatalog(flags, (catalog) => printQueue(catalog, flags)));
  const decide = library
    .command('decide')
    .description('Decide on a record of the review: accept, skip for a week, or override a source.')
    .argument('<id>', 'number of the record in the library', parseLibraryId)
    .addArgument(new Argument('<decision>', 'what is decided').choices(decisions))
    .argument('[source]', 'the source that an override is of')
    .argument('[external-id]', 'the id that is pinned, or rejected')
    .option('--reason <text>', 'why, for the history')
    .option('--json', 'print the answer as JSON', false);
  type Said = [id: number, word: Word, source: string | undefined, externalId: string | undefined, flags: DecideFlags];
  addCatalogOptions(decide).action((...[id, decision, source, externalId, flags]: Said) =>
    withCatalog(flags, (catalog) => decideOn(catalog, id, { decision, source, externalId, flags })),
  );
}

async function printQueue(catalog: Catalog, { only, limit, cursor, json }: ReviewFlags): Promise<void> {
  const query = {
    limit,
    ...(only === undefined ? {} : { reason: [only] }),
    ...(cursor === undefined ? {} : { cursor }),
  };
  const answer = await ask(catalog, (client) => client.GET('/api/v1/review', { params: { query } }));
  if (json) return printLines([JSON.stringify(answer, null, 2)]);
  if (answer.items.length === 0) return void process.stderr.write('nothing is worth a look\n');
  const table = drawTable(answer.items, [
    { title: 'id', right: true, read: ({ library }) => String(library.id) },
    { title: 'artist', most: 30, read: ({ library }) => library.artist_name },
    { title: 'title', most: 40, read: ({ library }) => library.album_title },
    { title: 'why', read: (item) => item.reasons.join(', ').replaceAll('_', ' ') },
    { title: 'doubt', right: true, read: ({ uncertainty }) => uncertainty.toFixed(2) },
    { title: 'plays', right: true, read: ({ plays }) => plays },
    { title: 'identity', read: ({ identity }) => identity.method ?? identity.status.replaceAll('_', ' ') },
    { title: 'between', most: 60, read: describeChoice },
  ]);
  printLines([...table, ...(answer.next_cursor === null ? [] : [`more: --cursor ${answer.next_cursor}`])]);
}

function describeChoice({ candidates, drift }: ReviewItem): string {
  const ids =
    drift === null ? candidates.map(({ source, external_id }) => [source, external_id]) : Object.entries(drift.ids);
  return ids.map(([source, id]) => `${source} ${id}`).join(', ');
}

interface Decision {
  readonly decision: Word;
  readonly source: string | undefined;
  readonly externalId: string | undefined;
  readonly flags: DecideFlags;
}

async function decideOn(
  catalog: Catalog,
  id: number,
  { decision, source, externalId, flags }: Decision,
): Promise<void> {
  const body = {
    decision,
    ...(source === undefined ? {} : { source }),
    ...(externalId === undefined ? {} : { external_id: externalId }),
    ...(flags.reason === undefined ? {} : { reason: flags.reason }),
  };
  const answer = await ask(catalog, (client) =>
    client.POST('/api/v1/review/{library_id}/decisions', { params: { path: { library_id: id } }, body }),
  );
  if (flags.json) return printLines([JSON.stringify(answer, null, 2)]);
  const by = answer.override === null ? '' : `, by override ${answer.override.override_id}`;
  printLines([`${answer.decision}${by}`, '', ...describeRecord(answer.record, [])]);
}
