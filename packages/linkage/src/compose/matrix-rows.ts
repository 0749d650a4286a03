import type { Leg, Relation } from './leg.ts';
import { makeLeg } from './make-leg.ts';

/** One worked example: legs and what relates them in, verdict out. */
export interface MatrixRow {
  readonly id: string;
  readonly why: string;
  readonly legs: readonly Leg[];
  readonly relations?: Readonly<Record<string, Relation>>;
  readonly method: string | null;
  readonly confidence: number | null;
  readonly agreement: readonly string[] | null;
  readonly main?: readonly string[];
}

/** Every pair of these sources supports each other. */
export const all = (...sources: string[]): Record<string, Relation> =>
  Object.fromEntries(
    sources.flatMap((a) => sources.filter((b) => b !== a).map((b) => [`${a} ${b}`, 'supports' as const])),
  );

/** One record's legs by their number: release and artist legs of one family, several families, and legs without evidence. */
export const basicRows: readonly MatrixRow[] = [
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
    id: 'B9 and L1',
    why: 'nothing to compose: no verdict, and none is made up',
    legs: [],
    method: null,
    confidence: null,
    agreement: null,
    main: [],
  },
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
];
