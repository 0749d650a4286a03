import fc from 'fast-check';
import { expect, it } from 'vitest';
import { anyName, asciiName } from './arbitrary-name.ts';
import { storageForm, storageFormOfAnyScript } from './storage-form.ts';

it.each([
  ['case and marks stay', 'Nilüfer Yanya', 'Nilüfer Yanya'],
  ['composes', 'Beyonce\u0301', 'Beyonc\u00E9'],
  ['trims U+0020', '  The  Fall ', 'The  Fall'],
  ['trims nothing else', '\u00A0\tFall\t', '\u00A0\tFall\t'],
  ['full-width letters are as written', 'ＡＢ', 'ＡＢ'],
  ['ZWJ sequences are as written', '👨‍👩‍👧', '👨‍👩‍👧'],
  ['NUL is text', 'a\0b', 'a\0b'],
  ['a lone surrogate is text', 'é\uD800', 'é\uD800'],
  ['repairs a two-byte letter', 'Beyonc\u00C3\u00A9', 'Beyoncé'],
  ['repairs through the CP1252 extras', 'Don\u00E2\u20AC\u2122t', 'Don’t'],
  ['repairs Greek', '\u00CE\u00A3\u00CF\u20AC', 'Σπ'],
  ['repairs Cyrillic', '\u00D0\u0153\u00D0\u00BE', 'Мо'],
  ['repairs one round only', '\u00C3\u0192\u00C2\u00A9', '\u00C3\u00A9'],
  ['a repaired BOM stays', '\u00EF\u00BB\u00BF\u00C3\u00A9', '\uFEFFé'],
  ['a C1 control stops the repair', '\u00C3\u00A9\u0085', '\u00C3\u00A9\u0085'],
  ['a CP1252 hole stops the repair', '\u00C3\u0081', '\u00C3\u0081'],
  ['a character CP1252 lacks stops the repair', '\u00C3\u00A9 細', '\u00C3\u00A9 細'],
  ['what is not UTF-8 underneath stays', 'Ängie Âme', 'Ängie Âme'],
  ['overlong UTF-8 is no UTF-8', '\u00E2\u00C0\u00AF', '\u00E2\u00C0\u00AF'],
  ['Mac Roman is another misreading', 'Caf√©', 'Caf√©'],
  ['Hebrew misread has no trigger', '×©×œ', '×©×œ'],
])('%s', (_why, text, expected) => {
  expect(storageForm(text)).toBe(expected);
});

it('short-cuts ASCII without changing the answer', () => {
  fc.assert(fc.property(asciiName, (name) => storageForm(name) === storageFormOfAnyScript(name)));
});

it('never throws and is trimmed', () => {
  fc.assert(fc.property(anyName, (name) => !/^ | $/.test(storageForm(name))));
});
