import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { identityStatuses } from '../../src/search/query/expression.ts';
import { searchLibrary } from '../../src/search/search-library.ts';
import { type SearchFilters, searchSorts } from '../../src/search/search-request.ts';
import { addRows, dialects, openTestLibrary, type TestLibrary } from './test-library.ts';

const piece = fc.oneof(
  fc.constantFrom('artist:', 'album:', 'label:', 'genre:', 'format:', 'year:', 'id:', 'status:', 'method:'),
  fc.constantFrom(
    '"',
    '(',
    ')',
    ' AND ',
    ' OR ',
    ' NOT ',
    '-',
    ' ',
    ':',
    '..',
    '*',
    '\\',
    "'",
    '%',
    '_',
    '<->',
    '&',
    '|',
    '!',
  ),
  fc.constantFrom(
    'stereolab',
    'dots',
    '1997',
    '9999999999',
    'resolved',
    'İ',
    'ß',
    'ﬁ',
    'e\u0301',
    '細野',
    '\u0000',
    '\ud800',
    '½',
  ),
  fc.string({ unit: 'grapheme', maxLength: 8 }),
);
const typed = fc.oneof(
  fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join('')),
  fc.string({ unit: 'binary', maxLength: 60 }),
);
const text = fc.string({ unit: 'grapheme', maxLength: 12 }).filter((name) => !name.includes('\u0000'));
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined, freq: 1 });
const filters: fc.Arbitrary<SearchFilters> = fc.record({
  genres: maybe(fc.array(fc.oneof(fc.constant('Rock'), text), { maxLength: 3 })),
  formats: maybe(fc.array(fc.oneof(fc.constant('cd'), text), { maxLength: 3 })),
  onStreaming: maybe(fc.boolean()),
  missing: maybe(fc.boolean()),
  rotationBins: maybe(fc.subarray(['H', 'M', 'L', 'S'] as const)),
  identityStatus: maybe(fc.constantFrom(...identityStatuses)),
  method: maybe(text),
});

describe.each(dialects)('whatever is asked on %s', (dialect) => {
  let library: TestLibrary;

  beforeAll(async () => {
    library = await openTestLibrary(dialect);
    await addRows(
      library.db,
      ['Stereolab', 'Sterolab', 'İnce', 'Straße', '!!!', "'\\"].flatMap((artist, n) => [
        { artist, title: 'Dots', genre: 'Rock', format: 'cd', year: 1990 + n, plays: n, aliases: [`${artist} Band`] },
        { artist, title: `½ ﬁ ${n}`, label: artist, credits: [[artist, 'Dots & Loops']] as const },
      ]),
    );
  }, 60_000);
  afterAll(() => library?.close());

  it('gives a page whose total, order and cursor hold together', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.record({ q: typed, filters, sort: fc.constantFrom(...searchSorts), limit: fc.integer({ min: 1, max: 4 }) }),
        async (request) => {
          const page = await searchLibrary(library.db, request);
          const { results, total, next_cursor, matched } = page;
          expect(results.length).toBe(Math.min(request.limit, total));
          expect(next_cursor === null).toBe(total <= request.limit);
          expect(matched === null).toBe(total === 0);
          if (next_cursor === null) return;
          const next = await searchLibrary(library.db, { ...request, cursor: next_cursor });
          expect(next.total).toBe(total);
          expect(next.results.length).toBe(Math.min(request.limit, total - request.limit));
          const ids = [...results, ...next.results].map(({ id }) => id);
          expect(new Set(ids).size).toBe(ids.length);
        },
      ),
      { numRuns: 400 },
    );
  }, 120_000);
});
