import type { SearchResponse } from '@deadwax/contract/catalog-schemas';
import { type Command, Option } from 'commander';
import { ask } from '../catalog/ask.ts';
import { addCatalogOptions, type Catalog, type CatalogFlags } from '../catalog/connection.ts';
import { parseNumber } from '../catalog/parse-number.ts';
import { drawTable } from '../catalog/present/draw-table.ts';
import { withCatalog } from '../catalog/with-catalog.ts';
import { formatCount } from '../library/format-count.ts';

const sorts = ['relevance', 'artist', 'album', 'plays', 'date'] as const;
const statuses = ['resolved', 'compilation', 'unresolved', 'pending', 'error', 'never_asked'] as const;

interface SearchFlags extends CatalogFlags {
  readonly status?: (typeof statuses)[number];
  readonly method?: string;
  readonly sort: (typeof sorts)[number];
  readonly order?: 'asc' | 'desc';
  readonly limit: number;
  readonly cursor?: string;
  readonly json: boolean;
}

export function registerLibrarySearch(library: Command): void {
  const command = library
    .command('search')
    .description(
      'Search the library: words, "phrases", artist: album: label: genre: format: year:1990..1999, AND, OR, NOT.',
    )
    .argument('[query...]', 'what to search for; everything without it')
    .addOption(new Option('--status <status>', 'only of this status of identity').choices(statuses))
    .option('--method <method>', 'only of identities reached by this method')
    .addOption(new Option('--sort <order>', 'in which order').choices(sorts).default('relevance'))
    .addOption(new Option('--order <way>', 'which way').choices(['asc', 'desc']))
    .option('--limit <records>', 'how many at most', parseNumber({ least: 1, most: 100 }), 20)
    .option('--cursor <cursor>', 'go on where a search before ended')
    .option('--json', 'print the answer as JSON', false);
  addCatalogOptions(command).action((words: string[], flags: SearchFlags) =>
    withCatalog(flags, (catalog) => search(catalog, words.join(' '), flags)),
  );
}

async function search(catalog: Catalog, q: string, { status, method, cursor, order, ...flags }: SearchFlags) {
  const query = {
    q,
    sort: flags.sort,
    limit: flags.limit,
    ...(status === undefined ? {} : { identity_status: status }),
    ...(method === undefined ? {} : { method }),
    ...(order === undefined ? {} : { order }),
    ...(cursor === undefined ? {} : { cursor }),
  };
  const answer = await ask(catalog, (client) => client.GET('/api/v1/library', { params: { query } }));
  for (const { message } of answer.notices) process.stderr.write(`${message}\n`);
  const lines = flags.json ? [JSON.stringify(answer, null, 2)] : describeResults(answer);
  process.stdout.write(`${lines.join('\n')}\n`);
}

function describeResults({ results, total, matched, next_cursor: next }: SearchResponse): string[] {
  if (results.length === 0) return ['nothing was found'];
  const table = drawTable(results, [
    { title: 'id', right: true, read: ({ id }) => String(id) },
    { title: 'artist', most: 30, read: ({ artist_name }) => artist_name },
    { title: 'title', most: 40, read: ({ album_title }) => album_title },
    { title: 'format', most: 12, read: ({ format }) => format },
    { title: 'year', right: true, read: ({ year }) => (year === null ? null : String(year)) },
    { title: 'identity', read: ({ identity }) => identity.status.replaceAll('_', ' ') },
    { title: 'by', read: ({ identity }) => identity.method ?? identity.unresolved_reason },
    { title: 'confidence', right: true, read: ({ identity }) => identity.confidence?.toFixed(2) ?? null },
    { title: 'found by', most: 40, read: describeMatch },
  ]);
  const guessed = matched === 'fuzzy' ? ', none of which has the words as they are written' : '';
  const rest = next === null ? [] : [`more: --cursor ${next}`];
  return [...table, `${formatCount(results.length)} of ${formatCount(total)}${guessed}`, ...rest];
}

function describeMatch({ matched_via, matched_via_alias }: SearchResponse['results'][number]): string | null {
  const [credit] = matched_via ?? [];
  if (credit !== undefined)
    return credit.title === null ? credit.artist_credit : `${credit.artist_credit}: ${credit.title}`;
  return matched_via_alias === null ? null : matched_via_alias.matched_variant;
}
