import { describe, expect, it } from 'vitest';
import { detectDelimiter, parseHeader } from './header.ts';

describe('the heading line', () => {
  it.each([
    ['id,kind,title', ','],
    ['id;kind;title', ';'],
    ['id\tkind\ttitle\r', '\t'],
    ['"id";"kind";"a, b, c"', ';'],
    ['ID, Kind, Catalog Number', ','],
    ['what;ever', ','],
  ])('has its delimiter told: %j', (line, delimiter) => {
    expect(detectDelimiter(line)).toBe(delimiter);
  });

  it('may have columns in any order and case, and others beside them', () => {
    const header = parseHeader(['Notes', 'TITLE', 'Catalog Number', ' Kind ', 'id', 'artist-id', 'notes', ''], 'x.csv');
    expect(header.positions).toEqual({ title: 1, catalog_number: 2, kind: 3, id: 4, artist_id: 5 });
    expect([header.width, header.ignored]).toEqual([8, ['notes', 'notes']]);
  });

  it('keeps the first of two columns of one name', () => {
    expect(parseHeader(['id', 'kind', 'title', 'id'], 'x.csv')).toMatchObject({
      positions: { id: 0 },
      ignored: ['id'],
    });
  });

  it.each([
    [['kind', 'title'], 'no column id'],
    [['id', 'title'], 'no column kind'],
    [['id', 'kind', 'label'], 'no column artist or title'],
    [['Plone', 'Puzzlewood'], 'no column id, kind, artist or title'],
  ])('%j is refused with what is missing', (headings, message) => {
    expect(() => parseHeader(headings, 'x.csv')).toThrow(
      expect.objectContaining({ code: 'wrong_columns', message: expect.stringContaining(message) }),
    );
  });
});
