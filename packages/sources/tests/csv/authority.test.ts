import { expect, it } from 'vitest';
import { csvSource } from '../../src/csv/source.ts';
import { readFolder } from '../conformance/read-folder.ts';
import { loadDuckdb, queryRows } from '../load-duckdb.ts';
import { useTempFolders } from '../temp-folder.ts';

const makeFolder = useTempFolders();

it('says of artists and releases what the rows say, under a name that SQL has a use for', async () => {
  const source = csvSource('order');
  const csv = `id,kind,artist,title,artist_id,label,variants
a1,artist,Plone,,,,PLONE
r1,release,Plone (UK),Puzzlewood,a1,Ghost Box,Puzzle Wood
r2,release,,For Beginner Piano,a1,,
r3,release,Stereolab,Dots and Loops,a9,,
r4,release,Pram,Sargasso Sea,,,
r5,release,,Untitled,,,
`;
  const { context } = await readFolder(source, await makeFolder({ 'x.csv': csv }));
  const connection = await loadDuckdb(source, context.sink);
  const ask = async (sql: string | null) => queryRows(connection, `SELECT * FROM (${sql}) ORDER BY ALL`);
  const { authority } = source;
  expect((await ask(authority.artists)).map(({ id, name, source: each }) => [each, id, name])).toEqual([
    ['order_artist', 'a1', 'Plone'],
    ['order_artist', 'a9', 'Stereolab'],
  ]);
  expect((await ask(authority.artistNames)).map((row) => [row.artist_id, row.role, row.name])).toEqual([
    ['a1', 'credit', 'Plone (UK)'],
    ['a1', 'preferred', 'Plone'],
    ['a1', 'variation', 'PLONE'],
    ['a9', 'preferred', 'Stereolab'],
  ]);
  expect((await ask(authority.releaseCredits)).map((row) => [row.release_id, row.artist_id, row.name])).toEqual([
    ['r1', 'a1', 'Plone (UK)'],
    ['r2', 'a1', 'Plone'],
    ['r3', 'a9', 'Stereolab'],
    ['r4', null, 'Pram'],
  ]);
  expect((await ask(authority.releases)).map(({ id }) => id)).toEqual(['r1', 'r2', 'r3', 'r4', 'r5']);
  expect(await ask(authority.releaseTitles)).toEqual([
    { source: 'order_release', release_id: 'r1', title: 'Puzzle Wood' },
  ]);
  expect(await ask(authority.releaseLabels)).toEqual([
    { source: 'order_release', release_id: 'r1', label: 'Ghost Box', catalog_number: null },
  ]);
  connection.closeSync();
});
