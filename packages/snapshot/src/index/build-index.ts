import { rm } from 'node:fs/promises';
import type { EntitySource } from '@deadwax/sources/authority';
import type { Workbench } from '../build/duckdb.ts';
import { IndexWriter } from './index-file.ts';
import type { IndexMeta, IndexSource } from './index-meta.ts';
import type { NumberedSource } from './write/entities.sql.ts';
import type { IndexBuild } from './write/index-build.ts';
import { layKeysInThread } from './write/lay-keys.ts';
import { writeArtists } from './write/write-artists.ts';
import { type WrittenLinks, writeLinks } from './write/write-links.ts';
import { writeNames } from './write/write-names.ts';
import { writePublication } from './write/write-publication.ts';
import { writeReleases } from './write/write-releases.ts';
import { writeTitles } from './write/write-titles.ts';

export interface IndexCounts {
  readonly artists: number;
  readonly names: number;
  readonly releases: number;
  /** Links that are not in it because a source they name is not known, by that source. */
  readonly leftOutLinks: Readonly<Record<string, number>>;
}

export interface IndexOptions {
  readonly path: string;
  readonly entities: readonly EntitySource[];
  readonly normaliserVersion: string;
  readonly signal: AbortSignal;
  readonly onStep: (done: number) => void;
  /** Resolves when the views `authority_*` of these names can be read. Default: all of them are there. */
  readonly ready?: (names: readonly string[]) => Promise<void>;
}

/** Lays the match index out from the authority tables (views `authority_*` of the workbench) into one file. */
export async function buildIndex(workbench: Workbench, options: IndexOptions): Promise<IndexCounts> {
  const sources = indexSources(options.entities);
  const writer = new IndexWriter(options.path);
  const build: IndexBuild = { workbench, writer, sources: number(sources), signal: options.signal, ids: [] };
  try {
    const { leftOut, ...meta } = await writeSections(build, options);
    writer.finish({
      ...meta,
      sources,
      ids: build.ids,
      normaliserVersion: options.normaliserVersion,
    } satisfies IndexMeta);
    return { artists: meta.artists, names: meta.names, releases: meta.releases, leftOutLinks: leftOut };
  } catch (error) {
    writer.close();
    throw error;
  }
}

/** Keys are laid out in threads of their own while the next sections are read. */
async function writeSections(
  build: IndexBuild,
  { path, onStep, signal, ready = async () => undefined }: IndexOptions,
): Promise<Omit<IndexMeta, 'sources' | 'ids' | 'normaliserVersion'> & Pick<WrittenLinks, 'leftOut'>> {
  const keyFiles: Promise<string>[] = [];
  try {
    await ready(['artist', 'release', 'release_credit']);
    const artists = await writeArtists(build);
    onStep(1);
    await ready(['artist_name']);
    const { names, keys } = await writeNames(build, artists);
    keyFiles.push(layKeysInThread('artistKey', keys, path, signal));
    onStep(2);
    await ready([]);
    const { releases, words, artists: made } = await writeReleases(build, artists);
    onStep(3);
    await ready(['release_title']);
    keyFiles.push(layKeysInThread('titleKey', await writeTitles(build, made, artists), path, signal));
    onStep(4);
    await ready(['release_label', 'release_barcode']);
    const labels = await writePublication(build, releases);
    await ready(['cross_reference']);
    const links = await writeLinks(build, { artists, releases });
    for (const file of keyFiles) build.writer.append(await file);
    onStep(5);
    return { ...words, ...links, artists, names, releases, labels };
  } finally {
    for (const file of await Promise.allSettled(keyFiles))
      if (file.status === 'fulfilled') await rm(file.value, { force: true });
  }
}

/** Authority sources first, then a placeholder source for each family's unlinked credits. */
function indexSources(entities: readonly EntitySource[]): IndexSource[] {
  const families = [...new Set(entities.map(({ family }) => family))];
  return [
    ...entities.map(({ name, family, grain }) => ({ name, family, grain })),
    ...families.map((family) => ({ name: `~${family}`, family, grain: 'artist' as const })),
  ];
}

function number(sources: readonly IndexSource[]): NumberedSource[] {
  return sources.map(({ name, family }, place) => ({
    place,
    name,
    family,
    unlinked: sources.findIndex((each) => each.name === `~${family}`),
  }));
}
