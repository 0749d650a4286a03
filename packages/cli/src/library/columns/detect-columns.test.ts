import { describe, expect, it } from 'vitest';
import { keptFields } from './column-field.ts';
import { detectColumns } from './detect-columns.ts';
import { parseMap } from './parse-map.ts';

const discogs =
  'Catalog#,Artist,Title,Label,Format,Rating,Released,release_id,CollectionFolder,Date Added,Collection Media Condition,Collection Sleeve Condition,Collection Notes';

function detect(header: string, rows: readonly string[] = [], map: readonly string[] = [], hasHeader?: boolean) {
  return detectColumns(
    [header, ...rows].map((row) => row.split(',')),
    parseMap(map),
    hasHeader,
  );
}

describe('detectColumns', () => {
  it.each([
    ['Artist,Title', { artist: 0, album: 1 }],
    ['artist_name,album_title,label,year', { artist: 0, album: 1, label: 2, year: 3 }],
    ['ARTIST NAME,Album,Cat No,UPC', { artist: 0, album: 1, catalog_number: 2, barcode: 3 }],
    ['Künstler,Plattentitel,Jahr,Plattenlabel', { artist: 0, album: 1, year: 2, label: 3 }],
    ['Kunstler,Titel', { artist: 0, album: 1 }],
    ['Artiste,Disque,Année', { artist: 0, album: 1, year: 2 }],
    ['アーティスト,アルバム', { artist: 0, album: 1 }],
    ['ReleaseId,CodeId,Title,Artist,StationGenre,Format', { id: 0, album: 2, artist: 3, format: 5 }],
    ['Track,Title,Album,Artist,Album Artist', { album: 2, artist: 3 }],
    ['Album Artist,Album,Release Date,Date Added', { artist: 0, album: 1, year: 2 }],
    [
      '#,Band,LP,Call Letters,legacy_release_id,is_compilation',
      { id: 0, artist: 1, album: 2, shelf_code: 3, legacy_release_id: 4, is_compilation: 5 },
    ],
    ['library_id,id,artist,album', { id: 0, artist: 2, album: 3 }],
    ['Artist,Title,', { artist: 0, album: 1 }],
  ])('reads %s', (header, map) => {
    expect(detect(header)).toMatchObject({ hasHeader: true, map });
    expect(Object.keys(detect(header).map)).toHaveLength(Object.keys(map).length);
  });

  it('recognises a Discogs collection, and does not take its release id for the id of the library', () => {
    expect(detect(discogs)).toMatchObject({
      recognised: 'a Discogs collection export',
      map: { catalog_number: 0, artist: 1, album: 2, label: 3, format: 4, year: 6 },
    });
    expect(detect(discogs).map.id).toBeUndefined();
    expect(detect(discogs, [], ['id=release_id']).map.id).toBe(7);
  });

  it.each([
    [['artist=Foo', 'album=Bar'], { artist: 0, album: 1 }],
    [['artist=foo', 'album=bar'], { artist: 0, album: 1 }],
    [['artist=2', 'title=1'], { artist: 1, album: 0 }],
    [['artist=1', 'album=2', 'year=Baz'], { artist: 0, album: 1, year: 2 }],
  ])('takes %j', (map, expected) => {
    expect(detect('Foo,Bar,Baz', ['a,b,1977', 'c,d,1978'], map)).toMatchObject({ hasHeader: true, map: expected });
  });

  it('lets a choice replace a guess, or take it back', () => {
    expect(detect('Artist,Album,Title,Label', [], ['album=Title', 'label=']).map).toEqual({ artist: 0, album: 2 });
  });

  it('prefers a column of that name to a column of that number', () => {
    expect(detect('2,Artist,Title', [], ['album=2']).map.album).toBe(0);
  });

  it('reads rows without a header by number', () => {
    expect(detect('Can,Tago Mago', ['Neu!,Neu!'], ['artist=1', 'album=2'])).toEqual({
      hasHeader: false,
      names: ['column_1', 'column_2'],
      map: { artist: 0, album: 1 },
      recognised: null,
    });
  });

  it.each([
    ['a format that is a name for albums too', 'Can,Tago Mago,LP', ['Neu!,Neu! 75,LP']],
    ['a title that is a name for albums too', 'Pere Ubu,Release', ['Can,Tago Mago']],
    ['a number missing in the first row', 'Can,Tago Mago,unknown', ['Neu!,Neu! 75,1975', 'Can,Ege Bamyasi,1972']],
  ])('is not misled by %s', (_what, first, rows) => {
    expect(detect(first, rows, ['artist=1', 'album=2']).hasHeader).toBe(false);
  });

  it('believes what is said about the header', () => {
    expect(detect('Artist,Title', [], ['artist=1', 'album=2'], false).hasHeader).toBe(false);
    expect(detect('Foo,Bar', [], ['artist=1', 'album=2'], true).names).toEqual(['Foo', 'Bar']);
  });

  it.each([
    [
      'no header',
      'Can,Tago Mago',
      [],
      'the first line names no column that is known, so it is unclear which column is the artist and the album',
    ],
    ['no album', 'Artist,Foo', [], 'cannot tell which column is the album'],
    [
      'a choice that is not there',
      'Artist,Title',
      ['year=Erschienen'],
      'there is no column "Erschienen" to read the year from',
    ],
    ['a number past the last', 'Artist,Title', ['year=3'], 'there is no column "3" to read the year from'],
    ['two columns of one name', 'Artist,artist,Title', [], 'there are two columns called "artist"'],
  ])('refuses %s, naming the columns and the way out', (_what, header, map, message) => {
    const columns = header
      .split(',')
      .map((name, index) => `${index + 1} "${name}"`)
      .join(', ');
    expect(() => detect(header, [], map)).toThrow(
      expect.objectContaining({
        message,
        exitCode: 2,
        hint: `Columns: ${columns}. Say which is which by name or number: --map artist=COLUMN --map album=COLUMN.`,
      }),
    );
  });
});

describe('parseMap', () => {
  it.each(['artist', '=1', 'singer=1'])('refuses %j', (value) => {
    expect(() => parseMap([value])).toThrow(expect.objectContaining({ exitCode: 2 }));
  });

  it('refuses a field twice', () => {
    expect(() => parseMap(['album=1', 'title=2'])).toThrow('twice');
  });
});

describe('detectColumns, of rows that are kept', () => {
  const detectKept = (header: string, map: readonly string[] = []) =>
    detectColumns([header.split(',')], parseMap(map, keptFields), undefined, keptFields).map;

  it.each([
    // The artist of the album is one of its own only beside another.
    ['Artist,Album Artist,Title', { artist: 0, album_artist: 1, album: 2 }],
    ['Album Artist,Title', { artist: 0, album: 1 }],
    // The letters are part of a shelf code where nothing else is asked for.
    ['artist,title,code_volume_letters', { artist: 0, album: 1, code_volume_letters: 2 }],
    ['artist,title,shelf,volume letters', { artist: 0, album: 1, shelf_code: 2, code_volume_letters: 3 }],
    ['ReleaseId,Title,Artist,StationGenre', { id: 0, album: 1, artist: 2, genre: 3 }],
    [
      'artist,title,canonical_entity_id,canonical_entity_confidence,canonical_entity_resolved_at',
      { artist: 0, album: 1, canonical_entity_id: 2, canonical_entity_confidence: 3, canonical_entity_resolved_at: 4 },
    ],
    ['artist,title,is_compilation', { artist: 0, album: 1, is_compilation: 2 }],
  ])('reads %s', (header, map) => {
    expect(detectKept(header)).toEqual(map);
  });

  it('reads fields from the columns that were named for them', () => {
    expect(detectKept('Band,Record,Style', ['genre=Style', 'album=2'])).toEqual({ artist: 0, album: 1, genre: 2 });
  });
});
