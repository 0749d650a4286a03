import { describe, expect, it } from 'vitest';
import { parsePairs } from '../../src/pairs/read-pairs.ts';

const LEFT =
  'COL Song_Name VAL Silver and Gold COL Artist_Name VAL Little Big Town COL Album_Name VAL Pain Killer COL Genre VAL Country , Music COL Price VAL $ 1.29 COL CopyRight VAL 2014 LBT , LLC COL Time VAL 3:33 COL Released VAL 21-Oct-14 ';
const RIGHT =
  'COL Song_Name VAL Silver And Gold COL Artist_Name VAL  COL Album_Name VAL Pain Killer COL Genre VAL Country COL Price VAL $ 1.29 COL CopyRight VAL ( C ) 2014 COL Time VAL 3:31 COL Released VAL  ';

describe('parsePairs', () => {
  it('reads both records and the label', () => {
    const [pair, ...rest] = parsePairs(`${LEFT}\t${RIGHT}\t1\n`);
    expect(rest).toEqual([]);
    expect(pair).toEqual({
      left: {
        song: 'Silver and Gold',
        artist: 'Little Big Town',
        album: 'Pain Killer',
        genre: 'Country , Music',
        price: '$ 1.29',
        copyright: '2014 LBT , LLC',
        time: '3:33',
        released: '21-Oct-14',
      },
      right: {
        song: 'Silver And Gold',
        artist: '',
        album: 'Pain Killer',
        genre: 'Country',
        price: '$ 1.29',
        copyright: '( C ) 2014',
        time: '3:31',
        released: '',
      },
      isMatch: true,
    });
  });

  it('skips empty lines and reads labels of 0', () => {
    expect(parsePairs(`\n${LEFT}\t${RIGHT}\t0\r\n\n`).map(({ isMatch }) => isMatch)).toEqual([false]);
  });

  it.each([`${LEFT}\t${RIGHT}`, `${LEFT}\t1`, `${LEFT}\t${RIGHT}\tyes`])('says which line is no pair', (line) => {
    expect(() => parsePairs(`${LEFT}\t${RIGHT}\t1\n${line}`)).toThrow('line 2');
  });
});
