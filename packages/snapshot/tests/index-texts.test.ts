import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { type IndexFile, IndexWriter, openIndexFile } from '../src/index/index-file.ts';
import { NameTexts, NameTextsBuilder } from '../src/index/name-texts.ts';
import { u32 } from '../src/index/number-column.ts';
import { Ordinals, writeOrdinals } from '../src/index/ordinals.ts';
import { PackedTexts, PackedTextsBuilder } from '../src/index/packed-texts.ts';
import { RunLengths, writeRunLengths } from '../src/index/run-lengths.ts';
import { SmallNumbers, SmallNumbersBuilder } from '../src/index/small-numbers.ts';
import { decodeText, learnTextCode, mostDecoded, TextEncoding } from '../src/index/text-code.ts';
import { openWordColumn, WordColumn } from '../src/index/word-column.ts';

const folder = mkdtempSync(join(tmpdir(), 'deadwax-texts-'));
let files = 0;

afterAll(() => rmSync(folder, { recursive: true }));

function reopen(write: (writer: IndexWriter) => void): IndexFile {
  const path = join(folder, String(files++));
  const writer = new IndexWriter(path);
  write(writer);
  writer.finish(null);
  return openIndexFile(path);
}

const word = fc.constantFrom('nirvana', 'the', 'beatles', 'björk', '細野', 'a', 'x2', '&');
const key = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '));
const anyText = fc.oneof(key, fc.string({ unit: 'grapheme', maxLength: 20 }), fc.string({ unit: 'binary-ascii' }));

describe('texts coded by pieces', () => {
  it('are what they were, whatever the table was learnt from', () => {
    fc.assert(
      fc.property(fc.array(anyText, { maxLength: 20 }), anyText, (learnt, text) => {
        const code = learnTextCode(learnt.map((each) => Buffer.from(each)));
        const bytes = Buffer.from(text);
        const coded = new Uint8Array(bytes.length * 2);
        const end = new TextEncoding(code).encode(bytes, [0, bytes.length], coded, 0);
        const into = Buffer.alloc(mostDecoded(end));
        expect(into.subarray(0, decodeText(code, coded, [0, end], into)).equals(bytes)).toBe(true);
      }),
    );
  });

  it('are shorter than they were, and the same from a list as was put into it', () => {
    const texts = Array.from({ length: 40_000 }, (_, at) =>
      at % 7 === 0 ? null : `Nirvana Orchestra ${at * 7919} (Remixes)`,
    );
    const file = reopen((writer) => {
      const builder = new PackedTextsBuilder();
      for (const text of texts) builder.push(text);
      builder.write('text', writer);
    });
    const list = new PackedTexts(file, 'text');
    expect(texts.every((text, place) => list.get(place) === (text ?? ''))).toBe(true);
    const plain = texts.reduce((sum, text) => sum + (text?.length ?? 0), 0);
    expect(file.u8('text.bytes').length).toBeLessThan(plain / 2);
  });

  it('may be longer than a block of the builder', () => {
    const texts = ['a'.repeat(3_000_000), '', 'é'.repeat(700_000), 'b'];
    const file = reopen((writer) => {
      const builder = new PackedTextsBuilder();
      for (const text of texts) builder.push(text);
      builder.write('text', writer);
    });
    const list = new PackedTexts(file, 'text');
    expect(texts.map((_, place) => list.get(place) === texts[place])).toEqual([true, true, true, true]);
  });
});

describe('names under a key', () => {
  it('are spelled as they were put in', () => {
    const spelling = (of: string) =>
      fc.oneof(
        fc.constantFrom(
          of,
          of.toUpperCase(),
          of.replace(/(^| )[a-z]/g, (first) => first.toUpperCase()),
        ),
        fc.constantFrom(`The ${of.replace(/(^| )[a-z]/g, (first) => first.toUpperCase())}`, `${of}!`, `The ${of}`),
        anyText.filter((text) => text !== ''),
      );
    const names = key.chain((of) =>
      fc.tuple(fc.constant(of), fc.array(fc.tuple(fc.nat({ max: 6 }), spelling(of), fc.boolean()), { maxLength: 40 })),
    );
    fc.assert(
      fc.property(fc.array(names, { maxLength: 6 }), (keys) => {
        const all = keys.flatMap(([of, entries]) =>
          entries.map(([role, text, isHeading]) => ({ of, role, text, isHeading })),
        );
        const file = reopen((writer) => {
          const builder = new NameTextsBuilder();
          for (const { of, role, text, isHeading } of all) builder.push(of, role, { text, isHeading });
          builder.write('name', writer);
        });
        const texts = new NameTexts(file, 'name');
        for (const [at, { of, role, text, isHeading }] of all.entries()) {
          expect(texts.role(at)).toBe(role);
          const read = texts.text(at, of);
          // A heading that does not follow from the key is read from its artist.
          if (read !== null || !isHeading) expect(read).toBe(text);
        }
      }),
    );
  });

  it('take no room where they follow from the key or from a name before', () => {
    const file = reopen((writer) => {
      const builder = new NameTextsBuilder();
      for (const text of ['Black Bird', 'The Black Bird', 'BLACK BIRD', 'black bird', 'Black-Bird', 'Black-Bird'])
        builder.push('black bird', 0, { text, isHeading: false });
      builder.write('name', writer);
    });
    expect(Buffer.from(file.u8('name.text.bytes')).toString()).toBe('Black-Bird');
  });

  it('are made of the key where they are headings that follow from it, and stand with the artist otherwise', () => {
    const headings = ['Black Bird', 'Black Bird (2)', 'The Black Bird', 'Black Bird (2)'];
    const file = reopen((writer) => {
      const builder = new NameTextsBuilder();
      for (const text of headings) builder.push('black bird', 0, { text, isHeading: true });
      builder.push('black bird', 1, { text: 'Black Bird (2)', isHeading: false });
      builder.write('name', writer);
    });
    const texts = new NameTexts(file, 'name');
    expect([0, 1, 2, 3, 4].map((at) => texts.text(at, 'black bird'))).toEqual([
      'Black Bird',
      null,
      'The Black Bird',
      null,
      'Black Bird (2)',
    ]);
  });
});

describe('columns', () => {
  it.each([
    [200, 1],
    [0x100_0000, 3],
    [0x100_0001, 4],
  ])('of ordinals below %i take %i bytes or three', (count, bytes) => {
    const values = [0, 1, Math.floor(count / 3), count - 1];
    const file = reopen((writer) => {
      const column = u32();
      for (const value of values) column.push(value);
      writeOrdinals('column', column, { count, writer });
    });
    const column = new Ordinals(file, 'column', count);
    expect(values.map((_, at) => column.get(at))).toEqual(values);
    expect(file.sections[0]?.bytes).toBe(Math.max(3, bytes) * values.length);
  });

  it('of small numbers give large ones too', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.nat({ max: 300 }), fc.nat())), (values) => {
        const file = reopen((writer) => {
          const builder = new SmallNumbersBuilder();
          for (const value of values) builder.push(value);
          builder.write('column', writer);
        });
        const column = new SmallNumbers(file, 'column');
        expect(values.map((_, at) => column.get(at))).toEqual(values);
      }),
    );
  });

  it('of runs give the value at each place, and count', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.nat({ max: 3 }))), (blocks) => {
        const file = reopen((writer) =>
          writeRunLengths(
            'column',
            blocks.map((each) => Uint8Array.from(each)),
            writer,
          ),
        );
        const column = new RunLengths(file, 'column');
        expect(blocks.flat().map((_, at) => column.get(at))).toEqual(blocks.flat());
        expect(column.count((value) => value === 2)).toBe(blocks.flat().filter((value) => value === 2).length);
      }),
    );
  });

  it('of words are bytes where they are enough, and refuse more words than there are numbers', () => {
    const write = (words: number) => {
      const column = new WordColumn<string>('');
      for (let word = 1; word < words; word += 1) column.push(`word ${word}`);
      let list: string[] = [];
      const file = reopen((writer) => {
        list = column.write('column', writer);
      });
      return { list, places: openWordColumn(file, 'column', list.length) };
    };
    for (const count of [2, 256, 257, 65_536]) {
      const { list, places } = write(count);
      expect(list[places.at(-1) ?? 0]).toBe(`word ${count - 1}`);
      expect(places.BYTES_PER_ELEMENT).toBe(count <= 256 ? 1 : 2);
    }
    expect(() => write(65_537)).toThrow(/65537 different values of column/);
  });
});
