import type { People } from './people-latin.ts';
import * as latin from './people-latin.ts';
import type { ScriptWords } from './people-other.ts';
import * as other from './people-other.ts';

/** Whose names and which country's records. */
export interface Culture {
  readonly code: string;
  readonly share: number;
  readonly people: People | null;
  readonly script: ScriptWords | null;
  readonly country: string;
  /** Wikidata and MusicBrainz locale of names in this culture. */
  readonly language: string;
}

type Row = readonly [code: string, share: number, words: People | ScriptWords, country: string, language: string];

const ROWS: readonly Row[] = [
  ['us', 35, latin.ENGLISH, 'US', 'en'],
  ['uk', 27, latin.ENGLISH, 'UK', 'en'],
  ['ca', 3, latin.ENGLISH, 'Canada', 'en'],
  ['jm', 2.5, latin.ENGLISH, 'Jamaica', 'en'],
  ['au', 2.5, latin.ENGLISH, 'Australia', 'en'],
  ['de', 6.5, latin.GERMAN, 'Germany', 'de'],
  ['fr', 5, latin.FRENCH, 'France', 'fr'],
  ['it', 4, latin.ITALIAN, 'Italy', 'it'],
  ['es', 1.8, latin.SPANISH, 'Spain', 'es'],
  ['br', 1.5, latin.PORTUGUESE, 'Brazil', 'pt'],
  ['se', 2.4, latin.NORDIC, 'Sweden', 'sv'],
  ['pl', 1.3, latin.SLAVIC, 'Poland', 'pl'],
  ['tr', 0.5, latin.TURKISH, 'Turkey', 'tr'],
  ['hu', 0.5, latin.HUNGARIAN, 'Hungary', 'hu'],
  ['ng', 1.4, latin.AFRICAN, 'Nigeria', 'en'],
  ['ru', 1.6, other.CYRILLIC, 'Russia', 'ru'],
  ['gr', 0.4, other.GREEK, 'Greece', 'el'],
  ['jp', 1.6, other.JAPANESE, 'Japan', 'ja'],
  ['kr', 0.4, other.KOREAN, 'South Korea', 'ko'],
  ['eg', 0.35, other.ARABIC, 'Egypt', 'ar'],
  ['il', 0.35, other.HEBREW, 'Israel', 'he'],
];

export const CULTURES: readonly Culture[] = ROWS.map(([code, share, words, country, language]) => ({
  code,
  share,
  people: 'nouns' in words ? null : words,
  script: 'nouns' in words ? words : null,
  country,
  language,
}));
