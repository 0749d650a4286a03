import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseCanonicalEntityId } from './parse-canonical-entity-id.ts';

const release = (externalId: string) => ({ source: 'discogs_release', externalId });
const master = (externalId: string) => ({ source: 'discogs_master', externalId });

describe('the id of the older systems', () => {
  it.each([
    ['discogs:12', release('12')],
    ['discogs:release:12', release('12')],
    ['discogs:master:12', master('12')],
    ['discogs:2147483647', release('2147483647')],
    // Beyond what the column holds.
    ['discogs:2147483648', 'unparsable'],
    ['discogs:master:99999999999', 'unparsable'],
    ['discogs:0', 'unparsable'],
    ['discogs:-5', 'unparsable'],
    ['discogs:012', 'unparsable'],
    ['discogs:', 'unparsable'],
    ['discogs:artist:12', 'unparsable'],
    ['discogs:master:', 'unparsable'],
    ['discogs:master:12:3', 'unparsable'],
    ['discogs:12 ', 'unparsable'],
    ['discogs:١٢', 'unparsable'],
    ['discogs:12\n', 'unparsable'],
    ['DISCOGS:12', 'unparsable'],
    ['12', 'unparsable'],
    [':12', 'unparsable'],
    ['', 'unparsable'],
    ['mb:12', 'non_discogs_namespace'],
    ['musicbrainz:release:0b6b4ba0', 'non_discogs_namespace'],
    ['https://www.discogs.com/release/12', 'non_discogs_namespace'],
  ])('%j is read as %j', (text, expected) => {
    expect(parseCanonicalEntityId(text)).toEqual(expected);
  });

  it('is one of four things whatever the text, and never an id that the text does not hold', () => {
    const texts = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc
        .tuple(
          fc.constantFrom('discogs', 'Discogs', 'mb', ''),
          fc.constantFrom(':', ':release:', ':master:', ':artist:', '::'),
          fc.oneof(fc.bigInt().map(String), fc.string()),
        )
        .map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const read = parseCanonicalEntityId(text);
        if (typeof read === 'string') return ['unparsable', 'non_discogs_namespace'].includes(read);
        const kind = text.split(':').slice(1, -1).join(':');
        return (
          text.split(':').at(-1) === read.externalId &&
          Number(read.externalId) > 0 &&
          read.source === (kind === 'master' ? 'discogs_master' : 'discogs_release')
        );
      }),
      { numRuns: 500 },
    );
  });
});
