import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { silentProgress } from '@deadwax/platform/progress';
import { buildSnapshot } from '@deadwax/snapshot/build/build-snapshot';
import { csvSource } from '@deadwax/sources/csv/source';

/** An artist of a shop's list and the releases it has there, by id. */
export interface ShopArtist {
  readonly id: string;
  readonly name: string;
  readonly variants?: string;
  readonly releases: Readonly<Record<string, string>>;
}

/** Builds a snapshot of a shop's list; `anonymous` are releases on which nobody is credited, by id. Gives its folder. */
export async function buildShopOf(
  out: string,
  artists: readonly ShopArtist[],
  anonymous: Readonly<Record<string, string>> = {},
): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'deadwax-shop-'));
  const file = join(folder, 'shop.csv');
  const lines = artists.flatMap(({ id, name, variants = '', releases }) => [
    `${id},artist,${name},,,,${variants}`,
    ...Object.entries(releases).map(([release, title]) => `${release},release,${name},${title},${id},2022,`),
  ]);
  for (const [release, title] of Object.entries(anonymous)) lines.push(`${release},release,,${title},,2022,`);
  await writeFile(file, `id,kind,artist,title,artist_id,year,variants\n${lines.join('\n')}\n`);
  const source = csvSource('shop');
  const inputs = [{ source, files: await source.discover(file) }];
  await mkdir(dirname(out), { recursive: true });
  const signal = new AbortController().signal;
  await buildSnapshot({ out, inputs, allowTruncated: false, signal, progress: silentProgress });
  await rm(folder, { recursive: true });
  return out;
}

/** The same of artists `a0`, `a1` … with a release each, `r0`, `r1` …. */
export function buildShop(out: string, records: readonly (readonly [artist: string, title: string])[]) {
  return buildShopOf(
    out,
    records.map(([name, title], place) => ({ id: `a${place}`, name, releases: { [`r${place}`]: title } })),
  );
}

/** The same of an artist of so many names and releases: what is new with it takes minutes to list from some thousands on. */
export function buildProlific(out: string, count: number): Promise<string> {
  const numbers = Array.from({ length: count }, (_, number) => number);
  const variants = numbers.map((number) => `Alias Number ${number}`).join('|');
  const releases = Object.fromEntries(numbers.map((number) => [`r${number}`, `Opus ${number}`]));
  return buildShopOf(out, [{ id: 'a1', name: 'Prolific', variants, releases }]);
}
