import { describe, expect, it } from 'vitest';
import { formsOf } from './key-forms.ts';
import { areFarApart } from './tell-apart.ts';

function farApart(a: string, b: string): boolean | null {
  const { letters } = formsOf(a);
  return letters === null ? null : areFarApart(letters, b);
}

describe('areFarApart', () => {
  it.each([
    ['other letters', 'aphex twin', 'autechre'],
    ['small words in common', 'songs of the forest', 'back to the city'],
    ['numbers on the other side', 'green river', 'pump up the volume 4'],
  ])('is sure of %s: %j and %j', (_what, a, b) => {
    expect(farApart(a, b)).toBe(true);
  });

  it.each([
    ['a word in common', 'autumn leaves', 'falling leaves tonight'],
    ['a slip', 'stereolba', 'stereolab'],
    ['the same letters', 'orcutt bill', 'bill orcutt'],
    ['every word with a slip', 'broadcasd', 'peel sessions of broadcast'],
    ['the same with the longer first', 'peel sessions of broadcast', 'broadcasd'],
    ['a text that begins with small words', 'to the of in yonder', 'to the of in'],
    ['letters of another script on the other side', 'doma', 'дома'],
  ])('is silent of %s: %j and %j', (_what, a, b) => {
    expect(farApart(a, b)).toBe(false);
  });

  it.each(['nuggets vol 2', 'led zeppelin ii', 'молчат дома', 'the a of', 'x'.repeat(200)])(
    'has nothing to say of %j',
    (key) => {
      expect(farApart(key, 'can')).toBeNull();
    },
  );
});
