import { describe, expect, it } from 'vitest';
import { compose } from './compose.ts';
import type { Leg, Relation } from './leg.ts';
import { makeLeg, priority, relateBy } from './make-leg.ts';

interface Row {
  readonly id: string;
  readonly why: string;
  readonly legs: readonly Leg[];
  readonly relations?: Readonly<Record<string, Relation>>;
  readonly method: string | null;
  readonly confidence: number | null;
  readonly agreement: readonly string[] | null;
  readonly main?: readonly string[];
}

const all = (...sources: string[]): Record<string, Relation> =>
  Object.fromEntries(
    sources.flatMap((a) => sources.filter((b) => b !== a).map((b) => [`${a} ${b}`, 'supports' as const])),
  );

const rows: readonly Row[] = [
  {
    id: 'B1',
    why: 'one leg is the verdict',
    legs: [makeLeg('discogs_release', 'exact_match')],
    method: 'exact_match',
    confidence: 1,
    agreement: null,
  },
  {
    id: 'B2',
    why: 'unverified: the weakest',
    legs: [makeLeg('discogs_release', 'exact_match'), makeLeg('discogs_artist', 'alias_match')],
    method: 'alias_match',
    confidence: 0.8,
    agreement: null,
    main: ['discogs_release', 'discogs_artist'],
  },
  {
    id: 'B3',
    why: 'verified: max(0.95, min(1.00, 0.80))',
    legs: [makeLeg('discogs_release', 'exact_match'), makeLeg('discogs_artist', 'alias_match')],
    relations: all('discogs_release', 'discogs_artist'),
    method: 'cross_source_agreement',
    confidence: 0.95,
    agreement: ['discogs_artist', 'discogs_release'],
  },
  {
    id: 'B4',
    why: 'three that agree',
    legs: [
      makeLeg('discogs_release', 'exact_match'),
      makeLeg('discogs_artist', 'alias_match'),
      makeLeg('wikidata', 'alias_match'),
    ],
    relations: all('discogs_release', 'discogs_artist', 'wikidata'),
    method: 'cross_source_agreement',
    confidence: 0.95,
    agreement: ['discogs_artist', 'discogs_release', 'wikidata'],
  },
  {
    id: 'B5',
    why: 'a person beats agreement',
    legs: [makeLeg('discogs_release', 'manual'), makeLeg('discogs_artist', 'alias_match')],
    relations: all('discogs_release', 'discogs_artist'),
    method: 'manual',
    confidence: 1,
    agreement: null,
  },
  {
    id: 'B6',
    why: 'inherited has no vote, but counts in the minimum',
    legs: [makeLeg('discogs_release', 'exact_match'), makeLeg('discogs_artist', 'inherited', 0.95)],
    relations: all('discogs_release', 'discogs_artist'),
    method: 'inherited',
    confidence: 0.95,
    agreement: null,
  },
  {
    id: 'B7',
    why: 'eight exact legs without a link are not an agreement',
    legs: [
      'discogs_master',
      'discogs_release',
      'mb_release_group',
      'mb_release',
      'mb_recording',
      'wikidata',
      'spotify',
      'apple_music',
    ].map((source) => makeLeg(source, 'exact_match')),
    method: 'exact_match',
    confidence: 1,
    agreement: null,
    main: [
      'discogs_release',
      'discogs_master',
      'mb_release_group',
      'mb_release',
      'mb_recording',
      'wikidata',
      'spotify',
      'apple_music',
    ],
  },
  {
    id: 'B8',
    why: 'artist legs alone',
    legs: [
      makeLeg('discogs_artist', 'alias_match'),
      makeLeg('mb_artist', 'alias_match'),
      makeLeg('bandcamp', 'alias_match'),
    ],
    method: 'alias_match',
    confidence: 0.8,
    agreement: null,
  },
  { id: 'B9/L1', why: 'no legs: unresolved', legs: [], method: null, confidence: null, agreement: null, main: [] },
  {
    id: 'L2',
    why: 'an id without evidence is not exact',
    legs: [makeLeg('discogs_artist', null)],
    method: null,
    confidence: null,
    agreement: null,
    main: [],
  },
  {
    id: 'L3',
    why: 'nor are two',
    legs: [makeLeg('discogs_artist', null), makeLeg('mb_artist', null)],
    relations: all('discogs_artist', 'mb_artist'),
    method: null,
    confidence: null,
    agreement: null,
  },
  {
    id: 'L4',
    why: 'an inherited leg of no known parent counts',
    legs: [makeLeg('discogs_artist', 'exact_match'), makeLeg('wikidata', 'inherited', 0.8)],
    method: 'inherited',
    confidence: 0.8,
    agreement: null,
  },
  {
    id: 'L5',
    why: 'no boost without a verified link',
    legs: [makeLeg('discogs_artist', 'exact_match'), makeLeg('mb_artist', 'name_variation', 0.92)],
    method: 'name_variation',
    confidence: 0.92,
    agreement: null,
  },
  {
    id: 'L5 verified',
    why: 'with one: max(0.95, min(1.00, 0.92))',
    legs: [makeLeg('discogs_artist', 'exact_match'), makeLeg('mb_artist', 'name_variation', 0.92)],
    relations: all('discogs_artist', 'mb_artist'),
    method: 'cross_source_agreement',
    confidence: 0.95,
    agreement: ['discogs_artist', 'mb_artist'],
  },
  {
    id: 'L6',
    why: 'manual beside an id without evidence',
    legs: [makeLeg('discogs_artist', 'manual'), makeLeg('mb_artist', null)],
    method: 'manual',
    confidence: 1,
    agreement: null,
  },
  {
    id: 'L7',
    why: 'an id without evidence never wins a tie',
    legs: [makeLeg('mb_artist', 'trigram', 0.95), makeLeg('discogs_artist', null)],
    method: 'trigram',
    confidence: 0.95,
    agreement: null,
    main: ['mb_artist'],
  },
  {
    id: 'L8',
    why: 'four without evidence',
    legs: ['discogs_artist', 'mb_artist', 'wikidata', 'spotify'].map((source) => makeLeg(source, null)),
    method: null,
    confidence: null,
    agreement: null,
  },
  {
    id: 'L9',
    why: 'below the floor: gone',
    legs: [makeLeg('discogs_artist', 'exact_match'), makeLeg('spotify', 'llm', 0.55)],
    method: 'exact_match',
    confidence: 1,
    agreement: null,
    main: ['discogs_artist'],
  },
  {
    id: 'L10',
    why: 'nothing above the floor',
    legs: [makeLeg('discogs_artist', 'llm', 0.5)],
    method: null,
    confidence: null,
    agreement: null,
  },
  {
    id: 'L11',
    why: 'nothing above the floor',
    legs: [makeLeg('discogs_artist', 'trigram', 0.1)],
    method: null,
    confidence: null,
    agreement: null,
  },
  {
    id: 'N1',
    why: 'contradicted: no boost, the stronger stays in main',
    legs: [makeLeg('discogs_artist', 'exact_match'), makeLeg('mb_artist', 'name_variation', 0.92)],
    relations: { 'discogs_artist mb_artist': 'contradicts' },
    method: 'name_variation',
    confidence: 0.92,
    agreement: null,
    main: ['discogs_artist'],
  },
  {
    id: 'N2',
    why: 'only the component of the anchor agrees',
    legs: [
      makeLeg('discogs_artist', 'exact_match'),
      makeLeg('mb_artist', 'exact_match'),
      makeLeg('spotify', 'exact_match'),
      makeLeg('apple_music', 'exact_match'),
    ],
    relations: { ...all('discogs_artist', 'mb_artist'), ...all('spotify', 'apple_music') },
    method: 'cross_source_agreement',
    confidence: 1,
    agreement: ['discogs_artist', 'mb_artist'],
    main: ['discogs_artist', 'mb_artist', 'spotify', 'apple_music'],
  },
  {
    id: 'N3',
    why: 'derived from the other: one observation',
    legs: [
      makeLeg('discogs_artist', 'exact_match'),
      makeLeg('wikidata', 'exact_match', 1, { derivedFrom: 'discogs_artist' }),
    ],
    relations: all('discogs_artist', 'wikidata'),
    method: 'exact_match',
    confidence: 1,
    agreement: null,
  },
  {
    id: 'N4',
    why: 'derived, then confirmed from outside its derivation',
    legs: [
      makeLeg('discogs_artist', 'exact_match'),
      makeLeg('wikidata', 'exact_match', 1, { derivedFrom: 'discogs_artist' }),
      makeLeg('mb_artist', 'name_variation', 0.92),
    ],
    relations: { ...all('discogs_artist', 'wikidata'), ...all('wikidata', 'mb_artist') },
    method: 'cross_source_agreement',
    confidence: 0.95,
    agreement: ['discogs_artist', 'mb_artist', 'wikidata'],
  },
  {
    id: 'N5',
    why: 'the floor comes before the minimum',
    legs: [
      makeLeg('discogs_artist', 'exact_match'),
      makeLeg('mb_artist', 'alias_match'),
      makeLeg('spotify', 'llm', 0.62),
    ],
    relations: all('discogs_artist', 'mb_artist'),
    method: 'cross_source_agreement',
    confidence: 0.95,
    agreement: ['discogs_artist', 'mb_artist'],
    main: ['discogs_artist', 'mb_artist'],
  },
  {
    id: 'N6',
    why: 'max(0.95, min(0.97, 0.99))',
    legs: [makeLeg('discogs_artist', 'name_variation', 0.97), makeLeg('mb_artist', 'name_variation', 0.99)],
    relations: all('discogs_artist', 'mb_artist'),
    method: 'cross_source_agreement',
    confidence: 0.97,
    agreement: ['discogs_artist', 'mb_artist'],
  },
  {
    id: 'N7',
    why: 'manual, and the others still fill their fields',
    legs: [
      makeLeg('discogs_release', 'manual'),
      makeLeg('mb_artist', 'exact_match'),
      makeLeg('wikidata', 'exact_match'),
    ],
    relations: all('mb_artist', 'wikidata'),
    method: 'manual',
    confidence: 1,
    agreement: null,
    main: ['discogs_release', 'mb_artist', 'wikidata'],
  },
  {
    id: 'N8',
    why: 'known absent: no automatic id takes the place',
    legs: [
      makeLeg('discogs_artist', 'manual', 1, { externalId: null }),
      makeLeg('discogs_artist', 'exact_match'),
      makeLeg('mb_artist', 'exact_match'),
    ],
    method: 'exact_match',
    confidence: 1,
    agreement: null,
    main: ['mb_artist'],
  },
  {
    id: 'N9 kept',
    why: '0.70 after a float32 round trip',
    legs: [makeLeg('discogs_artist', 'trigram', Math.fround(0.7))],
    method: 'trigram',
    confidence: Math.fround(0.7),
    agreement: null,
  },
  {
    id: 'N9 dropped',
    why: '0.6999 is below',
    legs: [makeLeg('discogs_artist', 'trigram', Math.fround(0.6999))],
    method: null,
    confidence: null,
    agreement: null,
  },
  {
    id: 'N10',
    why: 'a leg gone: the fallback, no rule 5',
    legs: [makeLeg('discogs_artist', 'name_variation', 0.92)],
    method: 'name_variation',
    confidence: 0.92,
    agreement: null,
  },
  {
    id: 'two exact that agree',
    why: 'the minimum may be 1.00',
    legs: [makeLeg('discogs_artist', 'exact_match'), makeLeg('mb_artist', 'exact_match')],
    relations: all('discogs_artist', 'mb_artist'),
    method: 'cross_source_agreement',
    confidence: 1,
    agreement: ['discogs_artist', 'mb_artist'],
  },
  {
    id: 'tie',
    why: 'of equals the first in priority order',
    legs: [makeLeg('mb_artist', 'member_group', 0.84), makeLeg('discogs_artist', 'alias_match', 0.84)],
    method: 'alias_match',
    confidence: 0.84,
    agreement: null,
  },
  {
    id: 'manual not 1',
    why: 'manual is 1.00',
    legs: [makeLeg('discogs_artist', 'manual', 0.9)],
    method: 'manual',
    confidence: 1,
    agreement: null,
  },
  {
    id: 'two manual',
    why: 'two manual rows',
    legs: [makeLeg('discogs_artist', 'manual'), makeLeg('mb_artist', 'manual')],
    method: 'manual',
    confidence: 1,
    agreement: null,
  },
  {
    id: 'followed link',
    why: 'a leg that only followed a link lowers nothing',
    legs: [
      makeLeg('discogs_artist', 'exact_match'),
      makeLeg('bandcamp', 'inherited', 0.95, { derivedFrom: 'discogs_artist' }),
    ],
    method: 'exact_match',
    confidence: 1,
    agreement: null,
    main: ['discogs_artist', 'bandcamp'],
  },
];

describe('compose', () => {
  it.each(rows)('$id: $why', ({ legs, relations = {}, method, confidence, agreement, main }) => {
    const composition = compose({ legs, relate: relateBy(relations), priority, anchorFamily: 'discogs' });
    expect(composition.verdict?.method ?? null).toBe(method);
    expect(composition.verdict?.confidence ?? null).toBe(confidence);
    expect(composition.verdict?.agreementSources ?? null).toEqual(agreement);
    if (main) expect(composition.mainLegs.map(({ source }) => source)).toEqual(main);
  });

  it('names both sides of a contradiction', () => {
    const legs = [makeLeg('discogs_artist', 'exact_match'), makeLeg('mb_artist', 'name_variation', 0.92)];
    const { conflicts, legs: kept } = compose({ legs, relate: () => 'contradicts', priority, anchorFamily: 'discogs' });
    expect(conflicts).toEqual([
      {
        source: 'mb_artist',
        externalId: 'mb_artist-1',
        withSource: 'discogs_artist',
        withExternalId: 'discogs_artist-1',
        reason: 'cross_reference_contradicts',
      },
    ]);
    expect(kept).toHaveLength(2);
  });

  it('does not call an agreement within one family cross-source where two are asked for', () => {
    const legs = [makeLeg('discogs_release', 'exact_match'), makeLeg('discogs_artist', 'exact_match')];
    const { verdict } = compose({
      legs,
      relate: () => 'supports',
      priority,
      anchorFamily: 'discogs',
      minimumFamilies: 2,
    });
    expect(verdict?.method).toBe('exact_match');
  });
});
