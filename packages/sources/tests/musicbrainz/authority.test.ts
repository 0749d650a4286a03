import type { DuckDBConnection } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DUMP_TABLES } from '../../src/musicbrainz/columns.ts';
import { CopyTableReader } from '../../src/musicbrainz/copy-table-reader.ts';
import { musicbrainzSource } from '../../src/musicbrainz/source.ts';
import { loadDuckdb, queryRows } from '../load-duckdb.ts';
import { memoryContext } from '../memory-sink.ts';
import { copyTable, gid } from './make-dump.ts';

const DISCOGS_LINK = { id: 1, gid: gid(901), name: 'discogs', is_deprecated: 'f' };
const DEPRECATED_LINK = { id: 2, gid: gid(902), name: 'old streaming', is_deprecated: 't' };
const OFFICIAL = '4e304316-386d-3409-af2e-78857eec5cfe';
const BOOTLEG = '1156806e-d06a-38bd-83f0-cf2284a808b9';

const WORLD: Record<string, Parameters<typeof copyTable>[1]> = {
  artist: [
    {
      id: 1,
      gid: '89ad4ac3-39f7-470e-963a-56509c546377',
      name: 'Various Artists',
      sort_name: 'Various Artists',
      type: 3,
    },
    { id: 2, gid: gid(2), name: '[unknown]', sort_name: '[unknown]', type: 2 },
    { id: 3, gid: gid(3), name: '[field recordings]', sort_name: '[field recordings]' },
    { id: 4, gid: gid(4), name: '[spunge]', sort_name: '[spunge]', type: 2, comment: 'UK ska' },
    { id: 5, gid: gid(5), name: 'Plone', sort_name: 'Plone', type: 2, comment: '' },
    { id: 6, gid: gid(6), name: 'Mark Cancellara', sort_name: 'Cancellara, Mark', type: 1 },
  ],
  artist_alias: [
    { id: 1, artist: 5, name: 'PLONE', type: 1 },
    { id: 2, artist: 5, name: 'Ploan', type: 3 },
    { id: 3, artist: 6, name: 'Mark J. Cancellara', type: 2 },
    { id: 4, artist: 1, name: 'V/A', type: 1 },
  ],
  artist_credit: [{ id: 1, name: 'Plone feat. M. Cancellara', artist_count: 2 }],
  artist_credit_name: [
    { artist_credit: 1, position: 0, artist: 5, name: 'Plone', join_phrase: ' feat. ' },
    { artist_credit: 1, position: 1, artist: 6, name: 'M. Cancellara', join_phrase: '' },
  ],
  release_group: [
    { id: 10, gid: gid(10), name: 'Puzzlewood', artist_credit: 1, type: 1 },
    { id: 11, gid: gid(11), name: '', artist_credit: 1 },
  ],
  release_group_alias: [{ id: 1, release_group: 10, name: 'Puzzle Wood', type: 1 }],
  release_group_gid_redirect: [{ gid: gid(99), new_id: 10 }],
  release_status: [
    { id: 1, name: 'Official', gid: OFFICIAL },
    { id: 3, name: 'Bootleg', gid: BOOTLEG },
  ],
  release: [
    { id: 20, gid: gid(20), name: 'Puzzlewood', artist_credit: 1, release_group: 10, status: 3, barcode: '' },
    {
      id: 21,
      gid: gid(21),
      name: 'Puzzlewood',
      artist_credit: 1,
      release_group: 10,
      status: 1,
      barcode: '5 034202-020226',
    },
    { id: 22, gid: gid(22), name: 'Puzzlewood', artist_credit: 1, release_group: 10, status: 1 },
  ],
  release_country: [
    { release: 20, country: 1, date_year: 2019 },
    { release: 21, country: 2, date_year: 2020, date_month: 4 },
    { release: 21, country: 1, date_year: 2020, date_month: 4, date_day: 17 },
    { release: 22, country: 3, date_year: 2021 },
  ],
  area: [
    { id: 1, gid: gid(81), name: 'United Kingdom', type: 1 },
    { id: 2, gid: gid(82), name: 'Germany', type: 1 },
    { id: 3, gid: gid(83), name: '[Worldwide]', type: 1 },
  ],
  label: [
    { id: 1, gid: gid(71), name: 'Ghost Box' },
    { id: 2, gid: '157afde4-4bf5-4039-8ad2-5a15acc85176', name: '[no label]' },
  ],
  release_label: [
    { id: 1, release: 21, label: 1, catalog_number: 'GBX 035 CD' },
    { id: 2, release: 21, label: 1, catalog_number: 'GBX 035 CD' },
    { id: 3, release: 22, label: 2, catalog_number: '[none]' },
    { id: 4, release: 22, label: 2, catalog_number: 'SELF 1' },
  ],
  medium: [
    { id: 1, release: 21, position: 2, format: 2 },
    { id: 2, release: 21, position: 1, format: 1 },
  ],
  medium_format: [
    { id: 1, name: '12" Vinyl', gid: gid(61) },
    { id: 2, name: 'CD', gid: gid(62) },
  ],
  url: [
    { id: 1, gid: gid(51), url: 'https://www.discogs.com/artist/1722' },
    { id: 2, gid: gid(52), url: 'https://www.wikidata.org/wiki/Q7206097' },
    { id: 3, gid: gid(53), url: 'https://plone.bandcamp.com/album/puzzlewood' },
    { id: 4, gid: gid(54), url: 'https://open.spotify.com/artist/7hJcb9fa4alzcOq3EaNPoG' },
    { id: 5, gid: gid(55), url: 'https://www.discogs.com/artist/Plone+Old' },
  ],
  link: [
    { id: 1, link_type: 1, ended: 'f' },
    { id: 2, link_type: 1, ended: 't' },
    { id: 3, link_type: 2, ended: 'f' },
  ],
  link_type: [DISCOGS_LINK, DEPRECATED_LINK],
  l_artist_url: [
    { id: 1, link: 1, entity0: 5, entity1: 1 },
    { id: 2, link: 2, entity0: 5, entity1: 2 },
    { id: 3, link: 1, entity0: 5, entity1: 3 },
    { id: 4, link: 3, entity0: 5, entity1: 4 },
    { id: 5, link: 1, entity0: 5, entity1: 5 },
  ],
  l_release_group_url: [{ id: 1, link: 1, entity0: 10, entity1: 2 }],
  l_release_url: [{ id: 1, link: 1, entity0: 21, entity1: 3 }],
};

describe('what MusicBrainz asserts', () => {
  let connection: DuckDBConnection;
  const { authority } = musicbrainzSource;
  const ask = (sql: string | null) => queryRows(connection, `SELECT * FROM (${sql}) ORDER BY ALL`);

  beforeAll(async () => {
    const context = memoryContext(musicbrainzSource);
    for (const [name, rows] of Object.entries(WORLD)) {
      const table = DUMP_TABLES.find((each) => each.name === name);
      const reader = new CopyTableReader(table!, name, context, {
        records: 0,
        skipped: {},
        repaired: {},
        truncated: false,
      });
      reader.push(Buffer.from(copyTable(name, rows)));
      reader.end();
    }
    expect(context.quarantine.records).toEqual([]);
    connection = await loadDuckdb(musicbrainzSource, context.sink);
  });
  afterAll(() => connection.closeSync());

  it('links nothing to artists that stand for nobody, and spares bands named in brackets', async () => {
    const artists = await ask(authority.artists);
    expect(artists.map(({ name, matchable, comment }) => [name, matchable, comment])).toEqual([
      ['[unknown]', false, null],
      ['[field recordings]', false, null],
      ['[spunge]', true, 'UK ska'],
      ['Plone', true, null],
      ['Mark Cancellara', true, null],
      ['Various Artists', false, null],
    ]);
  });

  it('tells what kind of name each name is', async () => {
    const names = await ask(authority.artistNames);
    expect(
      names.map(({ artist_id, role, name }) => `${String(artist_id).slice(-1)} ${role} ${name}`).toSorted(),
    ).toEqual([
      '2 preferred [unknown]',
      '3 preferred [field recordings]',
      '4 preferred [spunge]',
      '5 alias Ploan',
      '5 preferred Plone',
      '5 variation PLONE',
      '6 credit M. Cancellara',
      '6 preferred Mark Cancellara',
      '6 sort_name Cancellara, Mark',
      '6 variation Mark J. Cancellara',
      '7 preferred Various Artists',
    ]);
  });

  it('dates a group by its earliest release, and represents it by the earliest official one', async () => {
    const releases = await ask(authority.releases);
    const brief = releases.map((row) => [row.id, row.year, row.country, row.format, row.is_main, row.matchable]);
    expect(brief).toEqual([
      [gid(20), 2019, 'United Kingdom', null, false, true],
      [gid(21), 2020, 'United Kingdom', '12" Vinyl', true, true],
      [gid(22), 2021, 'Worldwide', null, false, true],
      [gid(10), 2019, null, null, false, true],
      [gid(11), null, null, null, false, false],
    ]);
  });

  it('gives titles, credits, labels, barcodes and redirects', async () => {
    expect(await ask(authority.releaseTitles)).toEqual([
      { source: 'mb_release_group', release_id: gid(10), title: 'Puzzle Wood' },
    ]);
    const credits = await ask(authority.releaseCredits);
    expect(credits.filter(({ release_id }) => release_id === gid(21))).toEqual([
      {
        source: 'mb_release',
        release_id: gid(21),
        position: 0,
        artist_source: 'mb_artist',
        artist_id: gid(5),
        name: 'Plone',
        join_phrase: ' feat. ',
      },
      {
        source: 'mb_release',
        release_id: gid(21),
        position: 1,
        artist_source: 'mb_artist',
        artist_id: gid(6),
        name: 'M. Cancellara',
        join_phrase: '',
      },
    ]);
    expect(credits).toHaveLength(10);
    expect(await ask(authority.releaseLabels)).toEqual([
      { source: 'mb_release', release_id: gid(21), label: 'Ghost Box', catalog_number: 'GBX 035 CD' },
      { source: 'mb_release', release_id: gid(22), label: null, catalog_number: 'SELF 1' },
    ]);
    expect(await ask(authority.releaseBarcodes)).toEqual([
      { source: 'mb_release', release_id: gid(21), barcode: '5034202020226' },
    ]);
    expect(await ask(authority.redirects)).toEqual([{ source: 'mb_release_group', old_id: gid(99), new_id: gid(10) }]);
  });

  it('refers to other authorities by address, saying what has ended and leaving out what is deprecated or of another kind', async () => {
    const rows = (await Promise.all(authority.crossReferences.map(({ sql }) => ask(sql)))).flat();
    expect(rows.map((row) => [row.source_a, row.id_a, row.source_b, row.id_b, row.via_table, row.ended])).toEqual([
      ['mb_artist', gid(5), 'discogs_artist', '1722', 'l_artist_url', false],
      ['mb_artist', gid(5), 'wikidata_artist', 'Q7206097', 'l_artist_url', true],
      ['mb_release_group', gid(10), 'wikidata', 'Q7206097', 'l_release_group_url', false],
      ['mb_release', gid(21), 'bandcamp_album', 'plone/puzzlewood', 'l_release_url', false],
    ]);
  });
});
