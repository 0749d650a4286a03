import { repairMacRoman } from '@deadwax/linkage/normalise/repair-mac-roman';
import { describe, expect, it } from 'vitest';
import { columnFields } from '../columns/column-field.ts';
import { Notices } from '../notices.ts';
import { buildInput, RowIds } from './build-input.ts';
import { parseFlag } from './parse-flag.ts';
import { parseYear } from './parse-year.ts';

const map = Object.fromEntries(columnFields.map((field, index) => [field, index]));

function build(cells: Partial<Record<(typeof columnFields)[number], string>>) {
  const notices = new Notices();
  const row = { rowNumber: 7, lineNumber: 8, cells: columnFields.map((field) => cells[field] ?? '') };
  return { input: buildInput(row, map, notices), notices: notices.toJson() };
}

describe('buildInput', () => {
  it('leaves names as they are typed and empty hints out', () => {
    expect(build({ artist: ' The  Fall', album: 'Grotesque\t(LP)', label: '  ' })).toEqual({
      input: {
        library_id: 7,
        artist_name: ' The  Fall',
        album_title: 'Grotesque\t(LP)',
        label: null,
        year: null,
        format: null,
        catalog_number: null,
        barcode: null,
        is_compilation: null,
        shelf_code: null,
        legacy_release_id: null,
      },
      notices: {},
    });
  });

  it('reads every hint', () => {
    const cells = {
      artist: 'a',
      label: 'RCA',
      year: '1977',
      format: 'LP',
      catalog_number: 'PL 12522',
      barcode: '="035628"',
      is_compilation: 'no',
      shelf_code: 'ZA',
      legacy_release_id: '0042',
    };
    expect(build(cells).input).toMatchObject({
      label: 'RCA',
      year: 1977,
      format: 'LP',
      catalog_number: 'PL 12522',
      barcode: '035628',
      is_compilation: false,
      shelf_code: 'ZA',
      legacy_release_id: 42,
    });
  });

  it('asks no question with a barcode that a spreadsheet rounded', () => {
    expect(build({ artist: 'a', barcode: '7.24E+11' }).input.barcode).toBeNull();
  });

  it('cuts what is too long, between characters', () => {
    const { input, notices } = build({ artist: `${'x'.repeat(1999)}😀`, album: 'y' });
    expect(input.artist_name).toBe('x'.repeat(1999));
    expect(notices).toEqual({ cut: 1 });
  });

  it.each([
    ['a year that is none', { artist: 'a', year: 'sometime' }, { years: 1 }],
    ['an unknown year', { artist: 'a', year: '0' }, {}],
    ['no names', { artist: ' ' }, { blank_names: 1 }],
    ['a repair', { artist: 'Beyonc√©', album: '¬µ-Ziq' }, { repaired: 2 }],
  ])('notices %s', (_what, cells, notices) => {
    expect(build(cells).notices).toEqual(notices);
  });
});

describe('RowIds', () => {
  it('takes whole numbers that are new, and the row number else', () => {
    const ids = new RowIds();
    const notices = new Notices();
    const texts = ['12', ' 0013 ', '', '12', 'A-4', '9007199254740993', '-5', '1.5'];
    const found = texts.map((text, index) =>
      ids.identify({ rowNumber: index + 1, lineNumber: index + 2, cells: [text] }, { id: 0 }, notices),
    );
    expect(found).toEqual([12, 13, 3, 4, 5, 6, -5, 8]);
    expect([...notices.describe()]).toEqual([
      '4 ids are no whole numbers or stood in a row before: those rows go by their row numbers (line 5, 6, 7, 9)',
    ]);
  });
});

describe('parseYear', () => {
  it.each([
    ['1977', 1977],
    ['1999-03-00', 1999],
    ['12/05/1987', 1987],
    ['© 1977', 1977],
    ['℗1977', 1977],
    ['19770512', 1977],
    ['1977.0', 1977],
    ['１９７７', 1977],
    ['1977 (repressed 1999)', 1977],
    ['77', null],
    ['0', null],
    ['3000', null],
    ['1750', null],
    ['123456', null],
    ['', null],
  ])('%j', (text, year) => {
    expect(parseYear(text)).toBe(year);
  });
});

describe('parseFlag', () => {
  it.each([
    ['TRUE', true],
    ['1', true],
    ['Ja', true],
    ['V/A', true],
    ['0', false],
    ['No', false],
    ['', null],
    ['perhaps', null],
  ])('%j', (text, flag) => {
    expect(parseFlag(text)).toBe(flag);
  });
});

describe('repairMacRoman', () => {
  it.each([
    ['Beyonc√©', 'Beyoncé'],
    ['¬µ-Ziq', 'µ-Ziq'],
    ['Caf√É¬©', 'Café'],
    ['–ú–æ–ª—á–∞—Ç', 'Молчат'],
    ['Sigur R√≥s', 'Sigur Rós'],
    ['√2', '√2'],
    ['Beyoncé', 'Beyoncé'],
    ['¬µ and 細野', '¬µ and 細野'],
    ['“État” – Été', '“État” – Été'],
  ])('%s', (text, expected) => {
    expect(repairMacRoman(text)).toBe(expected);
  });
});
