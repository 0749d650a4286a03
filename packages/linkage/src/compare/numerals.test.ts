import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyName, plainName } from '../normalise/arbitrary-name.ts';
import { titleKey } from '../normalise/keys.ts';
import { numbersOf, numbersOfByRule, numeralForm, numeralFormByRule } from './numerals.ts';

describe('numeralForm', () => {
  it.each([
    ['a Roman number at the end', 'led zeppelin ii', 'led zeppelin 2'],
    ['a Roman letter at the end', 'chicago v', 'chicago 5'],
    ['two Roman letters anywhere but first', 'mixtape ii a', 'mixtape 2 a'],
    ['a word at the end', 'catch twenty two', 'catch twenty 2'],
    ['the word of a series', 'nuggets volume two', 'nuggets vol 2'],
    ['its short form', 'selected works pt iv', 'selected works part 4'],
    ['a letter after it', 'book i', 'book 1'],
    ['a word after it, mid-title', 'number nine dream', 'no 9 dream'],
    ['zeros before a number', 'vol 02', 'vol 2'],
  ])('evens out %s', (_what, key, form) => {
    expect(numeralForm(key)).toBe(form);
  });

  it.each([
    ['a name that is a number', 'one'],
    ['a Roman number that is all there is', 'vi'],
    ['the xx as a key', 'xx'],
    ['a name that begins with one', 'four tet'],
    ['the letter of Malcolm', 'malcolm x'],
    ['the pronoun', 'i and i'],
    ['a studio', 'studio one'],
    ['the ground', 'ground zero'],
    ['an unnumbered extended play', 'ep'],
    ['Roman numbers past 39', 'king crimson xl'],
    ['words that only look Roman', 'mix civil'],
    ['no words', ''],
  ])('leaves %s', (_what, key) => {
    expect(numeralForm(key)).toBe(key);
  });
});

describe('numbersOf', () => {
  it.each([
    ['led zeppelin ii', '2'],
    ['nuggets volume two', '2'],
    ['nuggets vol 02', '2'],
    ['vol2', '2'],
    ['zero 7', '7'],
    ['1999 part 2', '1999 2'],
    ['part 2 1999', '1999 2'],
    ['studio one', ''],
    ['stereolab', ''],
    ['', ''],
  ])('of %j are %j', (key, numbers) => {
    expect(numbersOf(key)).toBe(numbers);
  });

  it.each([
    ['led zeppelin ii', 'led zeppelin iii'],
    ['nuggets vol 2', 'nuggets vol 3'],
    ['chicago', 'chicago v'],
  ])('tells %j from %j', (a, b) => {
    expect(numbersOf(a)).not.toBe(numbersOf(b));
  });
});

const words = 'vol volume part pt no ep ch v x i ii iv xx one two zero twenty 2 02 22 led zeppelin the and'.split(' ');
const key = fc.array(fc.constantFrom(...words), { maxLength: 6 }).map((chosen) => chosen.join(' '));

it('changes nothing the second time, and no number ever', () => {
  fc.assert(
    fc.property(key, (text) => {
      const form = numeralForm(text);
      expect(numeralForm(form)).toBe(form);
      expect(numbersOf(form)).toBe(numbersOf(text));
    }),
    { numRuns: 2_000 },
  );
});

it('takes no short cut that the rules do not', () => {
  const plain = fc.oneof(key, plainName.map(titleKey), anyName.map(titleKey));
  fc.assert(
    fc.property(plain, (text) => {
      expect(numeralForm(text)).toBe(numeralFormByRule(text));
      expect(numbersOf(text)).toBe(numbersOfByRule(text));
    }),
    { numRuns: 2_000 },
  );
});
