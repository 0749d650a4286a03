import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { silentProgress } from '@deadwax/platform/progress';
import { buildSnapshot } from '@deadwax/snapshot/build/build-snapshot';
import { csvSource } from '@deadwax/sources/csv/source';

/** Builds a snapshot of a shop's list: artists `a0`, `a1` … with a release each, `r0`, `r1` …. Gives its folder. */
export async function buildShop(out: string, records: readonly (readonly [artist: string, title: string])[]) {
  const folder = await mkdtemp(join(tmpdir(), 'deadwax-shop-'));
  const file = join(folder, 'shop.csv');
  const lines = records.flatMap(([artist, title], place) => [
    `a${place},artist,${artist},,,`,
    `r${place},release,${artist},${title},a${place},2022`,
  ]);
  await writeFile(file, `id,kind,artist,title,artist_id,year\n${lines.join('\n')}\n`);
  const source = csvSource('shop');
  const inputs = [{ source, files: await source.discover(file) }];
  await mkdir(dirname(out), { recursive: true });
  const signal = new AbortController().signal;
  await buildSnapshot({ out, inputs, allowTruncated: false, signal, progress: silentProgress });
  await rm(folder, { recursive: true });
  return out;
}
