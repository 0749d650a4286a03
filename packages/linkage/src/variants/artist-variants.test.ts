import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyName, plainName } from '../normalise/arbitrary-name.ts';
import { artistKey } from '../normalise/keys.ts';
import { artistVariants, artistVariantsByRule, lostLetterKey } from './artist-variants.ts';

const spellingsOf = (name: string) => artistVariants(name).map(({ rewriting, key }) => [rewriting, key]);

describe('artistVariants', () => {
  it.each([
    ['one word is one spelling', 'Stereolab', [['as_typed', 'stereolab']]],
    ['an article is no name', 'The Beatles', [['as_typed', 'beatles']]],
    ['no name, no spelling', '', []],
    [
      'a name filed by surname',
      'Dylan, Bob',
      [
        ['as_typed', 'dylan bob'],
        ['inverted', 'bob dylan'],
        ['rejoined', 'dylan and bob'],
      ],
    ],
    [
      'a name that others file by surname',
      'Bill Orcutt',
      [
        ['as_typed', 'bill orcutt'],
        ['inverted', 'orcutt bill'],
      ],
    ],
    [
      'a bandleader filed by surname',
      'Marley, Bob & The Wailers',
      [
        ['as_typed', 'marley bob and the wailers'],
        ['inverted', 'bob marley and the wailers'],
        ['rejoined', 'marley and bob and the wailers'],
        ['rejoined', 'marley bob the wailers'],
        ['part', 'bob marley'],
        ['part', 'wailers'],
      ],
    ],
    [
      'two names with a slash',
      'Bill Orcutt / Chris Corsano',
      [
        ['as_typed', 'bill orcutt chris corsano'],
        ['rejoined', 'bill orcutt and chris corsano'],
        ['part', 'bill orcutt'],
        ['part', 'chris corsano'],
      ],
    ],
    [
      'a guest',
      'Jay-Z feat. Alicia Keys',
      [
        ['as_typed', 'jay z feat alicia keys'],
        ['rejoined', 'jay z and alicia keys'],
        ['rejoined', 'jay z alicia keys'],
        ['without_guests', 'jay z'],
        ['part', 'alicia keys'],
      ],
    ],
    [
      'words run together',
      'TheBeat',
      [
        ['as_typed', 'thebeat'],
        ['rejoined', 'beat'],
      ],
    ],
    [
      'UTF-8 read as Mac Roman',
      'Beyonc√©',
      [
        ['as_typed', 'beyonc'],
        ['repaired', 'beyonce'],
      ],
    ],
    ['UTF-8 read as Windows 1252, which the key mends by itself', 'BjÃ¶rk', [['as_typed', 'bjork']]],
  ])('%s', (_why, name, spellings) => {
    expect(spellingsOf(name)).toEqual(spellings);
  });

  it.each([
    ['a guest of a name filed by surname', 'Coltrane, Alice feat. Pharoah Sanders', 'inverted', 'alice coltrane'],
    ['a Greek letter that looks Latin', 'νilüfer', 'repaired', 'nilufer'],
    ['the last of a list', 'Crosby, Stills, Nash & Young', 'part', 'young'],
    ['a repaired name, repaired before it is parted', 'Beyonc√© & Jay-Z', 'part', 'beyonce'],
  ])('finds %s', (_what, name, rewriting, key) => {
    expect(spellingsOf(name)).toContainEqual([rewriting, key]);
  });

  it('gives the key of each text, once, and the name as typed first', () => {
    fc.assert(
      fc.property(anyName, (name) => {
        const variants = artistVariants(name);
        const keys = variants.map(({ key }) => key);
        expect(new Set(keys).size).toBe(keys.length);
        expect(keys).not.toContain('');
        expect(variants.map(({ text }) => artistKey(text))).toEqual(keys);
        if (artistKey(name) !== '') expect(variants[0]).toMatchObject({ rewriting: 'as_typed', text: name });
      }),
      { numRuns: 1_000 },
    );
  });
});

it('takes no short cut that the rule does not', () => {
  fc.assert(
    fc.property(fc.oneof(plainName, anyName), (name) => {
      expect(artistVariants(name)).toEqual(artistVariantsByRule(name));
    }),
    { numRuns: 2_000 },
  );
});

describe('lostLetterKey', () => {
  it.each([
    ['Bj?rk', 'bjꙮrk'],
    ['The M?t?rhead', 'mꙮtꙮrhead'],
    ['Björk', null],
    ['Who?', null],
  ])('of %j is %j', (name, key) => {
    expect(lostLetterKey(name, artistKey)).toBe(key);
  });
});
