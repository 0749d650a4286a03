import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { silentProgress } from '@deadwax/platform/progress';
import type { Source } from '@deadwax/sources/source';
import { expect, it } from 'vitest';
import { startAuthorityTables } from '../src/build/authority-tables.ts';
import { openWorkbench } from '../src/build/duckdb.ts';
import { makeFolder } from './build-csv.ts';

it('begins no more tables where one of them fails', async () => {
  const folder = await makeFolder();
  const workbench = await openWorkbench({ folder });
  const authority = { releases: 'SELECT * FROM not_there', crossReferences: [] };
  const none = [
    'artists',
    'artistNames',
    'releaseTitles',
    'releaseCredits',
    'releaseLabels',
    'releaseBarcodes',
    'redirects',
  ];
  const source = { authority: { ...Object.fromEntries(none.map((name) => [name, null])), ...authority } };
  const { entries, ready } = await startAuthorityTables([source as unknown as Source], {
    workbench,
    folder,
    signal: new AbortController().signal,
    progress: silentProgress,
  });
  await expect(entries).rejects.toThrow('not_there');
  await expect(ready(['redirect'])).rejects.toThrow('not_there');
  const written = await readdir(join(folder, 'authority'));
  expect(written).not.toContain('release_barcode.parquet');
  expect(written).not.toContain('redirect.parquet');
  workbench.close();
});
