import { expect, it } from 'vitest';
import { mayBeMusic } from './music-filter.ts';

it.each([
  ['{"claims":{"P434":[{"mainsnak":{}}]}}', true],
  ['{"claims": {"P1953": [{"mainsnak":{}}]}}', true],
  ['{"id":"Q482994"}', true],
  ['{"numeric-id":639669,"entity-type":"item"}', true],
  ['{"entity-type":"item","numeric-id": 639669}', true],
  ['{"numeric-id":6396690}', false],
  ['{"claims":{"P4341":[]}}', false],
  ['{"value":"P434 and Q482994"}', false],
  ['{"id":"Q5"}', false],
])('%s %s', (line, expected) => {
  expect(mayBeMusic(Buffer.from(line))).toBe(expected);
});
