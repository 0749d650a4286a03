import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { IndexWriter, openIndexFile } from '../src/index/index-file.ts';
import { PackedOffsets, writeOffsets } from '../src/index/packed-offsets.ts';

let folder = '';
let files = 0;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'deadwax-offsets-'));
});
afterAll(() => rm(folder, { recursive: true }));

function written(lengths: readonly number[]): PackedOffsets {
  files += 1;
  const path = join(folder, String(files));
  const writer = new IndexWriter(path);
  writeOffsets('runs', Uint32Array.from(lengths), writer);
  writer.finish({});
  return new PackedOffsets(openIndexFile(path), 'runs');
}

/** Lengths of one byte, and on both sides of its end. */
const length = fc.oneof(fc.nat(4), fc.constantFrom(253, 254, 255, 256, 70_000));

describe('where runs begin', () => {
  it('is what the lengths before add up to', () => {
    fc.assert(
      fc.property(fc.array(length, { maxLength: 60 }), (lengths) => {
        const offsets = written(lengths);
        expect(offsets.length).toBe(lengths.length);
        let sum = 0;
        for (const [place, each] of lengths.entries()) {
          expect([offsets.start(place), offsets.lengthOf(place)]).toEqual([sum, each]);
          sum += each;
          expect(offsets.placeOfEnd(sum)).toBe(sum === 0 ? -1 : firstEnding(lengths, sum));
        }
        expect(offsets.end).toBe(sum);
        expect(offsets.placeOfEnd(sum + 1)).toBe(-1);
      }),
    );
  });

  it.each([0, 1, 3, 4, 5, 11, 12, 13, 24, 25])('holds %i runs', (count) => {
    const offsets = written(new Array(count).fill(300));
    expect([offsets.length, offsets.end]).toEqual([count, count * 300]);
  });

  it('is refused where a block is missing', () => {
    const path = join(folder, 'short');
    const writer = new IndexWriter(path);
    writer.add('runs.blocks', new Uint32Array(4));
    writer.add('runs.count', Uint32Array.of(13));
    writer.add('runs.longPlaces', new Uint32Array(0));
    writer.add('runs.longLengths', new Uint32Array(0));
    writer.finish({});
    expect(() => new PackedOffsets(openIndexFile(path), 'runs')).toThrow(/section runs/);
  });
});

function firstEnding(lengths: readonly number[], end: number): number {
  let sum = 0;
  return lengths.findIndex((each) => {
    sum += each;
    return sum === end;
  });
}
