import { artistKey } from '@deadwax/linkage/normalise/keys';
import { looseKey } from '@deadwax/linkage/normalise/loose-key';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { KeySearch } from '../src/index/key-search.ts';
import { hasAllWords, nearness, sharesExactWord, sharesWord } from './key-oracle.ts';
import { searchKeys } from './write-keys.ts';

const starts = ['stereo', 'broad', 'silver', 'black', 'moon', 'ghost', 'paper', 'iron', 'дом', '細野'];
const ends = ['lab', 'cast', 'moth', 'orchestra', 'nilsson', 'tigers', 'a', 'of', 'бах', '晴臣'];
/** Four hundred names, of which many differ by a letter or a word. */
const names = starts.flatMap((start, one) =>
  ends.flatMap((end, other) => [
    `${start}${end}`,
    `${start} ${end}`,
    `${end} ${start} ${ends[(one + other) % ends.length]}`,
    `${start.slice(1)}${end} ${one}`,
  ]),
);

/** Words of few different letters, so that chance makes many that are a slip or two apart, past the seventh letter too. */
const letter = fc.constantFrom(...'aabbcdж野', '𝄞');
const word = fc.oneof(
  fc.string({ unit: letter, minLength: 1, maxLength: 4 }),
  fc.string({ unit: letter, minLength: 5, maxLength: 12 }),
);
const name = fc
  .array(word, { minLength: 1, maxLength: 4 })
  .map((words) => artistKey(words.join(' ')))
  .filter((key) => key !== '');

/** A key with a letter or two changed, dropped, doubled or swapped. */
const misspelt = (keys: readonly string[]) =>
  fc
    .tuple(
      fc.constantFrom(...keys),
      fc.array(fc.tuple(fc.nat({ max: 30 }), fc.constantFrom('drop', 'double', 'swap', 'x')), { maxLength: 2 }),
    )
    .map(([key, slips]) => slips.reduce(slip, key))
    .filter((key) => key !== '' && key === key.trim() && !key.includes('  '));

function slip(key: string, [at, kind]: readonly [number, string]): string {
  const text = [...key];
  const place = at % text.length;
  const changed = { drop: [], double: [text[place], text[place]], swap: [text[place + 1], text[place]], x: ['x'] }[
    kind
  ];
  return text.toSpliced(place, kind === 'swap' ? 2 : 1, ...((changed ?? []) as string[])).join('');
}

let keys: KeySearch;
let all: string[];
let random: KeySearch;
let texts: string[];

beforeAll(async () => {
  ({ keys, all } = await searchKeys(names.map(artistKey)));
  ({ keys: random, all: texts } = await searchKeys(fc.sample(name, { numRuns: 500, seed: 1 })));
});

const placesOf = (list: readonly string[], test: (listed: string) => boolean) =>
  list.flatMap((listed, place) => (test(listed) ? [place] : []));

function checkSearch(search: KeySearch, list: readonly string[], typed: string): void {
  const found = search.findSimilar(typed, list.length);
  const reached = new Set(found);
  const near = list.map((listed) => nearness(listed, typed));
  expect(reached.size).toBe(found.length);
  expect(placesOf(list, (listed) => nearness(listed, typed) <= 1).filter((place) => !reached.has(place))).toEqual([]);
  const expected = placesOf(list, (listed) => sharesWord(listed, typed) || nearness(listed, typed) <= 2);
  expect(found.filter((place) => !expected.includes(place))).toEqual([]);
  const isSettled = near.includes(1) || list.some((listed) => hasAllWords(listed, typed));
  if (!isSettled) {
    const promised = (listed: string) => sharesExactWord(listed, typed) || nearness(listed, typed) === 2;
    expect(placesOf(list, promised).filter((place) => !reached.has(place))).toEqual([]);
    if (!near.includes(2)) expect(found.toSorted((a, b) => a - b)).toEqual(expected);
  }
  // Two edits are not counted where fewer, or all the words, have been found.
  const counted = isSettled ? 1 : 2;
  const edits = found.map((place) => (near[place]! <= counted ? near[place]! : Number.POSITIVE_INFINITY));
  expect(edits).toEqual(edits.toSorted((a, b) => (a === b ? 0 : a - b)));
}

describe('keys that are like a key', () => {
  it('are what looking at every key finds, the nearest first', () => {
    expect(all.length).toBeGreaterThan(300);
    fc.assert(
      fc.property(misspelt(all), (key) => checkSearch(keys, all, key)),
      { numRuns: 200, examples: [['gghosttnilsson']] },
    );
  });

  it('are only those an edit away, or where there are none two, if no more is asked for', () => {
    fc.assert(
      fc.property(misspelt(all), (key) => {
        const near = all.map((listed) => nearness(listed, key));
        const reached = new Set(keys.findNear(key, all.length));
        const nearest = near.includes(1) ? 1 : 2;
        expect(
          near.flatMap((edits, place) => (edits > 0 && edits <= nearest && !reached.has(place) ? [place] : [])),
        ).toEqual([]);
        expect([...reached].filter((place) => near[place]! > 2)).toEqual([]);
      }),
      { numRuns: 200, examples: [['gghosttnilsson']] },
    );
  });

  it('are so among random words of several scripts', () => {
    fc.assert(
      fc.property(fc.oneof(name, misspelt(texts)), (key) => checkSearch(random, texts, key)),
      { numRuns: 200 },
    );
  });

  it('are the same where spaces and scripts are left out, exactly', () => {
    fc.assert(
      fc.property(fc.oneof(misspelt(all), fc.constantFrom('dom bakh', 'dombakh', 'си', '')), (key) => {
        const same = key === '' ? [] : placesOf(all, (each) => looseKey(each) === looseKey(key));
        expect(keys.findLoose(key)).toEqual(same);
      }),
      { numRuns: 300 },
    );
    expect(keys.findLoose('dom bakh').map((place) => all[place])).toEqual(['домбах', 'дом бах']);
  });

  it('come in the same order every time, as many as are asked for', () => {
    for (const key of all) {
      const found = keys.findSimilar(key, 5);
      expect(found).toEqual(keys.findSimilar(key, 5));
      expect(found.length).toBeLessThanOrEqual(5);
      expect(found).toEqual(keys.findSimilar(key, all.length).slice(0, found.length));
    }
    expect(keys.findSimilar('stereo lab', 0)).toEqual([]);
  });

  it('do not depend on what was asked before', () => {
    const asked = all.slice(0, 50);
    const answers = asked.map((key) => keys.findSimilar(key, 60));
    expect(asked.toReversed().map((key) => keys.findSimilar(key, 60))).toEqual(answers.toReversed());
  });

  it('are found by their very text, and nothing else is', () => {
    for (const [search, list] of [
      [keys, all],
      [random, texts],
    ] as const) {
      for (const [place, key] of list.entries()) expect(search.find(key)).toBe(place);
      expect([search.find(''), search.find('nobody at all'), search.find('x'.repeat(100_000))]).toEqual([-1, -1, -1]);
    }
  });

  it('are found by their very text many at once as one by one', () => {
    const asked = fc.oneof(
      fc.constantFrom(...all),
      misspelt(all),
      fc.constantFrom('', 'x'.repeat(20_000), 'ж'.repeat(9000)),
    );
    fc.assert(
      fc.property(fc.array(asked, { maxLength: 600, size: 'max' }), (many) => {
        expect(keys.findAll(many)).toEqual(many.map((key) => keys.find(key)));
      }),
      { numRuns: 50, examples: [[[...all, ...all]], [all.map((key) => key.replaceAll(' ', ''))]] },
    );
  });

  it('hold each word as often as the list does', () => {
    for (const each of ['stereo', 'moth', 'nobody'])
      expect(keys.frequencyOf(each)).toBe(all.filter((key) => key.split(' ').includes(each)).length);
  });

  it('are found by their words in two', () => {
    for (const [place, text] of texts.entries()) {
      const words = text.split(' ').filter((each) => [...each].length >= 2);
      for (const each of words) {
        const [first = '', ...rest] = [...each];
        const found = random.findSimilar(`${first} ${rest.join('')}`, texts.length);
        expect(found).toContain(place);
      }
    }
  });

  it('are none for a text that is no key', () => {
    for (const text of ['', ' ', '   ', 'x'.repeat(100_000), '\u{1f3b5}'.repeat(3000)])
      expect(keys.findSimilar(text, 60)).toEqual([]);
  });

  it('are found for a key of very many words', () => {
    const long = Array.from({ length: 300 }, (_, at) => `word${at}`).join(' ');
    expect(keys.findSimilar(`stereo ${long}`, 60).length).toBeGreaterThan(0);
  });
});

it('puts keys that share a rare word before those that share a common one', async () => {
  const common = Array.from({ length: 20 }, (_, place) => `quartet nobody${'abcdefghijklmnopqrst'[place]}`);
  const { keys: few, all: list } = await searchKeys([...common, 'zbigniew trio', 'zbigniew quartet']);
  const found = few.findSimilar('zbigniew quartet', 3).map((place) => list[place]);
  expect(found.slice(0, 2)).toEqual(['zbigniew quartet', 'zbigniew trio']);
});

it('searches a list of nothing, and of one key', async () => {
  const { keys: none } = await searchKeys([]);
  expect([none.find('a'), none.findSimilar('abc', 5), none.findLoose('a'), none.frequencyOf('a')]).toEqual([
    -1,
    [],
    [],
    0,
  ]);
  const { keys: one } = await searchKeys(['nirvana']);
  expect([one.find('nirvana'), one.findSimilar('nirvanna', 5), one.findLoose('nir vana')]).toEqual([0, [0], [0]]);
});
