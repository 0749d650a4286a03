import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { silentProgress } from '@deadwax/platform/progress';
import { csvSource } from '@deadwax/sources/csv/source';
import { type BuildOptions, buildSnapshot } from '../src/build/build-snapshot.ts';
import type { Manifest } from '../src/manifest.ts';

const header = 'id,kind,artist,title,artist_id,year,label,catalog_number,barcode,format,variants';

export const sampleRows = [
  'a1,artist,Nirvana,,,,,,,,',
  'a2,artist,Nirvana (2),,,,,,,,',
  'a3,artist,Nilüfer Yanya,,,,,,,,Nilufer Yanya|N. Yanya',
  'r1,release,Nirvana,Nevermind,a1,1991,DGC,DGC-24425,720642442524,CD,',
  'r2,release,Nirvana (2),Songs of Love and Praise,a2,1995,Background,HBG 122/11,,CD,',
  'r3,release,Nilüfer Yanya,Painless,a3,2022,ATO,ATO0604,,Vinyl,Painless (Deluxe)',
  'r4,release,Various Artists,Trojan Ska,,1998,Trojan,TJETD004,,CD,',
  'r5,release,細野晴臣,Hosono House,,1973,Bellwood,OFL-10,,LP,',
];

export async function makeFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'deadwax-snapshot-'));
}

/** Builds a snapshot of a few CSV rows; returns its folder too. */
export async function buildFromRows(
  rows: readonly string[],
  options: Partial<BuildOptions> & { name?: string } = {},
): Promise<{ out: string; manifest: Manifest }> {
  const folder = await makeFolder();
  const file = join(folder, 'authority.csv');
  await writeFile(file, `${[header, ...rows].join('\n')}\n`);
  const source = csvSource(options.name ?? 'shop');
  const out = options.out ?? join(folder, 'snapshot');
  const manifest = await buildSnapshot({
    inputs: [{ source, files: await source.discover(file) }],
    allowTruncated: false,
    signal: new AbortController().signal,
    progress: silentProgress,
    ...options,
    out,
  });
  return { out, manifest };
}
