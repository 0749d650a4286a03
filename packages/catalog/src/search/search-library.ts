import type { RawBuilder } from 'kysely';
import type { CatalogDatabase } from '../database/tables.ts';
import { formatCursor, type Phase, type Position, parseCursor } from './cursor.ts';
import { findByGuesses } from './find-by-guesses.ts';
import { findByWords } from './find-by-words.ts';
import { type Guess, readGuess } from './guess.ts';
import { presentLibraryRow } from './library-projection.ts';
import { type PageOptions, type PageRow, pageStatement } from './page-statement.ts';
import type { Expression } from './query/expression.ts';
import { parseQuery } from './query/parse-query.ts';
import { inReadTransaction } from './read-transaction.ts';
import type { Matched, Search, SearchPage, SearchRequest, SearchResult, SearchSort } from './search-request.ts';
import { defaultOrder } from './sort-keys.ts';
import { asRankQuery } from './text-query.ts';

interface Options {
  /** Off only to measure what the join of the identity costs. Default true. */
  readonly identity?: boolean;
}

/**
 * Searches the library. Full text first; only where no row holds the words, what is spelt much like them and what compilations
 * credit; other names of artists after either. A query without a letter or digit finds nothing, unless filters ask for something.
 * Throws SearchCursorError on a cursor of another search.
 */
export async function searchLibrary(
  db: CatalogDatabase,
  request: SearchRequest,
  { identity = true }: Options = {},
): Promise<SearchPage> {
  const { expression, notices } = parseQuery(request.q);
  const sort = chooseSort(request.sort ?? 'relevance', expression);
  const search: Search = {
    expression,
    filters: request.filters ?? {},
    sort,
    order: request.order ?? defaultOrder(sort),
    limit: Math.min(100, Math.max(1, Math.trunc(request.limit ?? 50))),
  };
  const after = request.cursor === undefined ? null : parseCursor(search, request.cursor);
  const asksSomething = expression !== null || (request.q.trim() === '' && hasFilters(search));
  if (!asksSomething) return { results: [], next_cursor: null, total: 0, matched: null, notices };
  const found = await inReadTransaction(db, (transaction) => findPage(transaction, search, { after, identity }));
  return { ...present(search, found, after), notices };
}

/** What ranks nothing is as relevant as it is played, and an index has that order. */
function chooseSort(wanted: SearchSort, expression: Expression | null): SearchSort {
  const ranks = expression !== null && asRankQuery(expression) !== null;
  return wanted === 'relevance' && !ranks ? 'plays' : wanted;
}

function hasFilters({ filters }: Search): boolean {
  return Object.values(filters).some((value) => (Array.isArray(value) ? value.length > 0 : value !== undefined));
}

interface Found {
  readonly phase: Phase;
  readonly rows: readonly PageRow[];
}

/** The statement of one phase, for those who look at its plan. */
export function searchStatement(
  search: Search,
  { phase, guess, ...options }: PageOptions & { phase: Phase; guess: Guess | null },
): RawBuilder<PageRow> {
  const finding = phase === 'guesses' && guess !== null ? findByGuesses(search, guess) : findByWords(search, guess);
  return pageStatement(finding, search, options);
}

async function findPage(db: CatalogDatabase, search: Search, options: PageOptions): Promise<Found> {
  const guess = readGuess(search.expression);
  const ask = async (phase: Phase): Promise<Found> => {
    const { rows } = await searchStatement(search, { ...options, phase, guess }).execute(db);
    return { phase, rows };
  };
  if (options.after !== null) return ask(options.after.phase);
  const words = await ask('words');
  const counts = words.rows[0]?.counts;
  const known = (counts?.direct ?? 0) + (counts?.exact_aliases ?? 0) > 0;
  return known || guess === null ? words : ask('guesses');
}

function present(search: Search, { phase, rows }: Found, after: Position | null): Omit<SearchPage, 'notices'> {
  const shown = rows.slice(0, search.limit);
  const counts = shown[0]?.counts;
  const total = after?.total ?? counts?.total ?? 0;
  const first = phase === 'words' && (counts?.direct ?? 0) > 0 ? 'text' : shown[0]?.found_by;
  const matched: Matched = after?.matched ?? first ?? null;
  const last = shown.at(-1);
  const next_cursor =
    rows.length > search.limit && last !== undefined
      ? formatCursor(search, { phase, matched, total, tier: last.tier, keys: last.keys, id: last.id })
      : null;
  return { results: shown.map(presentResult), next_cursor, total, matched };
}

function presentResult(row: PageRow): SearchResult {
  return { ...presentLibraryRow(row), matched_via: row.credits, matched_via_alias: row.alias };
}
