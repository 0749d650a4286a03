import { describe, expect, it } from 'vitest';
import { drawLines } from '../src/plot/draw-lines.ts';
import { readPoints } from '../src/plot/read-points.ts';

describe('a plot', () => {
  it.each([
    ['a key of the result', 'size', 'seconds', [[100, 2]]],
    ['a key inside it', 'size', 'exact.rate', [[100, 5]]],
    ['a key that is divided', 'size', 'bytes/1e6', [[100, 3]]],
    ['no key of it', 'size', 'nothing.there', []],
    ['nothing above zero', 'size', 'none', []],
  ])('takes %s', (_, x, y, expected) => {
    expect(readPoints([{ size: 100, seconds: 2, exact: { rate: 5 }, bytes: 3e6, none: 0 }], x, y)).toEqual(expected);
  });

  it('puts each power of ten as far from the next, and what is larger higher', () => {
    const svg = drawLines(
      [
        {
          name: 'a < b',
          points: [
            [1e5, 1],
            [1e6, 10],
            [1e7, 100],
          ],
        },
      ],
      { title: 'T', x: 'size' },
    );
    expect(svg).toContain('points="80.0,380.0 290.0,210.0 500.0,40.0"');
    expect(svg).toContain('a &lt; b');
  });

  it('needs a point', () => {
    expect(() => drawLines([{ name: 'a', points: [] }], { title: 'T', x: 'size' })).toThrow('no points');
  });
});
