import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { IdsBuilder, openIds } from '../src/index/entity-ids.ts';
import { IndexWriter, openIndexFile } from '../src/index/index-file.ts';
import type { IdForm } from '../src/index/index-meta.ts';
import { makeFolder } from './build-csv.ts';

const byLengthAndBytes = (a: string, b: string) => {
  const [one, two] = [Buffer.from(a), Buffer.from(b)];
  return one.length - two.length || one.compare(two);
};

async function storeIds(ids: readonly string[], form: IdForm, prefix = '') {
  const path = join(await makeFolder(), 'ids');
  const range = { source: 0, first: 0, count: ids.length, form, prefix, section: 'ids' };
  const builder = new IdsBuilder(range);
  for (const id of ids) builder.push(id);
  const writer = new IndexWriter(path);
  builder.write(writer);
  writer.finish(null);
  return openIds(openIndexFile(path), range);
}

const number = fc.integer({ min: 1, max: 999_999_999 }).map(String);
const text = fc.oneof(
  fc.string({ unit: fc.constantFrom(...'ab12-é細𝄞'), minLength: 1, maxLength: 6 }),
  number.map((each) => `r${each}`),
);

describe('ids of a source', () => {
  it.each<[IdForm, string, fc.Arbitrary<string>]>([
    ['number', '', number],
    ['number', 'Q', number.map((each) => `Q${each}`)],
    ['uuid', '', fc.uuid()],
    ['text', '', text],
  ])('are found where they stand, and no others, as %s with prefix "%s"', async (form, prefix, arbitrary) => {
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(arbitrary, { minLength: 1, maxLength: 40 }), arbitrary, async (drawn, other) => {
        const ids = drawn.toSorted(byLengthAndBytes);
        const list = await storeIds(ids, form, prefix);
        expect(ids.map((_, place) => list.get(place))).toEqual(ids);
        expect(ids.map((id) => list.find(id))).toEqual(ids.map((_, place) => place));
        expect(list.find(other)).toBe(ids.indexOf(other));
        for (const id of ['', '0', '007', `${ids[0]}x`, ids[0]?.toUpperCase() ?? ''])
          expect(list.find(id)).toBe(ids.indexOf(id));
      }),
      { numRuns: 40 },
    );
  });
});
