import type { DuckDBConnection } from '@duckdb/node-api';
import { beforeAll, describe, expect, it } from 'vitest';
import { DUMP_KINDS, type DumpKindName } from '../../src/discogs/kinds.ts';
import { discogsSource } from '../../src/discogs/source.ts';
import { RecordStream } from '../../src/discogs/xml/record-stream.ts';
import { loadDuckdb, queryRows } from '../load-duckdb.ts';
import { MemorySink } from '../memory-sink.ts';

const credit = (id: number, name: string, more = '') => `<artist><id>${id}</id><name>${name}</name>${more}</artist>`;

const DUMPS: Readonly<Record<DumpKindName, string>> = {
  artists: `<artists>
    <artist><id>1</id><name>Plone</name><namevariations><name>PLONE</name></namevariations><members><name id="3">Mike Johnston (2)</name></members>
      <urls><url>https://plone.bandcamp.com/</url><url>https://open.spotify.com/artist/7hJcb9fa4alzcOq3EaNPoG</url><url>https://en.wikipedia.org/wiki/Plone</url><url>https://plone.bandcamp.com/music</url></urls></artist>
    <artist><id>2</id><name>Plone (2)</name><aliases><name id="1">Plone</name><name>Nobody</name></aliases></artist>
    <artist><id>3</id><name>Mike Johnston (2)</name><groups><name id="1">Plone</name><name id="9">Gone</name></groups></artist>
    <artist><id>194</id><name>Various</name></artist>
    <artist><id>355</id><name>Unknown Artist</name></artist>
    <artist><id>118760</id><name>No Artist</name></artist>
  </artists>`,
  labels: '<labels/>',
  masters: `<masters>
    <master id="17"><main_release>21</main_release><artists>${credit(1, 'Plone', '<anv>The Plone</anv>')}</artists><title>Puzzlewood</title><year>2020</year></master>
    <master id="18"><artists>${credit(2, 'Plone (2)')}</artists><title>Old</title><year>0</year></master>
  </masters>`,
  releases: `<releases>
    <release id="20"><artists>${credit(1, 'Plone', '<anv>P.L.O.N.E.</anv><join>&amp;</join>')}${credit(0, 'Someone')}</artists><title>Puzzlewood</title>
      <extraartists>${credit(7, 'Engineer', '<anv>E.</anv><role>Mixed By</role>')}</extraartists>
      <labels><label name="Ghost Box" catno="GBX035CD" id="5"/><label name="Ghost Box" catno="none" id="5"/></labels>
      <formats><format name="CD" qty="1"/><format name="Vinyl" qty="1"/></formats>
      <tracklist><track><position>1</position><title>A</title><artists>${credit(8, 'Guest', '<anv>G.</anv>')}</artists></track></tracklist>
      <identifiers><identifier type="Barcode" value="5 034202 020226"/><identifier type="Barcode" value="5034202020226" description="scanned"/>
        <identifier type="Barcode" value="none"/><identifier type="Matrix / Runout" value="5034202020226"/></identifiers>
      <country>UK</country><released>2020-04-17</released><master_id is_main_release="false">17</master_id></release>
    <release id="21"><artists>${credit(1, 'Plone')}</artists><title>Puzzlewood</title><released>Unknown</released><master_id>17</master_id></release>
    <release id="22"><artists>${credit(194, 'Various')}</artists><title>Loose</title></release>
  </releases>`,
};

let connection: DuckDBConnection;

beforeAll(async () => {
  const sink = new MemorySink(discogsSource);
  for (const [name, xml] of Object.entries(DUMPS)) {
    const kind = DUMP_KINDS[name as DumpKindName];
    const stream = new RecordStream({
      file: name,
      kind,
      onBad: (bad) => expect(bad).toBeNull(),
      onRecord: (cursor) => (kind.write(cursor, sink) === 'kept' ? null : { reason: 'left out' }),
    });
    stream.push(Buffer.from(xml));
    expect(stream.end()).toBe(false);
  }
  connection = await loadDuckdb(discogsSource, sink);
});

const { authority } = discogsSource;

/** The columns asked for, row by row, sorted. */
async function query(sql: string | null, columns: readonly string[]): Promise<unknown[][]> {
  const rows = await queryRows(connection, sql!);
  return rows.map((row) => columns.map((column) => row[column])).sort((one, other) => (`${one}` < `${other}` ? -1 : 1));
}

describe('artists', () => {
  it('are those of the dump and those that only main credits name; stand-ins for nobody are never matched', async () => {
    expect(await query(authority.artists, ['id', 'name', 'comment', 'matchable'])).toEqual([
      ['1', 'Plone', null, true],
      ['118760', 'No Artist', null, false],
      ['194', 'Various', null, false],
      ['2', 'Plone (2)', '(2)', true],
      ['3', 'Mike Johnston (2)', '(2)', true],
      ['355', 'Unknown Artist', null, false],
      ['8', 'Guest', null, true],
    ]);
  });

  it('are known by variations, credits, aliases, members and groups', async () => {
    const names = await query(authority.artistNames, ['artist_id', 'role', 'name', 'related_id']);
    expect(names.filter(([, role]) => role !== 'preferred')).toEqual([
      ['1', 'credit', 'P.L.O.N.E.', null],
      ['1', 'credit', 'The Plone', null],
      ['1', 'member', 'Mike Johnston (2)', '3'],
      ['1', 'variation', 'PLONE', null],
      ['2', 'alias', 'Nobody', null],
      ['2', 'alias', 'Plone', '1'],
      ['3', 'group', 'Gone', '9'],
      ['3', 'group', 'Plone', '1'],
      ['8', 'credit', 'G.', null],
    ]);
    expect(names.filter(([, role]) => role === 'preferred')).toHaveLength(7);
  });
});

describe('releases', () => {
  it('are masters and, under them, releases', async () => {
    const columns = ['source', 'id', 'grain', 'group_source', 'group_id', 'year', 'country', 'format', 'is_main'];
    expect(await query(authority.releases, columns)).toEqual([
      ['discogs_master', '17', 'group', null, null, 2020, null, null, false],
      ['discogs_master', '18', 'group', null, null, null, null, null, false],
      ['discogs_release', '20', 'release', 'discogs_master', '17', 2020, 'UK', 'CD', false],
      ['discogs_release', '21', 'release', 'discogs_master', '17', null, null, null, true],
      ['discogs_release', '22', 'release', null, null, null, null, null, false],
    ]);
  });

  it('have main credits as printed', async () => {
    const columns = ['source', 'release_id', 'position', 'artist_id', 'name', 'join_phrase'];
    expect(await query(authority.releaseCredits, columns)).toEqual([
      ['discogs_master', '17', 1, '1', 'The Plone', null],
      ['discogs_master', '18', 1, '2', 'Plone (2)', null],
      ['discogs_release', '20', 1, '1', 'P.L.O.N.E.', '&'],
      ['discogs_release', '20', 2, null, 'Someone', null],
      ['discogs_release', '21', 1, '1', 'Plone', null],
      ['discogs_release', '22', 1, '194', 'Various', null],
    ]);
  });

  it('have every label, and barcodes as digits', async () => {
    expect(await query(authority.releaseLabels, ['release_id', 'label', 'catalog_number'])).toEqual([
      ['20', 'Ghost Box', null],
      ['20', 'Ghost Box', 'GBX035CD'],
    ]);
    expect(await query(authority.releaseBarcodes, ['release_id', 'barcode'])).toEqual([['20', '5034202020226']]);
  });
});

it('refers to masters, releases and other authorities', async () => {
  const columns = ['source_a', 'id_a', 'source_b', 'id_b', 'via_table', 'ended'];
  const rows = await Promise.all(authority.crossReferences.map(({ sql }) => query(sql, columns)));
  expect(rows).toEqual([
    [
      ['discogs_release', '20', 'discogs_master', '17', 'release', false],
      ['discogs_release', '21', 'discogs_master', '17', 'release', false],
    ],
    [['discogs_master', '17', 'discogs_release', '21', 'master', false]],
    [
      ['discogs_artist', '1', 'bandcamp', 'plone', 'artist_url', false],
      ['discogs_artist', '1', 'spotify_artist', '7hJcb9fa4alzcOq3EaNPoG', 'artist_url', false],
    ],
  ]);
});
