import { describe, expect, it } from 'vitest';
import { groupOrigins } from '../../src/labelled/group-origins.ts';

const query = (origin: string, truth: string) => ({ artist: '', album: '', truth, origin, answerable: true });
const record = (origin: string, entity: string) => ({ entity, artist: '', title: '', year: '', origin });

describe('groupOrigins', () => {
  it('puts origins together unless one holds what the other is asked for', () => {
    // `a` and `b` hold each other's answers; `c` is answered by `d`, whose rows nobody asks.
    const queries = [query('a', '1'), query('a', '2'), query('b', '1'), query('c', '3')];
    const reference = [record('a', '1'), record('b', '1'), record('b', '2'), record('c', '3'), record('d', '3')];
    expect(groupOrigins(queries, reference)).toEqual([['a', 'c'], ['b']]);
  });
});
