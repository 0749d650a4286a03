import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CrossReference, type CrossReferences, type Identified, relateByLinks } from './relate.ts';

/** Links as text: `discogs:1 mb:a` joins the two; `ended` at the end retires the link. */
function references(...lines: string[]): CrossReferences<Identified, CrossReference> {
  const links = lines.map((line) => line.split(' '));
  const linksOf = (source: string, id: string | null) =>
    links.flatMap(([a = '', b = '', ended]) => {
      const other = a === `${source}:${id}` ? b : b === `${source}:${id}` ? a : null;
      if (other === null) return [];
      const [otherSource = '', otherId = ''] = other.split(':');
      return [{ source: otherSource, id: otherId, ended: ended === 'ended' }];
    });
  return {
    linksOf: ({ source, externalId }) => linksOf(source, externalId),
    linksBeyond: ({ source, id }) => linksOf(source, id),
  };
}

const entity = (text: string) => {
  const [source = '', externalId = ''] = text.split(':');
  return { source, externalId };
};

const cases = [
  { why: 'a link joins them', links: ['discogs:1 mb:a'], a: 'discogs:1', b: 'mb:a', relation: 'supports' },
  { why: 'nothing known', links: [], a: 'discogs:1', b: 'mb:a', relation: 'silent' },
  {
    why: 'the only link leads elsewhere',
    links: ['discogs:1 mb:b'],
    a: 'discogs:1',
    b: 'mb:a',
    relation: 'contradicts',
  },
  {
    why: 'two links elsewhere: a set proves nothing',
    links: ['discogs:1 mb:b', 'discogs:1 mb:c'],
    a: 'discogs:1',
    b: 'mb:a',
    relation: 'silent',
  },
  {
    why: 'one of several links is it',
    links: ['discogs:1 mb:b', 'discogs:1 mb:a'],
    a: 'discogs:1',
    b: 'mb:a',
    relation: 'supports',
  },
  { why: 'an ended link says nothing', links: ['discogs:1 mb:a ended'], a: 'discogs:1', b: 'mb:a', relation: 'silent' },
  {
    why: 'an ended link elsewhere says nothing',
    links: ['discogs:1 mb:b ended'],
    a: 'discogs:1',
    b: 'mb:a',
    relation: 'silent',
  },
  {
    why: 'both meet in one third id',
    links: ['discogs:1 wikidata:Q1', 'mb:a wikidata:Q1'],
    a: 'discogs:1',
    b: 'mb:a',
    relation: 'supports',
  },
  {
    why: 'Snoop Dogg and Snoop Lion share a QID: it joins neither to a Discogs page',
    links: ['mb:dogg wikidata:Q6096', 'mb:lion wikidata:Q6096', 'discogs:132084 wikidata:Q6096'],
    a: 'discogs:132084',
    b: 'mb:lion',
    relation: 'silent',
  },
  {
    why: 'ids of one source do not relate',
    links: ['mb:a wikidata:Q1', 'mb:b wikidata:Q1'],
    a: 'mb:a',
    b: 'mb:b',
    relation: 'silent',
  },
] as const;

describe('relateByLinks', () => {
  it.each(cases)('$relation: $why', ({ links, a, b, relation }) => {
    expect(relateByLinks(entity(a), entity(b), references(...links))).toBe(relation);
  });

  it('is symmetric', () => {
    const id = fc.constantFrom('discogs:1', 'discogs:2', 'mb:a', 'mb:b', 'wikidata:Q1', 'wikidata:Q2');
    const line = fc.tuple(id, id, fc.constantFrom('', ' ended')).map(([a, b, ended]) => `${a} ${b}${ended}`);
    fc.assert(
      fc.property(fc.array(line, { maxLength: 8 }), id, id, (links, a, b) => {
        const known = references(...links);
        expect(relateByLinks(entity(a), entity(b), known)).toBe(relateByLinks(entity(b), entity(a), known));
      }),
    );
  });
});
