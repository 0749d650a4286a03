import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { HashBuckets, writeHashBuckets } from '../src/index/hash-buckets.ts';
import { IndexWriter, openIndexFile } from '../src/index/index-file.ts';
import { SortedTexts, writeSortedTexts } from '../src/index/sorted-texts.ts';
import { StringListBuilder } from '../src/index/string-list.ts';

let folder: string;
let files = 0;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'deadwax-texts-'));
});

function written<T>(write: (writer: IndexWriter) => void, read: (file: ReturnType<typeof openIndexFile>) => T): T {
  files += 1;
  const path = join(folder, `${files}.index`);
  const writer = new IndexWriter(path);
  write(writer);
  writer.finish({});
  return read(openIndexFile(path));
}

function textsOf(list: readonly string[]): SortedTexts {
  const builder = new StringListBuilder();
  for (const each of list) builder.push(each);
  return written(
    (writer) => writeSortedTexts('text', builder.finish(), writer),
    (file) => new SortedTexts(file, 'text'),
  );
}

const pointsOf = (text: string) => [...text].map((each) => each.codePointAt(0)!);

describe('texts of which neighbours begin alike', () => {
  it('are read as they were written, in whatever order they stand', () => {
    const start = fc.constantFrom('', 'the ', 'the band ', 'х', 'х'.repeat(200), 'long '.repeat(60));
    const text = fc.tuple(start, fc.string({ unit: 'grapheme', maxLength: 20 })).map((parts) => parts.join(''));
    const list = fc.tuple(fc.array(text, { maxLength: 40 }), fc.boolean());
    fc.assert(
      fc.property(list, ([given, isSorted]) => {
        const all = isSorted ? given.toSorted() : given;
        const texts = textsOf(all);
        const into = new Uint32Array(1000);
        expect(texts.length).toBe(all.length);
        for (const [place, each] of all.entries()) {
          expect(texts.get(place)).toBe(each);
          expect([...into.subarray(0, texts.decode(place, into))]).toEqual(pointsOf(each));
          for (const other of [each, `${each}x`, each.slice(1), all[0]!]) {
            const bytes = Buffer.from(` ${other}`);
            expect(texts.equals(place, bytes, 1, bytes.length)).toBe(other === each);
          }
        }
      }),
      { numRuns: 200 },
    );
  });

  it('may be longer than any name', () => {
    const long = ['a', `a${'b'.repeat(200_000)}`, `a${'b'.repeat(200_001)}`];
    const texts = textsOf(long);
    expect(long.map((_, place) => texts.get(place))).toEqual(long);
    const few = new Uint32Array(3);
    expect([texts.decode(1, few), ...few]).toEqual([3, 0x61, 0x62, 0x62]);
  });
});

describe('items filed under hashes', () => {
  /** Some hashes of hundreds of items, as many names begin alike. */
  const hash = fc.oneof(fc.constantFrom(0, 7, 0xffffffff), fc.nat({ max: 0xffffffff }));
  const filed = fc.array(fc.tuple(hash, fc.nat({ max: 1 << 19 }), fc.constantFrom(1, 1, 1, 300)), { maxLength: 60 });

  it('are found under them, those of several at once, whether three bytes hold an item or four', () => {
    fc.assert(
      fc.property(filed, fc.constantFrom((1 << 20) - 1, 1 << 21, 1 << 26), (given, items) => {
        const all = given.flatMap(([of, item, times]) =>
          Array.from({ length: times }, (_, at) => [of, item + at] as const),
        );
        const buckets = written(
          (writer) =>
            writeHashBuckets(
              'b',
              { items, leastTag: 4 },
              (visit) => all.forEach(([of, item]) => void visit(of, item)),
              writer,
            ),
          (file) => new HashBuckets(file, 'b', { items, leastTag: 4 }),
        );
        const hashes = Uint32Array.from([...new Set(all.map(([of]) => of))]).subarray(0, 100);
        const into = new Uint32Array(1 << 16);
        const found = new Set(into.subarray(0, buckets.read(hashes, hashes.length, into)));
        const asked = new Set(hashes);
        expect(all.filter(([of, item]) => asked.has(of) && !found.has(item))).toEqual([]);
        expect(buckets.read(hashes, hashes.length, into.subarray(0, 2))).toBeLessThanOrEqual(2);
      }),
      { numRuns: 100 },
    );
  });
});
