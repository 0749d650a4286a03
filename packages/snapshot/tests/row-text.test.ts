import type { Value } from '@deadwax/sources/source';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { RowText } from '../src/build/row-text.ts';

const value = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 90 }),
  fc.string({ unit: fc.constantFrom('a', '"', 'é', '細', '😀', ',', '\n'), maxLength: 90 }),
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.boolean(),
  fc.constant(null),
);

function formatPlainly(sequence: number, values: readonly Value[]): string {
  const fields = values.map((each) => {
    if (each === null) return '';
    return typeof each === 'string' ? `"${each.replaceAll('"', '""')}"` : String(each);
  });
  return `${[sequence, ...fields].join(',')}\n`;
}

it('writes what a plain join of the fields is, however little room there was at first', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.maxSafeNat(), fc.array(value, { maxLength: 6 })), { maxLength: 8 }), (rows) => {
      const text = new RowText(16);
      for (const [sequence, values] of rows) text.add(sequence, values);
      const expected = rows.map(([sequence, values]) => formatPlainly(sequence, values)).join('');
      expect(Buffer.from(text.take()).toString()).toBe(Buffer.from(expected).toString());
      expect(text.length).toBe(0);
    }),
    { numRuns: 500 },
  );
});
