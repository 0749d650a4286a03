import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEGRADATIONS } from '../../src/world/library/degradations.ts';
import { planRows } from '../../src/world/library/write-library.ts';
import { allMatches, type Fixture, makeFixture, readDump, readGzip, readTable } from './fixture.ts';

type Row = Record<string, string>;

describe('library', () => {
  let fixture: Fixture;
  let library: Row[];
  let truth: Row[];
  beforeAll(async () => {
    fixture = await makeFixture({ artists: 4000, libraryRows: 1200, write: { musicbrainz: 'folder' } });
    const read = (name: string) => parse(readFileSync(join(fixture.out, name)), { columns: true }) as Row[];
    library = read('library.csv');
    truth = read('truth.csv');
  });
  afterAll(() => fixture.remove());

  const split = (text: string) => (text === '' ? [] : text.split('|'));
  const typedAs = (degradation: string) =>
    truth.flatMap((row, k) => (row.degradation === degradation ? [{ ...row, ...library[k]! } as Row] : []));

  it('has as many rows as were asked for, and the truth of each', () => {
    expect(library).toHaveLength(1200);
    expect(truth.map(({ id }) => id)).toEqual(library.map(({ id }) => id));
    expect(Object.keys(library[0]!)).toEqual([
      'id',
      'artist',
      'title',
      'label',
      'format',
      'year',
      'genre',
      'shelf_code',
    ]);
  });

  it.each(Object.keys(DEGRADATIONS))('has rows degraded by %s', (name) => {
    expect(typedAs(name).length).toBeGreaterThan(0);
  });

  it('knows only ids that exist', () => {
    const table = (name: string) => new Set(readTable(fixture.out, name).map((row) => row[1]!));
    const known: Record<string, Set<string>> = {
      discogs_artist_id: new Set(allMatches(readDump(fixture.out, 'artists'), /<artist><id>(\d+)/g)),
      discogs_master_id: new Set(allMatches(readDump(fixture.out, 'masters'), /<master id="(\d+)"/g)),
      discogs_release_ids: new Set(allMatches(readDump(fixture.out, 'releases'), /<release id="(\d+)"/g)),
      musicbrainz_artist_id: table('artist'),
      musicbrainz_release_group_id: table('release_group'),
      musicbrainz_release_ids: table('release'),
    };
    const items = new Set(allMatches(readGzip(fixture.out, 'wikidata.json.gz'), /^\{"type":"item","id":"(Q\d+)"/gm));
    known.wikidata_artist_qid = items;
    known.wikidata_album_qid = items;
    for (const [column, ids] of Object.entries(known)) {
      const named = truth.flatMap((row) => split(row[column]!));
      expect(named.length).toBeGreaterThan(20);
      expect([column, named.filter((id) => !ids.has(id))]).toEqual([column, []]);
    }
  });

  it('says what can be known: an album has a release or a release group, nothing has neither', () => {
    for (const row of truth) {
      const ids = split(row.discogs_release_ids!).length + split(row.musicbrainz_release_group_id!).length;
      expect([row.id, ids > 0]).toEqual([row.id, row.answerable === 'album']);
      expect([row.id, row.kind === 'unresolved']).toEqual([row.id, row.answerable === 'none']);
    }
  });

  it('files compilations as the station does', () => {
    const names = typedAs('compilation').map(({ artist }) => artist);
    expect(names).toContain('various');
    expect(names.some((name) => /^Various Artists - \w+ - [A-Z#]$/.test(name!))).toBe(true);
    expect(typedAs('soundtrack').every(({ artist }) => /^Soundtracks - [A-Z#]$/.test(artist!))).toBe(true);
    expect(typedAs('compilation').every(({ kind }) => kind === 'compilation')).toBe(true);
  });

  it('spells an exact row as Discogs does', () => {
    const names = new Map(
      allMatches(readDump(fixture.out, 'artists'), /(<artist><id>\d+<\/id><name>[^<]+)/g).map((text) => [
        /\d+/.exec(text)![0],
        text.split('<name>')[1]!,
      ]),
    );
    for (const { artist, discogs_artist_id: id } of typedAs('exact')) {
      expect(
        names
          .get(id!)!
          .replace(/ \(\d+\)$/, '')
          .replaceAll('&amp;', '&'),
      ).toBe(artist);
    }
  });

  it('tells homonyms with an album from those without', () => {
    const count = (id: string) => readDump(fixture.out, 'artists').includes(`<id>${id}</id>`);
    expect(
      typedAs('homonym_with_album').every((row) => count(row.discogs_artist_id!) && row.answerable === 'album'),
    ).toBe(true);
    expect(typedAs('homonym_without_album').every((row) => row.discogs_artist_id === '')).toBe(true);
  });

  it('types names of absent artists that no dump has', () => {
    const names = new Set(
      allMatches(readDump(fixture.out, 'artists'), /<name[^>]*>([^<]+)/g).map((name) => name.toLowerCase()),
    );
    const found = typedAs('absent_artist').filter(({ artist }) => names.has(artist!.toLowerCase()));
    expect(found).toEqual([]);
  });
});

describe('planRows', () => {
  it('gives each degradation a row, and as many rows as asked for where there are enough', () => {
    const plan = planRows(1, 1200);
    expect(plan).toHaveLength(1200);
    expect(new Set(plan).size).toBe(Object.keys(DEGRADATIONS).length);
    expect(plan.filter((name) => name === 'exact').length / 1200).toBeGreaterThan(0.25);
  });
});
