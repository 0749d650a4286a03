import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyName } from './arbitrary-name.ts';
import { disambiguatorForm } from './disambiguator-form.ts';
import { identityForm } from './identity-form.ts';
import { ladderForm } from './ladder-form.ts';
import { punctuationForm } from './punctuation-form.ts';
import { stripLeadingArticle } from './strip-leading-article.ts';

describe('punctuationForm', () => {
  it.each([
    ['M.I.A.', 'm i a'],
    ['10,000 Maniacs', '10 000 maniacs'],
    ['Mark-Almond', 'mark almond'],
    ['AC/DC', 'ac dc'],
    ['Guns N’ Roses', 'guns n roses'],
    ['Sleater & Kinney', 'sleater kinney'],
    ['foo_bar', 'foo bar'],
    ['P!nk (2)', 'p nk'],
    ['The !!! Band', 'band'],
    ['Молчат-Дома', 'молчат дома'],
    ['細野・晴臣', '細野 晴臣'],
    ['a.\tb', 'a \tb'],
    ['The-Dream', 'the dream'],
    ['!!!', ''],
    ['+/-', ''],
    ['( )', ''],
    ['∆', ''],
  ])('%j as %j', (name, expected) => {
    expect(punctuationForm(name)).toBe(expected);
  });
});

describe('disambiguatorForm', () => {
  it.each([
    ['John Smith /2', 'john smith'],
    ['John Smith  /12', 'john smith'],
    ['The Fall /2', 'fall'],
    ['Track 1/12', 'track 1/12'],
    ['John Smith /x', 'john smith /x'],
    ['John Smith /', 'john smith /'],
    ['John Smith / 2', 'john smith / 2'],
    ['/2', '/2'],
    ['Beatles, The /1', 'beatles, the'],
    ['John Smith /2 (Live)', 'john smith'],
    ['2', '2'],
    ['John Smith /1 /2', 'john smith /1'],
  ])('%j as %j', (name, expected) => {
    expect(disambiguatorForm(name)).toBe(expected);
  });
});

describe('stripLeadingArticle', () => {
  it.each([
    ['the beatles', 'beatles'],
    ['a tribe called quest', 'tribe called quest'],
    ['an horse', 'horse'],
    ['the \t fall', 'fall'],
    ['the\u00A0fall', 'fall'],
    ['the\u001Ffall', 'fall'],
    ['the the', 'the'],
    ['the', ''],
    ['an', ''],
    ['a ', ''],
    ['theory', 'theory'],
    ['another', 'another'],
    ['The Beatles', 'The Beatles'],
    [' the fall', ' the fall'],
    ['beatles, the', 'beatles, the'],
    ['a\uFEFFb', 'a\uFEFFb'],
    ['', ''],
  ])('%j as %j', (text, expected) => {
    expect(stripLeadingArticle(text)).toBe(expected);
  });
});

describe('ladderForm', () => {
  it.each([
    ['the punctuation form when it holds something', 'M.I.A.', 'm i a', false],
    ['else the identity form', 'The +/-', '+/-', false],
    ['else the name itself, and says so', '\u200B', '\u200B', true],
    ['also when there is no name', '', '', true],
  ])('%s', (_why, name, form, fallback) => {
    expect(ladderForm(name)).toEqual({ form, fallback });
  });
});

it('takes from the identity form only what each variant is for', () => {
  fc.assert(
    fc.property(anyName, (name) => {
      const identity = identityForm(name);
      expect(identity.slice(disambiguatorForm(name).length)).toMatch(/^(?: +\/[0-9]+)?$/);
      expect(punctuationForm(name).replace(/ /g, '')).toBe(identity.replace(/[^\p{L}\p{N}\p{White_Space}]| /gu, ''));
      expect(name.endsWith(stripLeadingArticle(name))).toBe(true);
    }),
  );
});

it('finds a rung of the ladder for every name', () => {
  fc.assert(fc.property(anyName, (name) => (ladderForm(name).form === '') === (name === '')));
});
