import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { editDistance } from '@deadwax/linkage/compare/edit-distance';
import { artistKey } from '@deadwax/linkage/normalise/keys';
import { looseKey } from '@deadwax/linkage/normalise/loose-key';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { deletions, editsAllowed } from '../src/index/deletions.ts';
import { IndexWriter, openIndexFile } from '../src/index/index-file.ts';
import { KeySearch } from '../src/index/key-search.ts';
import { MatchIndex } from '../src/index/match-index.ts';
import { buildFromRows } from './build-csv.ts';

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

let keys: KeySearch;
let all: string[];
let path: string;

/** The keys of an index built of artists of these names. */
async function indexNames(artists: readonly string[]): Promise<{ keys: KeySearch; all: string[]; path: string }> {
  const { out } = await buildFromRows(artists.map((name, place) => `a${place},artist,${name},,,,,,,,`));
  const file = join(out, 'match.index');
  const { artistKeys } = new MatchIndex(openIndexFile(file));
  return {
    keys: artistKeys,
    all: Array.from({ length: artistKeys.length }, (_, place) => artistKeys.text(place)),
    path: file,
  };
}

beforeAll(async () => {
  ({ keys, all, path } = await indexNames(names));
});

/** Whether two keys have a word in common, slips aside: what the index promises to find, told without an index. */
function sharesWord(a: string, b: string): boolean {
  return a.split(' ').some((word) =>
    b.split(' ').some((other) => {
      const allowed = editsAllowed(Math.max(word.length, other.length));
      return word === other || (allowed > 0 && editDistance(word, other, allowed) <= allowed);
    }),
  );
}

/** A name of the list, with a letter or two changed, dropped, doubled or swapped. */
const misspelt = fc
  .tuple(
    fc.constantFrom(...names.map(artistKey).filter((key) => key !== '')),
    fc.array(fc.tuple(fc.nat({ max: 30 }), fc.constantFrom('drop', 'double', 'swap', 'x')), { maxLength: 2 }),
  )
  .map(([key, slips]) =>
    slips.reduce((text, [at, slip]) => {
      const place = at % text.length;
      const [before, letter, after] = [text.slice(0, place), text.charAt(place), text.slice(place + 1)];
      if (slip === 'drop') return before + after || text;
      if (slip === 'double') return before + letter + letter + after;
      if (slip === 'swap') return before + after.charAt(0) + letter + after.slice(1);
      return `${before}x${after}`;
    }, key),
  );

describe('keys that are like a key', () => {
  it('are all that a search of every key finds, and are in the list', () => {
    expect(all.length).toBeGreaterThan(300);
    fc.assert(
      fc.property(misspelt, (key) => {
        const found = new Set(keys.findSimilar(key, all.length));
        const missed = all.filter((each, place) => sharesWord(key, each) && !found.has(place));
        expect(missed).toEqual([]);
        expect([...found].every((place) => place >= 0 && place < all.length)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('are the same where spaces and scripts are left out, exactly', () => {
    fc.assert(
      fc.property(misspelt, (key) => {
        const same = all.flatMap((each, place) => (looseKey(each) === looseKey(key) ? [place] : []));
        expect(keys.findLoose(key)).toEqual(same);
      }),
      { numRuns: 300 },
    );
  });

  it('come in the same order every time, as many as are asked for', () => {
    for (const key of all) {
      const found = keys.findSimilar(key, 5);
      expect(found).toEqual(keys.findSimilar(key, 5));
      expect(found.length).toBeLessThanOrEqual(5);
      expect(found).toEqual(keys.findSimilar(key, all.length).slice(0, found.length));
    }
  });

  it('are found by their very text, and nothing else is', () => {
    for (const [place, key] of all.entries()) expect(keys.find(key)).toBe(place);
    expect([keys.find(''), keys.find('nobody at all')]).toEqual([-1, -1]);
  });

  it('hold each word as often as the list does', () => {
    for (const word of ['stereo', 'moth', 'nobody'])
      expect(keys.frequencyOf(word)).toBe(all.filter((key) => key.split(' ').includes(word)).length);
  });
});

/** Words of few different letters, so that chance makes many that are a slip or two apart, past the eighth letter too. */
const letter = fc.constantFrom(...'aabbcdж野');
const word = fc.oneof(
  fc.string({ unit: letter, minLength: 1, maxLength: 4 }),
  fc.string({ unit: letter, minLength: 5, maxLength: 12 }),
);
const name = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' '));

/** Whether a word of the one is two neighbouring words of the other, run together. */
const runsTogether = (typed: string, listed: string) => {
  const words = typed.split(' ');
  const pairs = words.slice(1).map((each, place) => `${words[place]}${each}`);
  return listed.split(' ').some((each) => pairs.includes(each));
};

describe('random keys', () => {
  let random: KeySearch;
  let texts: string[];

  beforeAll(async () => {
    ({ keys: random, all: texts } = await indexNames(fc.sample(name, { numRuns: 500, seed: 1 })));
  });

  it('are found where they share a word, slips aside, and nothing else is', () => {
    fc.assert(
      fc.property(name.map(artistKey), (key) => {
        fc.pre(key !== '');
        const like = (listed: string) => sharesWord(key, listed) || runsTogether(key, listed);
        const expected = texts.flatMap((listed, place) => (like(listed) ? [place] : []));
        expect(random.findSimilar(key, texts.length).toSorted((a, b) => a - b)).toEqual(expected);
      }),
      { numRuns: 300 },
    );
  });

  it('are all found from one edit away, of the whole key or of a word', () => {
    const edits = fc.tuple(fc.nat({ max: 400 }), fc.nat({ max: 40 }), letter, fc.constantFrom('drop', 'add', 'change'));
    fc.assert(
      fc.property(edits, ([at, where, other, edit]) => {
        const place = at % texts.length;
        const text = texts[place] ?? '';
        const cut = where % text.length;
        fc.pre(text.split(' ').every((each) => each.length >= 4) && text[cut] !== ' ');
        const key = text.slice(0, cut) + (edit === 'drop' ? '' : other) + text.slice(edit === 'add' ? cut : cut + 1);
        expect(random.findSimilar(key, texts.length)).toContain(place);
      }),
      { numRuns: 500 },
    );
  });

  it('are all found by their words in two', () => {
    for (const [place, text] of texts.entries()) {
      const words = text.split(' ').filter((each) => each.length >= 2);
      for (const each of words)
        expect(random.findSimilar(`${each.slice(0, 1)} ${each.slice(1)}`, texts.length)).toContain(place);
    }
  });

  it('lie in one bucket with every word within the edits allowed', () => {
    const slip = fc.tuple(fc.nat({ max: 12 }), letter, fc.constantFrom('drop', 'add', 'change', 'swap'));
    fc.assert(
      fc.property(word, fc.array(slip, { minLength: 1, maxLength: 2 }), (a, slips) => {
        const b = slips.reduce((text, [at, other, edit]) => {
          const [start, here, end] = [text.slice(0, at), text.slice(at, at + 1), text.slice(at + 1)];
          if (edit === 'drop') return start + end;
          if (edit === 'swap') return start + end.slice(0, 1) + here + end.slice(1);
          return start + other + (edit === 'add' ? here : '') + end;
        }, a);
        const allowed = editsAllowed(Math.max(a.length, b.length));
        fc.pre(allowed > 0 && editDistance(a, b, allowed) <= allowed);
        const other = deletions(b);
        expect([...deletions(a)].some((each) => other.has(each))).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });
});

it('puts keys that share a rare word before those that share a common one', async () => {
  const common = Array.from({ length: 20 }, (_, place) => `quartet nobody${'abcdefghijklmnopqrst'[place]}`);
  const { keys: few, all: texts } = await indexNames([...common, 'zbigniew trio', 'zbigniew quartet']);
  const found = few.findSimilar('zbigniew quartet', 3).map((place) => texts[place]);
  expect(found.slice(0, 2)).toEqual(['zbigniew quartet', 'zbigniew trio']);
});

describe('a damaged index', () => {
  it('is refused wherever it is cut', async () => {
    const bytes = await readFile(path);
    const copy = `${path}.cut`;
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: bytes.length - 1 }), async (length) => {
        await writeFile(copy, bytes.subarray(0, length));
        expect(() => openIndexFile(copy)).toThrow(expect.objectContaining({ code: 'damaged' }));
      }),
      { numRuns: 50 },
    );
  });

  it('is refused where its table of contents is no JSON, or names more than there is', async () => {
    const bytes = await readFile(path);
    const text = bytes.toString('latin1');
    const copy = `${path}.contents`;
    await writeFile(copy, text.replace('{"version":', '{"version";'), 'latin1');
    expect(() => openIndexFile(copy)).toThrow(/table of contents is damaged/);
    const longer = text.replace(/"bytes":\d+/g, (each) => each.replace(/\d/g, '9'));
    await writeFile(copy, longer, 'latin1');
    expect(() => openIndexFile(copy)).toThrow(/section .+ reaches past the end/);
  });

  it('is refused where a list that the search reads is missing', () => {
    const copy = `${path}.lacking`;
    const writer = new IndexWriter(copy);
    writer.add('artist_key.text.offsets', new Uint32Array(1));
    writer.finish({});
    expect(() => new KeySearch(openIndexFile(copy), 'artist_key')).toThrow(/lacks section artist_key\.text\.bytes/);
  });
});
