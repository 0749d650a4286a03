import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { silentProgress } from '@deadwax/platform/progress';
import { csvSource } from '@deadwax/sources/csv/source';
import { expect, it } from 'vitest';
import { buildSnapshot } from '../src/build/build-snapshot.ts';
import { makeFolder } from './build-csv.ts';

const link = (to: string, id: string) => `
  SELECT 'shop_artist' AS source_a, 'a1' AS id_a, '${to}' AS source_b, '${id}' AS id_b,
    'page' AS via_table, 'url' AS via_property, false AS ended, 'normal' AS rank`;

it('counts links to sources that the index does not know, by source', async () => {
  const folder = await makeFolder();
  const file = join(folder, 'authority.csv');
  await writeFile(file, 'id,kind,artist\na1,artist,Nirvana\n');
  const shop = csvSource('shop');
  const linked = ['nowhere:1', 'nowhere:2', 'elsewhere:1', 'spotify_artist:6olE6TJLqED3rqDCT0FyPh'].map((each) =>
    each.split(':'),
  );
  const crossReferences = linked.map(([to = '', id = '']) => ({ name: `${to}_${id}`, sql: link(to, id) }));
  const manifest = await buildSnapshot({
    inputs: [
      { source: { ...shop, authority: { ...shop.authority, crossReferences } }, files: await shop.discover(file) },
    ],
    out: join(folder, 'snapshot'),
    allowTruncated: false,
    signal: new AbortController().signal,
    progress: silentProgress,
  });
  expect(manifest.index.left_out_links).toEqual({ elsewhere: 1, nowhere: 2 });
});
