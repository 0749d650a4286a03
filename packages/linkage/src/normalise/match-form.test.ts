import fc from 'fast-check';
import { expect, it } from 'vitest';
import { asciiName } from './arbitrary-name.ts';
import { matchForm, matchFormOfAnyScript } from './match-form.ts';

it.each([
  ['Latin marks go', 'Nilüfer Yanya', 'nilufer yanya'],
  ['dotless i stays, cedilla goes', 'Aşıq Altay', 'asıq altay'],
  ['dotted capital I is an i', 'İstanbul', 'istanbul'],
  ['Cyrillic lower-cases', 'Молчат Дома', 'молчат дома'],
  ['ё is a letter', 'Ёлка Алёна', 'ёлка алёна'],
  ['й is a letter, composed or not', 'Цои\u0306', 'цой'],
  ['ideographs stay', '細野晴臣', '細野晴臣'],
  ['kana keep their voicing marks', 'ガール', 'ガール'],
  ['half-width kana are kana', 'ｶﾞｰﾙ', 'ガール'],
  ['Greek marks go, final sigma folds', 'Στελλάς', 'στελλασ'],
  ['capitals have no final sigma', 'ΣΤΕΛΛΑΣ', 'στελλασ'],
  ['Vietnamese stacks go', 'Phạm Quỳnh Ảnh', 'pham quynh anh'],
  ['æ and œ fold', 'Ænima Œuvre', 'aenima oeuvre'],
  ['ß ł ø đ stay', 'Weiß Łona Øde Đorđe', 'weiß łona øde đorđe'],
  ['capital ẞ is ß', 'WEIẞ', 'weiß'],
  ['full-width is narrow', 'ＦＵＬＬ（２）', 'full(2)'],
  ['compatibility letters open', 'ﬁne Ⅳ №5', 'fine iv no5'],
  ['NBSP is a space to NFKC', 'The\u00A0Fall', 'the fall'],
  ['runs of spaces collapse', '  The   Fall  ', 'the fall'],
  ['tabs stay', 'The\tFall\t', 'the\tfall\t'],
  ['other white space stays', 'a\u2028b', 'a\u2028b'],
  ['ZWJ stays in emoji', '👨‍👩‍👧', '👨‍👩‍👧'],
  ['other format characters go', '\u200EAb\u00ADc\u200Bd\uFEFF', 'abcd'],
  ['a mark beyond a soft hyphen goes', 'e\u00AD\u0301', 'e'],
  ['a mark beyond a joiner stays', 'e\u200D\u0301', 'e\u200D\u0301'],
  ['a mark on nothing stays', '\u0301e', '\u0301e'],
  ['a mark on a digit goes', '1\uFE0F\u20E3', '1'],
  ['Devanagari keeps its marks', 'नमस्ते', 'नमस्ते'],
  ['Arabic keeps its marks', 'مُحَمَّد', 'مُحَمَّد'],
  ['Hebrew keeps its marks', 'שָׁלוֹם', 'שָׁלוֹם'],
  ['misread UTF-8 is repaired', 'Beyonc\u00C3\u00A9', 'beyonce'],
  ['Mac Roman is not', 'Caf√©', 'caf√©'],
  ['typographic signs are as written', '“Heroes”', '“heroes”'],
  ['NUL and a lone surrogate pass', 'A\0\uDC00', 'a\0\uDC00'],
])('%s', (_why, text, expected) => {
  expect(matchForm(text)).toBe(expected);
});

it('short-cuts ASCII without changing the answer', () => {
  fc.assert(fc.property(asciiName, (name) => matchForm(name) === matchFormOfAnyScript(name)));
});

it('lower-cases each character on its own', () => {
  const alone = (name: string) => [...name].map((character) => character.toLowerCase()).join('');
  const letters = fc.constantFrom(
    'Α',
    'Σ',
    'σ',
    'ς',
    'Ά',
    'İ',
    'I',
    'ẞ',
    'ß',
    'Ǆ',
    '𐐀',
    ' ',
    '.',
    "'",
    '-',
    '\u0301',
    '\u00AD',
  );
  const names = fc.string({ unit: letters, maxLength: 10 });
  fc.assert(fc.property(names, (name) => matchForm(name) === matchForm(alone(name))));
});

it('takes time in proportion to the length', () => {
  const started = performance.now();
  for (const filler of [' ', '\t', '\u0301', '(']) matchForm(`é${filler.repeat(200_000)}x`);
  expect(performance.now() - started).toBeLessThan(2_000);
});
