import { describe, expect, it } from 'vitest';
import { measurePeer } from '../../src/resolve/measure-peer.ts';

describe('a peer', () => {
  it.each([
    ['the least of the rounds', 3, [90, 30, 20, 25], 20],
    ['not the round that warms it up, even where that was the least', 3, [10, 30, 20, 25], 20],
    ['the only round', 1, [90, 30], 30],
  ])('is said to cost %s', async (_, rounds, costs, expected) => {
    const left = [...costs];
    const measure = async () => ({
      rows: 1,
      microseconds: left.shift() as number,
      ...{ right: 1, wrong: 0, missed: 0 },
    });
    expect((await measurePeer({ measure }, [], rounds)).microseconds).toBe(expected);
    expect(left).toEqual([]);
  });
});
