import { type Method, typicalConfidence } from '../model.ts';
import type { Leg, Relation } from './leg.ts';

/** Builders for tests: a leg in one line, and a relation from a list of pairs. */

export function makeLeg(source: string, method: Method | null, confidence?: number, more: Partial<Leg> = {}): Leg {
  return {
    source,
    family: source.split('_')[0] ?? source,
    externalId: `${source}-1`,
    method,
    confidence: method === null ? null : (confidence ?? typicalConfidence(method)),
    derivedFrom: null,
    ...more,
  };
}

const order = [
  'discogs_release',
  'discogs_master',
  'discogs_artist',
  'mb_release_group',
  'mb_release',
  'mb_recording',
  'mb_artist',
  'wikidata',
  'spotify',
  'apple_music',
  'bandcamp',
];

export const priority = (source: string): number => (order.includes(source) ? order.indexOf(source) : order.length);

export function relateBy(pairs: Readonly<Record<string, Relation>>): (a: Leg, b: Leg) => Relation {
  return (a, b) => pairs[`${a.source} ${b.source}`] ?? pairs[`${b.source} ${a.source}`] ?? 'silent';
}
