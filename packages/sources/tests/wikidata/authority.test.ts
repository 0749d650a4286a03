import type { DuckDBConnection } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { wikidataSource } from '../../src/wikidata/source.ts';
import { readFolder } from '../conformance/read-folder.ts';
import { loadDuckdb, queryRows } from '../load-duckdb.ts';
import { useTempFolders } from '../temp-folder.ts';
import { ENDED, GHOST_BOX, itemClaim, makeDump, makeItem, PLONE, PUZZLEWOOD, textClaim } from './make-entity.ts';

const MBID = 'b74ab0f1-1ea1-4f23-ae31-85a4e2b4b9b1';
const BAND = { P31: [itemClaim('Q215380')] };

const STEREOLAB = makeItem('Q40', {
  labels: { en: 'Stereolab' },
  claims: { ...BAND, P1953: [textClaim('388', { rank: 'preferred' }), textClaim('389', ENDED)] },
});
const SPLIT = makeItem('Q50', {
  labels: { en: 'Split' },
  claims: { P31: [itemClaim('Q169930')], P175: [itemClaim('Q40'), itemClaim('Q404'), itemClaim('Q7206097')] },
});
const PREFERRED = makeItem('Q51', {
  labels: { en: 'One' },
  claims: { P31: [itemClaim('Q482994')], P175: [itemClaim('Q40'), itemClaim('Q7206097', { rank: 'preferred' })] },
});
const NAMELESS = makeItem('Q60', { claims: { P434: [textClaim(MBID)] } });
const VARIOUS = makeItem('Q3108914', {
  labels: { en: 'various artists' },
  aliases: { en: ['V/A'] },
  claims: { P1953: [textClaim('194')] },
});
const MISPLACED = makeItem('Q70', {
  labels: { en: 'An album' },
  claims: { P31: [itemClaim('Q482994')], P1953: [textClaim('5')] },
});

describe('what Wikidata asserts', () => {
  const makeFolder = useTempFolders();
  const { authority } = wikidataSource;
  let connection: DuckDBConnection;
  const ask = (sql: string | null) => queryRows(connection, `SELECT * FROM (${sql}) ORDER BY ALL`);

  beforeAll(async () => {
    const entities = [PLONE, PUZZLEWOOD, GHOST_BOX, STEREOLAB, SPLIT, PREFERRED, NAMELESS, VARIOUS, MISPLACED];
    const folder = await makeFolder({ 'all.json': makeDump(entities) });
    connection = await loadDuckdb(wikidataSource, (await readFolder(wikidataSource, folder)).context.sink);
  });
  afterAll(() => connection.closeSync());

  it('has artists with a label, and matches nothing to "various artists"', async () => {
    const artists = await ask(authority.artists);
    expect(artists.map(({ id, name, comment, matchable }) => [id, name, comment, matchable])).toEqual([
      ['Q3108914', 'various artists', null, false],
      ['Q40', 'Stereolab', null, true],
      ['Q7206097', 'Plone', 'British electronic band', true],
    ]);
  });

  it('takes other labels and aliases for variations', async () => {
    const names = await ask(authority.artistNames);
    expect(names.map((row) => [row.artist_id, row.role, row.name])).toEqual([
      ['Q3108914', 'preferred', 'various artists'],
      ['Q40', 'preferred', 'Stereolab'],
      ['Q7206097', 'preferred', 'Plone'],
      ['Q7206097', 'variation', 'Plone (band)'],
      ['Q7206097', 'variation', 'プローン'],
    ]);
  });

  it('credits the performers it knows, the preferred ones where there are any', async () => {
    const credits = await ask(authority.releaseCredits);
    expect(credits.map((row) => [row.release_id, row.position, row.name, row.join_phrase])).toEqual([
      ['Q50', 1, 'Stereolab', ' & '],
      ['Q50', 2, 'Plone', ''],
      ['Q51', 1, 'Plone', ''],
      ['Q90000001', 1, 'Plone', ''],
    ]);
  });

  it('dates, titles and labels its albums', async () => {
    const [album] = (await ask(authority.releases)).filter(({ id }) => id === 'Q90000001');
    expect(album).toMatchObject({ source: 'wikidata', grain: 'group', title: 'Puzzlewood', year: 2020 });
    expect(await ask(authority.releaseTitles)).toEqual([
      { source: 'wikidata', release_id: 'Q90000001', title: 'Puzzle Wood' },
    ]);
    expect(await ask(authority.releaseLabels)).toEqual([
      { source: 'wikidata', release_id: 'Q90000001', label: 'Ghost Box Records', catalog_number: null },
    ]);
  });

  it('refers to others with rank and end, and by no property on the wrong kind of item', async () => {
    const all = [];
    for (const { sql } of authority.crossReferences) all.push(...(await ask(sql)));
    expect(
      all.map(
        (row) => `${row.source_a} ${row.id_a} ${row.via_property} ${row.source_b} ${row.id_b} ${row.rank} ${row.ended}`,
      ),
    ).toEqual([
      `wikidata_artist Q60 P434 mb_artist ${MBID} normal false`,
      `wikidata_artist Q7206097 P434 mb_artist ${MBID} normal false`,
      'wikidata_artist Q3108914 P1953 discogs_artist 194 normal false',
      'wikidata_artist Q40 P1953 discogs_artist 388 preferred false',
      'wikidata_artist Q40 P1953 discogs_artist 389 normal true',
      'wikidata_artist Q7206097 P1953 discogs_artist 1722 normal false',
      'wikidata_artist Q7206097 P3283 bandcamp plone normal false',
      'wikidata Q90000001 P1954 discogs_master 1719483 normal false',
    ]);
  });
});
