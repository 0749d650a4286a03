import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatCells } from '../output/format-cell.ts';
import type { Dialect } from './library-record.ts';
import { RecordSplitter } from './split-records.ts';

const commas: Dialect = { delimiter: ',', newline: '\n' };

function split(text: string, dialect = commas, cuts: readonly number[] = []) {
  const splitter = new RecordSplitter(dialect);
  const borders = [0, ...[...cuts].sort((left, right) => left - right), text.length];
  const records = borders.slice(1).flatMap((end, index) => [...splitter.add(text.slice(borders[index], end))]);
  return { records: [...records, ...splitter.finish()], emptyLines: splitter.emptyLines };
}

const cells = (text: string, dialect = commas) => split(text, dialect).records.map((record) => record.cells);

describe('RecordSplitter', () => {
  it.each([
    [
      'plain',
      'a,b\nc,d\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'no end of line at the end',
      'a,b\nc,d',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'CRLF',
      'a,b\r\nc,"d"\r\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'mixed ends',
      'a,b\r\nc,d\ne,f\r\n',
      [
        ['a', 'b'],
        ['c', 'd'],
        ['e', 'f'],
      ],
    ],
    ['quoted delimiter', '"a,b",c\n', [['a,b', 'c']]],
    [
      'quoted line end',
      '"a\nb",c\nd,e\n',
      [
        ['a\nb', 'c'],
        ['d', 'e'],
      ],
    ],
    ['doubled quotes', '"say ""hi""",c\n', [['say "hi"', 'c']]],
    ['empty cells', ',,\n""\n', [['', '', ''], ['']]],
    ['embedded tab', 'a\tb,c\n', [['a\tb', 'c']]],
    ['space before a quoted cell', 'Low, "Things, Lost"\n', [['Low', 'Things, Lost']]],
    ['CR inside quotes stays', '"a\rb\r",c\n', [['a\rb\r', 'c']]],
  ])('reads %s', (_what, text, expected) => {
    expect(cells(text)).toEqual(expected);
  });

  it.each([
    ['an inch', 'a,b\nSingle,7" mix\n', ['Single', '7" mix']],
    ['a quoted word first', 'a,b\n"Heroes" (live),1977\n', ['"Heroes" (live)', '1977']],
    ['a quoted word first, a quoted cell after', 'a,b\n"Heroes" (live),"Bowie"\n', ['"Heroes" (live)', 'Bowie']],
    ['quotes not doubled', 'a,b\n"12" Mixes","Foo"\n', ['12" Mixes', 'Foo']],
    ['quotes not doubled, a comma between', 'a,b\n"Say "no", she said",x\n', ['Say "no", she said', 'x']],
    ['a quote nobody closed', 'a,b,c\nBowie,"Heroes,1977\nKraftwerk,Autobahn,1974\n', ['Bowie', '"Heroes', '1977']],
    [
      'a quote nobody closed, quotes after it',
      'a,b,c\nBowie,"Heroes,1977\nCan,"Tago Mago",1971\n',
      ['Bowie', '"Heroes', '1977'],
    ],
    ['a quote at the end of a cell', 'a,b\nx,Foo"\ny,"Bar"\n', ['x', 'Foo"']],
  ])('makes the best of %s, and spoils no other row', (_what, text, expected) => {
    const { records } = split(text);
    expect(records[1]).toMatchObject({ cells: expected, wellFormed: false, lineNumber: 2 });
    const others = text.trim().split('\n').length - 2;
    expect(records.slice(2).map((record) => [record.cells.length, record.wellFormed])).toEqual(
      Array.from({ length: others }, () => [records[0]!.cells.length, true]),
    );
  });

  it('sees that two stray quotes hold whole rows between them', () => {
    const text = 'a,b,c\nBowie,"Heroes,1977\nNew Order,Blue Monday 12",1983\nCan,Tago Mago,1971\n';
    expect(cells(text).slice(1)).toEqual([
      ['Bowie', '"Heroes', '1977'],
      ['New Order', 'Blue Monday 12"', '1983'],
      ['Can', 'Tago Mago', '1971'],
    ]);
  });

  it('gives up on a quoted cell of monstrous length', () => {
    const text = `a,b\n"x,1\n${'foo,2\n'.repeat(20_000)}`;
    expect(cells(text)).toHaveLength(20_002);
  });

  it('numbers the lines records begin on, and passes over empty ones', () => {
    const { records, emptyLines } = split('a,b\n\n"c\nc",d\n   \ne,f\n');
    expect(records.map((record) => record.lineNumber)).toEqual([1, 3, 6]);
    expect(emptyLines).toBe(2);
  });

  it('keeps rows of nothing but delimiters', () => {
    expect(cells('a,b\n,\n')).toEqual([
      ['a', 'b'],
      ['', ''],
    ]);
  });

  it('ends records at CR where the file does', () => {
    expect(cells('a,b\rc,"d\re"\r', { delimiter: ',', newline: '\r' })).toEqual([
      ['a', 'b'],
      ['c', 'd\re'],
    ]);
  });

  it('refuses a line that never ends', () => {
    expect(() => split('x'.repeat(16_000_001))).toThrow('line 1 does not end');
  });

  // Line ends and delimiters in one cell could make it look like rows; a cell has the one or the other.
  const cell = fc.oneof(
    fc.string({ unit: fc.constantFrom('a', 'é', '"', ',', ';', '\r', ' ', '\t', '細') }),
    fc.string({ unit: fc.constantFrom('a', 'é', '"', '\n', '\r', ' ', '細') }),
  );
  const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 });

  it('reads back what CSV writes, as csv-parse does, and the raw text with it', () => {
    fc.assert(
      fc.property(table, fc.constantFrom(',', ';', '\t'), fc.constantFrom('\n', '\r\n'), (rows, delimiter, newline) => {
        const dialect = { delimiter, newline } as Dialect;
        const text = rows.map((row) => `${formatCells(row, delimiter)}${newline}`).join('');
        const { records } = split(text, dialect);
        expect(records.map((record) => record.cells)).toEqual(rows);
        expect(records.map((record) => record.raw + newline).join('')).toBe(text);
        expect(records.every((record) => record.wellFormed)).toBe(true);
        expect(parse(text, { delimiter, relax_column_count: true, record_delimiter: newline })).toEqual(rows);
      }),
      { numRuns: 1000 },
    );
  });

  it('reads the same however the text arrives', () => {
    const text = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r', ' '), maxLength: 60 });
    fc.assert(
      fc.property(text, fc.array(fc.nat(60), { maxLength: 6 }), (noise, cuts) => {
        const inside = cuts.map((cut) => Math.min(cut, noise.length));
        expect(split(noise, commas, inside)).toEqual(split(noise));
      }),
      { numRuns: 1000 },
    );
  });
});
