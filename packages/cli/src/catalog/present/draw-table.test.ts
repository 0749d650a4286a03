import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { drawTable } from './draw-table.ts';

const columns = [
  { title: 'name', most: 8, read: ([name]: [string, number]) => name },
  { title: 'count', right: true, read: ([, count]: [string, number]) => count },
];

describe('drawTable', () => {
  it('aligns names of any script by what they take on a terminal, and cuts what is too long', () => {
    const rows: [string, number][] = [
      ['Beyonce\u0301', 4],
      ['坂本龍一', 1234],
      ['A very long name', 1],
    ];
    expect(drawTable(rows, columns)).toEqual([
      'name      count',
      'Beyonce\u0301       4',
      '坂本龍一  1,234',
      'A very…       1',
    ]);
  });

  it('gives a line for each row, none of which can steer the terminal or reach over its column', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.string({ unit: 'grapheme' }), fc.nat())), (rows) => {
        const lines = drawTable(rows, columns);
        expect(lines).toHaveLength(rows.length + 1);
        for (const line of lines) {
          expect(line).not.toMatch(/\p{Cc}/u);
          expect(stringWidth(line)).toBeLessThanOrEqual(8 + 2 + '2,147,483,647'.length);
        }
      }),
    );
  });
});
