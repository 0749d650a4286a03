import { describe, expect, it } from 'vitest';
import {
  ENDED,
  emptyClaim,
  itemClaim,
  makeItem,
  PLONE,
  PUZZLEWOOD,
  SCOTLAND,
  textClaim,
  timeClaim,
} from '../../tests/wikidata/make-entity.ts';
import { parseEntity, type WikidataEntity } from './parse-entity.ts';

type Claims = Parameters<typeof makeItem>[1]['claims'] & {};

function keep(json: unknown): WikidataEntity {
  const result = parseEntity(json);
  if (result.outcome !== 'kept') throw new Error(result.outcome);
  return result.entity;
}

function kindOf(claims: Claims): string {
  const result = parseEntity(makeItem('Q1', { claims }));
  return result.outcome === 'kept' ? result.entity.kind : result.outcome;
}

const MBID = 'b74ab0f1-1ea1-4f23-ae31-85a4e2b4b9b1';
const SPOTIFY = '7hJcb9fa4alzcOq3EaNPoG';

describe('what an item is', () => {
  it.each<[string, Claims, string]>([
    ['a band', { P31: [itemClaim('Q5741069')] }, 'artist'],
    ['a person with a musical occupation', { P31: [itemClaim('Q5')], P106: [itemClaim('Q639669')] }, 'artist'],
    ['a person without one', { P31: [itemClaim('Q5')], P106: [itemClaim('Q82955')] }, 'not_music'],
    ['a person with an artist’s id', { P31: [itemClaim('Q5')], P1953: [textClaim('5')] }, 'artist'],
    ['a person with an album’s id', { P31: [itemClaim('Q5')], P1954: [textClaim('5')] }, 'other'],
    ['a musical occupation without a person', { P106: [itemClaim('Q639669')] }, 'not_music'],
    ['an album', { P31: [itemClaim('Q482994')] }, 'album'],
    ['an album with an artist’s id', { P31: [itemClaim('Q482994')], P434: [textClaim(MBID)] }, 'album'],
    ['anything with an album’s id', { P31: [itemClaim('Q1')], P436: [textClaim(MBID)] }, 'album'],
    ['anything with an artist’s id', { P31: [itemClaim('Q95074')], P1902: [textClaim(SPOTIFY)] }, 'artist'],
    ['a record label', { P31: [itemClaim('Q18127')] }, 'label'],
    ['a record label with an artist’s id', { P31: [itemClaim('Q18127')], P1953: [textClaim('5')] }, 'artist'],
    ['a song', { P435: [textClaim(MBID)] }, 'other'],
    ['an id that is none', { P1953: [textClaim('Plone')] }, 'not_music'],
    ['an id that is deprecated', { P1953: [textClaim('5', { rank: 'deprecated' })] }, 'not_music'],
  ])('%s', (_name, claims, kind) => {
    expect(kindOf(claims)).toBe(kind);
  });

  it('tells the rest apart', () => {
    expect(parseEntity(SCOTLAND).outcome).toBe('not_music');
    expect(parseEntity({ ...PLONE, type: 'property', id: 'P1' }).outcome).toBe('not_item');
    expect(parseEntity({ id: 'L7', lemmas: {} }).outcome).toBe('not_item');
    expect(parseEntity([])).toEqual({ outcome: 'bad', reason: 'not_an_entity' });
    expect(parseEntity(null)).toEqual({ outcome: 'bad', reason: 'not_an_entity' });
  });

  it('reads items that do not say they are items', () => {
    const { type: _, ...untyped } = PLONE;
    expect(keep(untyped).qid).toBe('Q7206097');
  });
});

describe('identifiers', () => {
  const idsOf = (claims: Claims) =>
    keep(makeItem('Q1', { claims: { P31: [itemClaim('Q215380')], ...claims } })).externalIds.map(
      ({ value, rank, ended, best }) => [value, rank, ended, best],
    );

  it.each<[string, Claims, unknown[]]>([
    ['normal ones are the best where none is preferred', { P1953: [textClaim('1')] }, [['1', 'normal', false, true]]],
    [
      'preferred ones are best, normal ones stay',
      { P1953: [textClaim('1'), textClaim('2', { rank: 'preferred' })] },
      [
        ['1', 'normal', false, false],
        ['2', 'preferred', false, true],
      ],
    ],
    ['deprecated ones are left out', { P1953: [textClaim('1', { rank: 'deprecated' })] }, []],
    ['no value and unknown value are none', { P1953: [emptyClaim('novalue'), emptyClaim('somevalue')] }, []],
    ['an end time ends', { P1953: [textClaim('1', ENDED)] }, [['1', 'normal', true, true]]],
    [
      'an end that is stated not to be does not',
      { P1953: [textClaim('1', { qualifiers: { P582: [{ snaktype: 'novalue' }] } })] },
      [['1', 'normal', false, true]],
    ],
    [
      'stated twice it counts once, at its best',
      { P1953: [textClaim('1', ENDED), textClaim('1', { rank: 'preferred' })] },
      [['1', 'preferred', false, true]],
    ],
    ['MBIDs are in small letters', { P434: [textClaim(` ${MBID.toUpperCase()}`)] }, [[MBID, 'normal', false, true]]],
    ['maps may be lists', { P1953: [textClaim('1', { qualifiers: [] })] }, [['1', 'normal', false, true]]],
  ])('%s', (_name, claims, expected) => {
    expect(idsOf(claims)).toEqual(expected);
  });

  it.each([
    ['P434', 'https://musicbrainz.org/artist/b74ab0f1'],
    ['P1953', 'Plone'],
    ['P1953', '0'],
    ['P1902', 'spotify:artist:7hJcb9fa4alzcOq3EaNPoG'],
    ['P2850', 'id471744'],
    ['P3283', 'plone.bandcamp.com'],
    ['P1728', '0000526136'],
  ])('drops and counts what is no %s: %s', (property, value) => {
    const entity = keep(makeItem('Q1', { claims: { P31: [itemClaim('Q215380')], [property]: [textClaim(value)] } }));
    expect([entity.externalIds, entity.malformedIdentifiers]).toEqual([[], 1]);
  });
});

describe('names, dates and items', () => {
  it.each([
    [{ de: 'D', en: 'E', mul: 'M' }, 'E'],
    [{ de: 'D', mul: 'M' }, 'M'],
    [{ de: 'D', 'en-gb': 'B' }, 'B'],
    [{ de: 'D', fr: 'F' }, 'D'],
    [{ en: ' ', fr: 'F' }, 'F'],
    [{}, null],
  ])('chooses the label of %j', (labels, label) => {
    expect(
      keep(makeItem('Q1', { labels: { ...labels } as Record<string, string>, claims: { P1953: [textClaim('1')] } }))
        .label,
    ).toBe(label);
  });

  it('keeps labels and aliases of every language', () => {
    const entity = keep(PLONE);
    expect(entity).toMatchObject({ qid: 'Q7206097', label: 'Plone', description: 'British electronic band' });
    expect(entity.labels).toEqual([
      { language: 'en', value: 'Plone' },
      { language: 'ja', value: 'プローン' },
    ]);
    expect(entity.aliases.map(({ value }) => value)).toEqual(['Plone (band)', 'プローン']);
  });

  it.each([
    [[timeClaim('+1994-05-02T00:00:00Z', 11)], 1994],
    [[timeClaim('+1995-00-00T00:00:00Z', 9), timeClaim('+1994-05-02T00:00:00Z', 11)], 1994],
    [[timeClaim('+1995-00-00T00:00:00Z', 9, { rank: 'preferred' }), timeClaim('+1994-05-02T00:00:00Z', 11)], 1995],
    [[timeClaim('+1990-00-00T00:00:00Z', 8)], null],
    [[timeClaim('-0044-03-15T00:00:00Z', 11)], null],
    [[], null],
  ])('takes the first of the best dates', (dates, year) => {
    expect(keep(makeItem('Q1', { claims: { P31: [itemClaim('Q482994')], P577: dates } })).year).toBe(year);
  });

  it('reads items of old dumps, which have the number alone', () => {
    const old = itemClaim('Q215380', {
      mainsnak: { snaktype: 'value', datavalue: { value: { 'entity-type': 'item', 'numeric-id': 215380 } } },
    });
    expect(keep(makeItem('Q1', { claims: { P31: [old] } })).items).toEqual([
      { property: 'P31', position: 1, qid: 'Q215380', rank: 'normal', best: true },
    ]);
  });

  it('numbers the performers as they stand', () => {
    const performers = keep(PUZZLEWOOD).items.filter(({ property }) => property === 'P175');
    expect(performers.map(({ position, qid }) => [position, qid])).toEqual([
      [1, 'Q7206097'],
      [2, 'Q404'],
    ]);
  });
});
