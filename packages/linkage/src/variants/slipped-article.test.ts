import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { artistKey } from '../normalise/keys.ts';
import { withoutSlippedArticle } from './slipped-article.ts';

describe('a slip in the article', () => {
  it.each([
    ['two letters in each other’s place', 'Teh Beatles', 'beatles'],
    ['the first two', 'Hte Beatles', 'beatles'],
    ['a letter left out', 'Te Beatles', 'beatles'],
    ['the first left out', 'He Beatles', 'beatles'],
    ['a letter twice', 'Thhe Beatles', 'beatles'],
    ['another letter', 'Thr Beatles', 'beatles'],
    ['a letter before', 'Tthe Beatles', 'beatles'],
    ['the space left out', 'thebeatles', 'beatles'],
    ['another letter for the space', 'thegbeatles', 'beatles'],
    ['the space a letter late', 'TheB eatles', 'beatles'],
    ['the space a letter early', 'Th eBeatles', 'beatles'],
  ])('%s: %s', (_, typed, meant) => {
    expect(withoutSlippedArticle(artistKey(typed))).toContain(meant);
  });

  it.each([
    ['no article', 'Beatles'],
    ['another word', 'Two Beatles'],
    ['two slips', 'Teb Eatles Band'],
    ['a short rest', 'Te U2'],
    ['another article', 'Les Beatles'],
    ['nothing', ''],
  ])('%s: %s', (_, typed) => {
    expect(withoutSlippedArticle(artistKey(typed))).toEqual([]);
  });

  it('leads back to every name of which the article was mistyped', () => {
    const name = fc.constantFrom('beatles', 'soft machine', 'ex girls', 'дахабраха');
    fc.assert(
      fc.property(name, fc.nat({ max: 3 }), fc.constantFrom(...'bdgz'), (meant, at, other) => {
        const whole = `the ${meant}`;
        const slips = [
          whole.slice(0, at) + whole.slice(at + 1),
          whole.slice(0, at) + other + whole.slice(at + 1),
          whole.slice(0, at) + other + whole.slice(at),
          whole.slice(0, at) + whole.charAt(at + 1) + whole.charAt(at) + whole.slice(at + 2),
        ];
        for (const slip of slips) expect(withoutSlippedArticle(artistKey(slip)), slip).toContain(meant);
      }),
    );
  });
});
