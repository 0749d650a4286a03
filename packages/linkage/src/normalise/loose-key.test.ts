import fc from 'fast-check';
import { expect, it } from 'vitest';
import { anyName } from './arbitrary-name.ts';
import { artistKey, titleKey } from './keys.ts';
import { looseKey } from './loose-key.ts';

it.each([
  ['spaces', ['black bird', 'blackbird'], 'blackbird'],
  ['Cyrillic', ['дахабраха', 'dakhabrakha'], 'dakhabrakha'],
  ['Cyrillic with spaces', ['молчат дома', 'molchat doma'], 'molchatdoma'],
  ['Greek', ['στελλας', 'stellas'], 'stellas'],
  ['ideographs', ['北京', 'bei jing'], 'beijing'],
  ['crossed letters', ['łona', 'lona'], 'lona'],
  ['slashed letters', ['søren', 'soren'], 'soren'],
  ['the dotless i', ['aşıq altay', 'asiq altay'], 'asiqaltay'],
  ['a Greek letter that looks Latin', ['νilufer yanya', 'nilufer yanya'], 'niluferyanya'],
  ['a Cyrillic letter that looks Latin', ['cat рower', 'cat power'], 'catpower'],
])('joins over %s', (_what, keys, loose) => {
  for (const key of keys) expect(looseKey(key)).toBe(loose);
});

it.each(['!!!', '+/-', '∆', '❤', ''])('keeps the signs of %j', (key) => {
  expect(looseKey(key)).toBe(key);
});

it.each([
  ['marc almond', 'mark almond'],
  ['!!!', '???'],
  ['∆', '❤'],
])('keeps %j and %j apart', (a, b) => {
  expect(looseKey(a)).not.toBe(looseKey(b));
});

it.each([
  ['artistKey', artistKey],
  ['titleKey', titleKey],
])('of an %s has no spaces, is empty only with it, and changes nothing the second time', (_name, keyOf) => {
  fc.assert(
    fc.property(anyName, (name) => {
      const key = keyOf(name);
      const loose = looseKey(key);
      expect(loose).not.toContain(' ');
      expect(loose === '').toBe(key === '');
      expect(looseKey(loose)).toBe(loose);
    }),
    { numRuns: 1_000 },
  );
});
