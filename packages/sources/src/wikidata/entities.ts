import type { EntitySource } from '../authority.ts';
import { WIKIDATA_QID_PATTERN, wikidataPage } from './ids.ts';

const SHARED = { family: 'wikidata', integerId: false, pattern: WIKIDATA_QID_PATTERN, url: wikidataPage } as const;

/** One id grammar, two sources: an artist's item and an album's item answer different questions. */
export const WIKIDATA_ENTITIES: readonly EntitySource[] = [
  { ...SHARED, name: 'wikidata', grain: 'group', mainField: 'wikidata_qid' },
  { ...SHARED, name: 'wikidata_artist', grain: 'artist', mainField: 'artist.wikidata_qid' },
];
