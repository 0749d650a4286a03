import { expect, it } from 'vitest';
import { parseWikidataQid } from './ids.ts';

it.each([
  ['Q255', 'Q255'],
  [' q255 ', 'Q255'],
  ['https://www.wikidata.org/wiki/Q255', 'Q255'],
  ['http://www.wikidata.org/entity/Q255', 'Q255'],
  ['m.wikidata.org/wiki/Q255/', 'Q255'],
  ['Q0', null],
  ['255', null],
  ['P434', null],
  ['https://example.org/wiki/Q255', null],
])('reads %s as %s', (text, qid) => {
  expect(parseWikidataQid(text)).toBe(qid);
});
