import { describe, expect, it } from 'vitest';
import { COLUMNS, type Column, parseHeader } from './header.ts';
import { parseRow } from './parse-row.ts';

const header = parseHeader(COLUMNS, 'x.csv');

function parse(cells: Partial<Record<Column, string>>) {
  return parseRow(
    COLUMNS.map((column) => cells[column] ?? ''),
    header,
  );
}

describe('a row', () => {
  it('is an artist with variant names', () => {
    expect(parse({ id: ' 7 ', kind: 'Artist', artist: 'Plone', variants: 'PLONE| Ploan ||Plone|PLONE' })).toEqual({
      kind: 'artist',
      id: '7',
      name: 'Plone',
      variants: ['PLONE', 'Ploan'],
      matchable: true,
    });
  });

  it.each([
    [{ artist: 'Various Artists' }, 'Various Artists', false],
    [{ artist: 'v/a' }, 'v/a', false],
    [{ artist: 'NULL' }, 'NULL', false],
    [{ artist: 'VA' }, 'VA', true],
    [{ title: 'Plone' }, 'Plone', true],
    [{ artist: 'Plone', title: 'The Band' }, 'Plone', true],
  ])('%j is the artist %s', (cells, name, matchable) => {
    expect(parse({ id: '7', kind: 'artist', ...cells })).toMatchObject({ name, matchable });
  });

  it.each(['release', 'album', 'MASTER'])('of kind %s is a release', (kind) => {
    const cells = {
      title: 'Puzzlewood',
      artist: 'Plone',
      artist_id: 'a1',
      label: 'Ghost Box',
      catalog_number: 'GBX 35',
    };
    expect(parse({ id: 'r1', kind, ...cells, year: '2020-04-17', barcode: '5 034202-020226', format: 'CD' })).toEqual({
      kind: 'release',
      id: 'r1',
      title: 'Puzzlewood',
      variants: [],
      artist: 'Plone',
      artistId: 'a1',
      year: 2020,
      label: 'Ghost Box',
      catalogNumber: 'GBX 35',
      barcode: '5034202020226',
      format: 'CD',
    });
  });

  it.each([
    ['1994', 1994],
    ['1994-05-02', 1994],
    ['02/05/1994', 1994],
    ['c1994', 1994],
    ['94', null],
    ['199?', null],
    ['19940502', null],
    ['0', null],
    ['', null],
  ])('has the year of %j', (year, expected) => {
    expect(parse({ id: '1', kind: 'release', title: 'T', year })).toMatchObject({ year: expected });
  });

  it.each([
    [{ kind: 'release', title: 'T' }, 'missing_id'],
    [{ id: 'a\u0001b', kind: 'release', title: 'T' }, 'invalid_id'],
    [{ id: 'x'.repeat(201), kind: 'release', title: 'T' }, 'invalid_id'],
    [{ id: '1', kind: 'release', title: 'T', artist_id: 'a\nb' }, 'invalid_id'],
    [{ id: '1', kind: 'recording', title: 'T' }, 'unknown_kind'],
    [{ id: '1', title: 'T' }, 'unknown_kind'],
    [{ id: '1', kind: 'release', artist: 'A' }, 'missing_name'],
    [{ id: '1', kind: 'artist' }, 'missing_name'],
  ])('%j is bad: %s', (cells, reason) => {
    expect(parse(cells)).toMatchObject({ kind: 'bad', reason });
  });

  it('may be shorter than the heading, and longer only by empty cells', () => {
    const short = parseHeader(['id', 'kind', 'title', 'year'], 'x.csv');
    expect(parseRow(['1', 'release', 'T'], short)).toMatchObject({ kind: 'release', year: null });
    expect(parseRow(['1', 'release', 'T', '', ' '], short)).toMatchObject({ kind: 'release' });
    expect(parseRow(['1', 'release', 'T', '', 'x'], short)).toMatchObject({ reason: 'wrong_column_count' });
  });
});
