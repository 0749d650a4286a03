import fc from 'fast-check';
import { expect, it } from 'vitest';
import { repairMacRoman } from './repair-mac-roman.ts';

it.each([
  ['a Latin letter', 'Beyonc√©', 'Beyoncé'],
  ['one inside a word', 'Sigur R√≥s', 'Sigur Rós'],
  ['one that mixes with letters', 'Bj√∂rk', 'Björk'],
  ['another lead byte', 'D≈çngsi', 'Dōngsi'],
  ['quotes', 'Don‚Äôt', 'Don’t'],
  ['Cyrillic', '–ú–æ–ª—á–∞—Ç', 'Молчат'],
  ['Greek', 'Œ£œÑŒµŒªŒªŒ¨œÇ', 'Στελλάς'],
  ['what had been misread before', 'Caf√É¬©', 'Café'],
])('repairs %s', (_what, text, repaired) => {
  expect(repairMacRoman(text)).toBe(repaired);
});

it.each([
  ['what was read well', 'Beyoncé'],
  ['a capital with an accent', 'Ágætis byrjun'],
  ['a ligature', 'Œuvre'],
  ['dashes', 'Live – 1999 — 2003'],
  ['the signs themselves', '√'],
  ['signs in a title', 'f ≈ g'],
  ['what is misread in part', 'Beyonc√© é'],
  ['what no byte of Mac Roman is', 'Beyonc√© 細野'],
  ['plain text', 'Stereolab'],
  ['nothing', ''],
])('leaves %s', (_what, text) => {
  expect(repairMacRoman(text)).toBe(text);
});

it('brings back every name of Latin letters, and leaves it then', () => {
  const macRoman = new TextDecoder('macintosh');
  const name = fc.string({ unit: fc.constantFrom(...'Stereolab éöüñřłžßőÉĆşı'), maxLength: 20 });
  fc.assert(
    fc.property(name, (text) => {
      expect(repairMacRoman(macRoman.decode(new TextEncoder().encode(text)))).toBe(text);
      expect(repairMacRoman(text)).toBe(text);
    }),
  );
});
