import fc from 'fast-check';
import { expect, it } from 'vitest';
import { anyName } from './arbitrary-name.ts';
import { foldLookAlikes, foldLookAlikesByRule } from './look-alikes.ts';

it.each([
  ['a Greek nu that was a capital', 'νilufer yanya', 'nilufer yanya'],
  ['a Greek capital nu', 'Νilüfer Yanya', 'Nilüfer Yanya'],
  ['a Cyrillic capital', 'Сat Power', 'Cat Power'],
  ['a Greek omicron', 'stereοlab', 'stereolab'],
  ['Cyrillic letters', 'сat рower', 'cat power'],
  ['a Cyrillic a', 'bjоrk аnd the аbba', 'bjork and the abba'],
  ['beside marks', 'νilüfer', 'nilüfer'],
])('puts Latin letters for %s', (_what, text, folded) => {
  expect(foldLookAlikes(text)).toBe(folded);
});

it.each([
  ['Cyrillic words', 'молчат дома'],
  ['Greek words', 'στελλας'],
  ['a word of look-alikes alone', 'сор'],
  ['a Cyrillic word beside a Latin one', 'cat рожа'],
  ['Latin words', 'Björk and Sun O)))'],
  ['Cyrillic letters that look like none', 'жazz'],
  ['other scripts', '細野晴臣'],
  ['nothing', ''],
])('leaves %s', (_what, text) => {
  expect(foldLookAlikes(text)).toBe(text);
});

it('keeps the length, and changes nothing the second time', () => {
  const mixed = fc.array(fc.oneof(anyName, fc.constantFrom('a', 'а', 'ο', 'ж', 'σ', ' ')), { maxLength: 6 });
  fc.assert(
    fc.property(mixed, (parts) => {
      const text = parts.join('');
      const folded = foldLookAlikes(text);
      expect(folded).toHaveLength(text.length);
      expect(foldLookAlikes(folded)).toBe(folded);
      expect(folded).toBe(foldLookAlikesByRule(text));
    }),
    { numRuns: 1_000 },
  );
});

it('takes no short cut for any letter that the rule folds', () => {
  for (let code = 0; code <= 0xffff; code += 1) {
    const text = `a${String.fromCharCode(code)}`;
    expect(foldLookAlikes(text)).toBe(foldLookAlikesByRule(text));
  }
});
