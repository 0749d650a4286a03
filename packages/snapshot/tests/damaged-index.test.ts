import { readFile, writeFile } from 'node:fs/promises';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { IndexWriter, indexVersion, openIndexFile } from '../src/index/index-file.ts';
import { KeySearch } from '../src/index/key-search.ts';
import { searchKeys } from './write-keys.ts';

let path: string;
let bytes: Buffer;

beforeAll(async () => {
  ({ path } = await searchKeys(Array.from({ length: 200 }, (_, at) => `name${at} of nobody ${at % 7} имя`)));
  bytes = await readFile(path);
});

describe('a damaged index', () => {
  it('is refused wherever it is cut', async () => {
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
    const text = bytes.toString('latin1');
    const copy = `${path}.contents`;
    await writeFile(copy, text.replace('{"version":', '{"version";'), 'latin1');
    expect(() => openIndexFile(copy)).toThrow(/table of contents is damaged/);
    const longer = text.replace(/"bytes":\d+/g, (each) => each.replace(/\d/g, '9'));
    await writeFile(copy, longer, 'latin1');
    expect(() => openIndexFile(copy)).toThrow(/section .+ reaches past the end/);
  });

  it('is refused where it is of another version, and says which', async () => {
    const copy = `${path}.old`;
    await writeFile(
      copy,
      bytes
        .toString('latin1')
        .replace(`{"version":${indexVersion}`, `{"version":${'2'.padStart(String(indexVersion).length)}`),
      'latin1',
    );
    expect(() => openIndexFile(copy)).toThrow(
      expect.objectContaining({ code: 'incompatible', message: expect.stringContaining('version 2') }),
    );
  });

  it('is refused where a list that the search reads is missing', () => {
    const copy = `${path}.lacking`;
    const writer = new IndexWriter(copy);
    writer.add('key.text.count', new Uint32Array(1));
    writer.finish({});
    expect(() => new KeySearch(openIndexFile(copy), 'key')).toThrow(/lacks section key\.text\.starts/);
  });

  it('is refused where a list is of another length than what it belongs to', async () => {
    const text = bytes.toString('latin1');
    for (const section of [
      'letters',
      'text.bytes',
      'text.starts',
      'posting.value',
      'word.text.bytes',
      'piece.entries',
      'word.piece.blocks',
      'foreign.count',
      'slots',
    ]) {
      const entry = new RegExp(`("name":"key\\.${section}".*?"bytes":)(\\d+)`);
      const copy = `${path}.${section}`;
      const shorter = text.replace(
        entry,
        (_, start: string, size: string) => start + String(Number(size) - 4).padStart(size.length, ' '),
      );
      expect(shorter).not.toBe(text);
      await writeFile(copy, shorter, 'latin1');
      expect(() => new KeySearch(openIndexFile(copy), 'key')).toThrow(
        expect.objectContaining({ code: 'damaged', message: expect.stringContaining('key') }),
      );
    }
  });

  it('never keeps a search from ending, whatever the damage', async () => {
    const copy = `${path}.noise`;
    const end = bytes.indexOf('{"version":');
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat({ max: end - 17 }), fc.nat({ max: 255 })), { minLength: 1, maxLength: 400 }),
        async (changes) => {
          const damaged = Buffer.from(bytes);
          for (const [at, value] of changes) damaged[at + 16] = value;
          await writeFile(copy, damaged);
          const answer = () => {
            const keys = new KeySearch(openIndexFile(copy), 'key');
            return [
              keys.find('name1 of nobody 1 имя'),
              ...keys.findSimilar('nome1 of nobdy', 60),
              ...keys.findLoose('name'),
            ];
          };
          try {
            expect(answer().every((place) => Number.isInteger(place))).toBe(true);
          } catch (error) {
            expect(error).toMatchObject({ code: 'damaged' });
          }
        },
      ),
      { numRuns: 200 },
    );
  });
});
