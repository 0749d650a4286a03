import fc from 'fast-check';
import { expect, it } from 'vitest';
import { repairWindows1252 } from './repair-windows-1252.ts';
import { storageForm } from './storage-form.ts';

it.each([
  ['a Latin letter', 'BjÃ¶rk', 'Björk'],
  ['one whose byte has no character', 'Ã\u0081gÃ¦tis byrjun', 'Ágætis byrjun'],
  ['a quote', 'Donâ€™t', 'Don’t'],
  ['Cyrillic', 'ÐœÐ¾Ð»Ñ‡Ð°Ñ‚ Ð”Ð¾Ð¼Ð°', 'Молчат Дома'],
  ['ideographs', 'ç´°é‡Žæ™´è‡£', '細野晴臣'],
  ['what was misread twice', 'CafÃƒÂ©', 'Café'],
])('repairs %s', (_what, text, repaired) => {
  expect(repairWindows1252(text)).toBe(repaired);
});

it.each([
  ['what was read well', 'Björk'],
  ['a capital with an accent', 'Ágætis byrjun'],
  ['letters that could be lead bytes', 'Ãngela Ñandú'],
  ['what is misread in part', 'BjÃ¶rk é'],
  ['what no byte is', 'BjÃ¶rk 細野'],
  ['plain text', 'Stereolab'],
  ['nothing', ''],
])('leaves %s', (_what, text) => {
  expect(repairWindows1252(text)).toBe(text);
});

it('repairs what the storage form leaves, for a byte that Windows does not assign', () => {
  const [misread, name] = ['Ã\u008Dsland', 'Ísland'];
  expect(storageForm(misread)).toBe(misread);
  expect(repairWindows1252(misread)).toBe(name);
});

it('brings back every name, and leaves it then', () => {
  const windows = new TextDecoder('windows-1252');
  const name = fc.string({ unit: fc.constantFrom(...'Stereolab éöüÁñřłжяλςíकحé細北행'), maxLength: 20 });
  fc.assert(
    fc.property(name, (text) => {
      expect(repairWindows1252(windows.decode(new TextEncoder().encode(text)))).toBe(text);
      expect(repairWindows1252(text)).toBe(text);
    }),
  );
});
