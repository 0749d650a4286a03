import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareInFull, compareKeys, sharedWords, type TextLevel } from './compare-keys.ts';
import { editDistance } from './edit-distance.ts';
import { numbersOf } from './numerals.ts';

describe('compareKeys', () => {
  it.each<[string, string, string, TextLevel]>([
    ['the same', 'stereolab', 'stereolab', 'equal'],
    ['numbers in words', 'nuggets volume two', 'nuggets vol 2', 'rewritten'],
    ['Roman numbers', 'led zeppelin ii', 'led zeppelin 2', 'rewritten'],
    ['small words more or less', 'noise made by people', 'noise made by the people', 'rewritten'],
    ['spaces', 'black bird', 'blackbird', 'loose'],
    ['the space in a number', '10 000 maniacs', '10000 maniacs', 'loose'],
    ['another script', 'молчат дома', 'molchat doma', 'loose'],
    ['a script of fewer letters', '北京', 'bei jing', 'loose'],
    ['letters that no diacritic makes', 'łona', 'lona', 'loose'],
    ['letters that look alike', 'νilufer yanya', 'nilufer yanya', 'loose'],
    ['a letter lost in export', 'naꙮve', 'naive', 'lost_letters'],
    ['a letter more', 'broadcast', 'broadcasts', 'one_edit'],
    ['neighbours swapped', 'stereolba', 'stereolab', 'one_edit'],
    ['another letter', 'marc almond', 'mark almond', 'one_edit'],
    ['three words in another order', 'nina simone trio', 'trio nina simone', 'reordered'],
    ['two words in another order', 'bill orcutt', 'orcutt bill', 'near'],
    ['two letters', 'kraftwerk organisation', 'kraftwork organization', 'two_edits'],
    [
      'three in a long text',
      'rise and fall of siggy stardust and the spyders from marz',
      'rise and fall of ziggy stardust and the spiders from mars',
      'very_close',
    ],
    ['three in a text less long', 'selected ambient work', 'selekted ambiend wrok', 'close'],
    ['more letters', 'hermanos gutierrez', 'hermanos guttieres', 'near'],
    ['the end cut off', 'songs from the big', 'songs from the big chair', 'begun'],
    ['a word more in the middle', 'fela kuti', 'fela anikulapo kuti', 'contained'],
    ['a long word with a slip, and one more', 'peel broadcasd', 'peel broadcast sessions', 'contained'],
    ['one long word in common', 'autumn leaves', 'falling leaves tonight', 'overlapping'],
    ['nothing in common', 'aphex twin', 'autechre', 'different'],
  ])('%s: %j and %j', (_what, a, b, level) => {
    expect(compareKeys(a, b).level).toBe(level);
  });

  it.each([
    ['an empty key, even to itself', '', ''],
    ['an empty key', '', 'can'],
    ['three letters', 'can', 'ran'],
    ['four letters that begin otherwise', 'janya', 'yanya'],
    ['a few letters of another script', 'ło', 'lo'],
    ['other numbers of a series', 'nuggets vol 2', 'nuggets vol 3'],
    ['other Roman numbers', 'led zeppelin ii', 'led zeppelin iii'],
    ['a year more', 'tago mago', 'tago mago live 1972'],
    ['other initials', 'john c johnson', 'john l johnson'],
  ])('keeps apart %s: %j and %j', (_what, a, b) => {
    expect(compareKeys(a, b).level).toBe('different');
  });

  it.each([
    ['equal', 'stereolab', 'stereolab', 1],
    ['one slip in nine letters', 'stereolba', 'stereolab', 8 / 9],
    ['two slips in thirteen', 'nilufer yanya', 'nilufar yanye', 11 / 13],
    ['words left over', 'fela kuti', 'fela anikulapo kuti', 16 / 25],
    ['hopeless', 'low', 'hermanos gutierrez', 0],
  ])('says how alike: %s', (_what, a, b, share) => {
    expect(compareKeys(a, b).similarity).toBeCloseTo(share, 12);
  });

  it('takes lost letters and a missing end in the first key only', () => {
    expect(compareKeys('naive', 'naꙮve').level).toBe('one_edit');
    expect(compareKeys('songs from the big chair', 'songs from the big').level).toBe('contained');
  });
});

describe('sharedWords', () => {
  it.each([
    ['songs from the big chair', 'big songs from japan', ['songs', 'from']],
    ['noise made by people', 'people made noise', ['noise', 'made', 'people']],
    ['les rallizes', 'les baxter', []],
    ['細野 晴臣', '晴臣 live', ['晴臣']],
  ])('of %j and %j', (a, b, words) => {
    expect(sharedWords(a, b)).toEqual(words);
  });
});

const words =
  'vol volume part two ii 2 3 live led zeppelin the and a blue train trains songs from big chair naive naꙮve молчат molchat'.split(
    ' ',
  );
const key = fc.array(fc.constantFrom(...words), { maxLength: 6 }).map((chosen) => chosen.join(' '));
const oneWay: ReadonlySet<TextLevel> = new Set(['begun', 'lost_letters']);

it('gives the same level both ways, but for what only the first key may lack', () => {
  fc.assert(
    fc.property(key, key, (a, b) => {
      const [there, back] = [compareKeys(a, b).level, compareKeys(b, a).level];
      if (!oneWay.has(there) && !oneWay.has(back)) expect(back).toBe(there);
    }),
    { numRuns: 3_000 },
  );
});

it('never comes close over different numbers', () => {
  fc.assert(
    fc.property(key, key, (a, b) => {
      const { level, similarity } = compareKeys(a, b);
      expect(similarity).toBeGreaterThanOrEqual(0);
      expect(similarity).toBeLessThanOrEqual(1);
      if (numbersOf(a) !== numbersOf(b)) expect(level).toBe('different');
    }),
    { numRuns: 3_000 },
  );
});

it('allows a short word one letter that is not the first, and a shorter one none', () => {
  const short = fc.string({ unit: fc.constantFrom(...'abcd'), minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(short, short, (a, b) => {
      const { level } = compareKeys(a, b);
      const longest = Math.max(a.length, b.length);
      const isSlip = longest >= 4 && a[0] === b[0] && editDistance(a, b, 1) === 1;
      expect(level).toBe(a === b ? 'equal' : isSlip ? 'one_edit' : 'different');
    }),
    { numRuns: 3_000 },
  );
});

it('says of keys that are far apart what the rule in full says', () => {
  const letters = fc.string({ unit: fc.constantFrom(...'abceinorst'), minLength: 1, maxLength: 9 });
  const long = fc.string({ unit: fc.constantFrom(...'abcde'), minLength: 5, maxLength: 8 });
  const word = fc.oneof(letters, long, fc.constantFrom(...words), fc.constantFrom('!', 'é', '+/-'));
  const phrase = fc.array(word, { minLength: 1, maxLength: 5 }).map((chosen) => chosen.join(' '));
  const pair = fc.oneof(
    fc.tuple(phrase, phrase),
    fc.tuple(key, key),
    fc
      .tuple(phrase, phrase, fc.nat(40), fc.nat(3))
      .map(([a, b, at, cut]): [string, string] => [a, `${a.slice(0, at)}${b.slice(0, cut)}${a.slice(at + cut)}`]),
  );
  fc.assert(
    fc.property(pair, ([a, b]) => {
      if (a !== b && a !== '' && b !== '') expect(compareKeys(a, b)).toEqual(compareInFull(a, b));
    }),
    { numRuns: 30_000 },
  );
});
