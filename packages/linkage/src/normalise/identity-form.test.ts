import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyName } from './arbitrary-name.ts';
import { identityForm } from './identity-form.ts';
import { identityTitleForm } from './identity-title-form.ts';
import { matchForm } from './match-form.ts';

describe.each([
  ['identityForm', identityForm],
  ['identityTitleForm', identityTitleForm],
])('%s', (_name, form) => {
  it.each([
    ['one bracket goes', 'Cat Power (2024 Remaster)', 'cat power'],
    ['square ones too', 'Stereolab [Live]', 'stereolab'],
    ['the blank before it is optional', 'Stereolab(Live)', 'stereolab'],
    ['one, not two', 'Broadcast (Live) [2003]', 'broadcast (live)'],
    ['a nested one goes whole', 'Foo (Live (at Home))', 'foo'],
    ['the kinds are counted apart', 'Foo (Live [at Home)', 'foo'],
    ['an empty one goes', 'Foo ()', 'foo'],
    ['a whole name in brackets stays', '(Smog)', '(smog)'],
    ['even after blanks', '  (Smog)', '(smog)'],
    ['only the last of two whole ones goes', '(A) (B)', '(a)'],
    ['too many closers', 'Sun O)))', 'sun o)))'],
    ['an opener that never closes', 'Foo (Live', 'foo (live'],
    ['mismatched ends', 'Foo (Live]', 'foo (live]'],
    ['inside the name it stays', 'Foo (Live) Bar', 'foo (live) bar'],
    ['curly brackets are no group', 'Foo {Live}', 'foo {live}'],
    ['full-width brackets are brackets', 'Foo（２）', 'foo'],
    ['white space before the bracket goes', 'Foo\t (Live)', 'foo'],
    ['leading the', 'The Beatles', 'beatles'],
    ['leading a', 'A Tribe Called Quest', 'tribe called quest'],
    ['leading an', 'An Horse', 'horse'],
    ['trailing the', 'Beatles, The', 'beatles'],
    ['trailing a', 'Tribe Called Quest, A', 'tribe called quest'],
    ['trailing an', 'Horse, An', 'horse'],
    ['one article: the leading', 'The Fall, The', 'fall, the'],
    ['one article: of two', 'A The X', 'the x'],
    ['a bare article stays', 'The', 'the'],
    ['The The keeps one', 'The The', 'the'],
    ['nothing before the comma', ', The', ', the'],
    ['the comma needs its blank', 'Beatles,The', 'beatles,the'],
    ['Theory has no article', 'Theory Anthem', 'theory anthem'],
    ['a tab is no blank', 'The\tFall', 'the\tfall'],
    ['the bracket goes first', 'The Fall (2)', 'fall'],
    ['and uncovers a trailing article', 'Beatles, The (2)', 'beatles'],
    ['or a bare one', 'The (2)', 'the'],
    ['other languages keep theirs', 'Los Lobos', 'los lobos'],
    ['punctuation stays', 'Guns N’ Roses', 'guns n’ roses'],
    ['no disambiguator is taken', 'John Smith /2', 'john smith /2'],
    ['nothing stays nothing', '', ''],
  ])('%s', (_why, text, expected) => {
    expect(form(text)).toBe(expected);
  });
});

it('is part of the match form, and empty only with it', () => {
  fc.assert(
    fc.property(anyName, (name) => {
      const match = matchForm(name);
      const identity = identityForm(name);
      return match.includes(identity) && (identity === '') === (match === '');
    }),
  );
});
