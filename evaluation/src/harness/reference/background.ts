import { existsSync } from 'node:fs';
import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { generateWorld } from '@deadwax/bench/world/generate-world';
import { createWorld } from '@deadwax/bench/world/model/world';
import { silentProgress } from '@deadwax/platform/progress';
import { sharedData } from '@deadwax/platform/shared-data';
import { buildSnapshot } from '@deadwax/snapshot/build/build-snapshot';
import { builtInSources } from '@deadwax/sources/registry';
import type { InputFile, Source } from '@deadwax/sources/source';
import { plainWords } from '../cases/plain-words.ts';
import type { Album } from '../catalogue/album.ts';
import { listRealAlbums } from '../catalogue/real-albums.ts';
import type { Stock } from '../catalogue/stock.ts';
import { listWorldAlbums } from '../catalogue/world-albums.ts';
import { backgroundKey } from './content-key.ts';

export interface WorldSize {
  readonly seed: number;
  readonly artists: number;
  readonly worksPerArtist: number;
}

export const usualWorld: WorldSize = { seed: 41, artists: 3000, worksPerArtist: 3 };

export interface Background {
  /** The snapshot. */
  readonly directory: string;
  readonly stock: Stock;
}

const SAMPLES = ['2020-08-06', 'electronic'];

/** A snapshot of a generated world and, where they are, the real dump samples. Made once, then found again. */
export async function prepareBackground(
  workFolder: string,
  size: WorldSize = usualWorld,
  withSamples = true,
): Promise<Background> {
  const samples = withSamples ? await discoverSamples() : [];
  const key = backgroundKey(
    size,
    samples.map(({ path }) => path),
  );
  const directory = join(workFolder, `background-${key}`);
  if (!existsSync(join(directory, 'manifest.json'))) {
    await removeOlder(workFolder);
    await build(directory, size, samples);
  }
  const world = createWorld(size);
  const worldAlbums = listWorldAlbums(world);
  const realAlbums = samples.length === 0 ? [] : await listRealAlbums(directory, workFolder);
  const made = new Set(worldAlbums.flatMap(namesOf));
  // Of a made-up and a real artist of one name nobody knows whether they are one.
  const own = realAlbums.filter((album) => !namesOf(album).some((name) => made.has(name)));
  return { directory, stock: { world, worldAlbums, realAlbums: own } };
}

function namesOf({ credits }: Album): string[] {
  return credits.map(({ name }) => plainWords(name).join(' '));
}

async function discoverSamples(): Promise<InputFile[]> {
  const files: InputFile[] = [];
  for (const name of SAMPLES) {
    const folder = sharedData('dumps', 'discogs', name);
    if (folder !== null) files.push(...(await sourceNamed('discogs').discover(folder)));
  }
  return files;
}

async function removeOlder(workFolder: string): Promise<void> {
  await mkdir(workFolder, { recursive: true });
  for (const name of await readdir(workFolder)) {
    if (name.startsWith('background-')) await rm(join(workFolder, name), { recursive: true, force: true });
  }
}

async function build(directory: string, size: WorldSize, samples: readonly InputFile[]): Promise<void> {
  const world = `${directory}.world`;
  await generateWorld({ out: world, ...size, write: { library: false } });
  const [discogs, musicbrainz, wikidata] = [
    sourceNamed('discogs'),
    sourceNamed('musicbrainz'),
    sourceNamed('wikidata'),
  ] as const;
  await buildSnapshot({
    out: directory,
    inputs: [
      { source: discogs, files: [...(await discogs.discover(world)), ...samples] },
      { source: musicbrainz, files: await musicbrainz.discover(world) },
      { source: wikidata, files: await wikidata.discover(world) },
    ],
    allowTruncated: true,
    signal: new AbortController().signal,
    progress: silentProgress,
  });
  await rm(world, { recursive: true, force: true });
}

function sourceNamed(name: string): Source {
  const source = builtInSources.find((each) => each.name === name);
  if (!source) throw new Error(`no source ${name}`);
  return source;
}
