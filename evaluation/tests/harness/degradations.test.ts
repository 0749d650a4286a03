import { Random } from '@deadwax/bench/world/random';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { degradations } from '../../src/harness/degradations/degradations.ts';
import type { Row } from '../../src/harness/row.ts';

const blank: Row = {
  artist_name: 'Ondine Marrow',
  album_title: 'The Velvet Harbour',
  label: 'Parlour',
  year: 1980,
  format: 'CD',
  catalog_number: 'PA 12',
  barcode: null,
};

const LONG = `A ${'Very Long Title '.repeat(9)}Indeed`;

/** What is changed, and what must come of it; null: it does not apply. Letters are drawn with one fixed seed. */
const examples: readonly (readonly [degradation: string, before: Partial<Row>, after: Partial<Row> | null])[] = [
  ['none', {}, {}],
  ['letter replaced', {}, { album_title: 'The Velvet Hlrbour' }],
  ['letter replaced', { artist_name: 'Abba', album_title: 'Live' }, null],
  ['letter dropped', {}, { album_title: 'The Vlvet Harbour' }],
  ['letter dropped', { artist_name: 'Abba', album_title: 'Part VIII' }, null],
  ['letter doubled', {}, { album_title: 'The Veelvet Harbour' }],
  ['letters transposed', {}, { album_title: 'The Velvet Hrabour' }],
  ['two typos, one a name', {}, { artist_name: 'Ondine Marow', album_title: 'The Vlevet Harbour' }],
  ['two typos, one a name', { artist_name: 'Various Artists' }, null],
  ['two typos in one name', {}, { album_title: 'The Velvet Habour' }],
  ['two typos in one name', { artist_name: 'Ondine', album_title: 'Harbour' }, null],
  ['upper case', {}, { artist_name: 'ONDINE MARROW', album_title: 'THE VELVET HARBOUR' }],
  ['upper case', { artist_name: '静か', album_title: '1984' }, null],
  ['lower case', {}, { artist_name: 'ondine marrow', album_title: 'the velvet harbour' }],
  ['extra spaces', { album_title: 'Home' }, { artist_name: '  Ondine   Marrow ', album_title: '  Home ' }],
  ['tabs and hard spaces', {}, { artist_name: 'Ondine\tMarrow', album_title: 'The\tVelvet\u{a0}Harbour' }],
  ['tabs and hard spaces', { artist_name: 'Ondine', album_title: 'Home' }, null],
  ['words run together', {}, { artist_name: 'OndineMarrow' }],
  ['hyphen for space', { artist_name: 'Ondine' }, { album_title: 'The-Velvet Harbour' }],
  ['space for hyphen', { artist_name: 'Jean-Luc' }, { artist_name: 'Jean Luc' }],
  ['space for hyphen', {}, null],
  ['punctuation dropped', { album_title: "Don't Look, Ever!" }, { album_title: 'Dont Look Ever' }],
  ['punctuation dropped', { artist_name: '!!!' }, null],
  ['smart quotes', { album_title: "Don't" }, { album_title: 'Don’t' }],
  ['words out of order', { album_title: 'Look Back For Ever' }, { album_title: 'Back Look For Ever' }],
  ['words out of order', { album_title: 'Look Back' }, null],
  ['last word dropped', { album_title: 'Nights: Live In Oslo' }, { album_title: 'Nights: Live In' }],
  ['last word dropped', { album_title: 'The Velvet Harbour' }, null],
  ['small word dropped', { album_title: 'Songs Of The Sea' }, { album_title: 'Songs The Sea' }],
  ['bracket tag', {}, { album_title: 'The Velvet Harbour (deleted 7/91)' }],
  ['format tail', {}, { album_title: 'The Velvet Harbour (CD)' }],
  ['person inverted', {}, { artist_name: 'Marrow, Ondine' }],
  ['person inverted', { artist_name: 'The Lanterns' }, null],
  ['article inverted', {}, { album_title: 'Velvet Harbour, The' }],
  ['article dropped', {}, { album_title: 'Velvet Harbour' }],
  ['article added', {}, { artist_name: 'The Ondine Marrow' }],
  ['article added', { artist_name: 'The Lanterns' }, null],
  ['& for and', { artist_name: 'Sea and Sky' }, { artist_name: 'Sea & Sky' }],
  ['and for &', { artist_name: 'Sea & Sky' }, { artist_name: 'Sea and Sky' }],
  ['+ for and', { artist_name: 'Sea & Sky' }, { artist_name: 'Sea + Sky' }],
  ['+ for and', {}, null],
  ['guest after artist', {}, { artist_name: 'Ondine Marrow featuring Mirelle Ondaro' }],
  ['guest after artist', { artist_name: 'Soundtracks - L' }, null],
  ['guest after title', {}, { album_title: 'The Velvet Harbour (featuring Mirelle Ondaro)' }],
  ['shelf number', {}, { artist_name: 'Ondine Marrow /3' }],
  ['remark after artist', {}, { artist_name: 'Ondine Marrow (UK)' }],
  ['artist before title', {}, { album_title: 'Ondine Marrow - The Velvet Harbour' }],
  ['fields swapped', {}, { artist_name: 'The Velvet Harbour', album_title: 'Ondine Marrow' }],
  ['fields swapped', { album_title: 'Ondine Marrow' }, null],
  ['s/t', { album_title: 'Ondine Marrow' }, { album_title: 's/t' }],
  ['s/t', {}, null],
  ['subtitle dropped', { album_title: 'Other Nights: Live In Oslo' }, { album_title: 'Other Nights' }],
  ['cut at 128 letters', { album_title: LONG }, { album_title: LONG.slice(0, 128) }],
  ['cut at 128 letters', {}, null],
  ['cut at a word', { album_title: 'a b c d e f g h' }, { album_title: 'a b c d e f' }],
  ['number as a word', { album_title: 'Harbour Vol. 3' }, { album_title: 'Harbour Vol. Three' }],
  ['number as a word', { album_title: 'Harbour 1984' }, null],
  ['number as Roman', { album_title: 'Harbour Part 2' }, { album_title: 'Harbour Part II' }],
  ['Roman as number', { album_title: 'Harbour Part II' }, { album_title: 'Harbour Part 2' }],
  ['Roman as number', {}, null],
  ['volume spelled otherwise', { album_title: 'Harbour Vol. 3' }, { album_title: 'Harbour Volume 3' }],
  ['part spelled otherwise', { album_title: 'Harbour Part II' }, { album_title: 'Harbour Pt. II' }],
  ['wrong year', {}, { year: 1997 }],
  ['wrong year', { year: 1997 }, { year: 1990 }],
  ['wrong label', {}, { label: 'Grape Stamp' }],
  ['wrong format', {}, { format: '8-Track' }],
  ['wrong barcode', {}, { barcode: '2605992674949' }],
  ['wrong catalogue number', {}, { catalog_number: 'ZZ 6643' }],
  ['diacritics dropped', { artist_name: 'Zoë Müller' }, { artist_name: 'Zoe Muller' }],
  ['diacritics dropped', { artist_name: 'Тёмный' }, null],
  ['decomposed letters', { artist_name: 'Zoë' }, { artist_name: 'Zoe\u{308}' }],
  ['letters lost as ?', { artist_name: 'Zoë Müller' }, { artist_name: 'Zoë M?ller' }],
  ['letters lost as ?', { artist_name: 'Тёмный' }, null],
  ['Mac Roman misreading', { artist_name: 'Müller' }, { artist_name: 'M√ºller' }],
  ['Latin-1 misreading', { artist_name: 'Müller' }, { artist_name: 'MÃ¼ller' }],
  ['Latin-1 misreading', { artist_name: 'Àlex' }, null],
  ['CP1252 misreading', { artist_name: 'Àlex' }, { artist_name: 'Ã€lex' }],
  ['transliterated', { artist_name: 'Тайна' }, { artist_name: 'Tayna' }],
  ['transliterated', { artist_name: '∆' }, null],
  [
    'full-width letters',
    { artist_name: 'AC/DC' },
    { artist_name: 'ＡＣ／ＤＣ', album_title: 'Ｔｈｅ Ｖｅｌｖｅｔ Ｈａｒｂｏｕｒ' },
  ],
  ['look-alike letter', { artist_name: 'Abba', album_title: 'Lonesome' }, { album_title: 'L\u{43e}nesome' }],
  ['look-alike letter', { artist_name: 'Abba', album_title: 'Go' }, null],
  ['zero-width signs', { album_title: 'Home' }, { artist_name: 'Ondine\u{200b} Marrow' }],
];

function named(name: string) {
  const found = degradations.find((each) => each.name === name);
  if (!found) throw new Error(`no degradation ${name}`);
  return found;
}

describe('degradations', () => {
  it.each(examples)('%s: %j → %j', (name, before, after) => {
    const row = { ...blank, ...before };
    const degradation = named(name);
    expect(degradation.applies(row)).toBe(after !== null);
    const degraded = degradation.degrade(row, new Random(1));
    expect(degraded).toEqual({ ...row, ...after });
  });

  it('shows each by example', () => {
    const shown = new Set(examples.map(([name]) => name));
    expect(degradations.map(({ name }) => name).filter((name) => !shown.has(name))).toEqual([]);
    expect(new Set(degradations.map(({ name }) => name)).size).toBe(degradations.length);
    expect(degradations.length).toBeGreaterThanOrEqual(30);
  });

  it('gives the same for the same seed, never an empty name, and leaves alone what it does not apply to', () => {
    const text = fc.oneof(fc.string(), fc.string({ unit: 'grapheme' }), fc.constantFrom('The Sea & Sky', 'Zoë', 'VA'));
    fc.assert(
      fc.property(text, text, fc.integer(), (artist, title, seed) => {
        const row = { ...blank, artist_name: artist, album_title: title };
        for (const degradation of degradations) {
          const once = degradation.degrade(row, new Random(seed));
          expect(degradation.degrade(row, new Random(seed))).toEqual(once);
          if (!degradation.applies(row)) expect(once.artist_name + once.album_title).toBe(artist + title);
          if (artist.trim() !== '') expect(once.artist_name).not.toBe('');
        }
      }),
      { numRuns: 60 },
    );
  });
});
