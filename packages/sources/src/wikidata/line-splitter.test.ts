import fc from 'fast-check';
import { expect, it } from 'vitest';
import { LineSplitter } from './line-splitter.ts';

function split(chunks: readonly Uint8Array[], maxLineBytes = 1000): [text: string, offset: number, tooLong: boolean][] {
  const lines: [string, number, boolean][] = [];
  const splitter = new LineSplitter({
    maxLineBytes,
    onLine: ({ bytes, offset, tooLong }) => lines.push([bytes.toString('latin1'), offset, tooLong]),
  });
  for (const chunk of chunks) splitter.push(chunk);
  splitter.end();
  return lines;
}

it('finds the same lines in any chunks', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', '\n', '\r', '\n'), maxLength: 60 });
  fc.assert(
    fc.property(text, fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1 }), (whole, sizes) => {
      const chunks: Uint8Array[] = [];
      for (let start = 0, index = 0; start < whole.length; index += 1) {
        const size = sizes[index % sizes.length] ?? 1;
        chunks.push(Buffer.from(whole.slice(start, start + size)));
        start += size;
      }
      const expected = whole.split('\n');
      if (expected.at(-1) === '') expected.pop();
      const lines = split(chunks);
      expect(lines.map(([line]) => line)).toEqual(expected);
      for (const [line, offset] of lines) expect(whole.slice(offset, offset + line.length)).toBe(line);
    }),
  );
});

it('passes over lines beyond the limit, and keeps count of their bytes', () => {
  expect(split([Buffer.from('ab\nabc'), Buffer.from('def\nx\nabcdef')], 4)).toEqual([
    ['ab', 0, false],
    ['', 3, true],
    ['x', 10, false],
    ['', 12, true],
  ]);
});
