import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type DiscogsOptions, writeDiscogs } from './discogs/write-discogs.ts';
import { writeLibrary } from './library/write-library.ts';
import { createWorld, type World } from './model/world.ts';
import { type MusicbrainzForm, writeMusicbrainz } from './musicbrainz/write-musicbrainz.ts';
import { README } from './readme.ts';
import { writeWikidata } from './wikidata/write-wikidata.ts';

export interface WriteOptions {
  /** The four Discogs dumps: default all, compressed. */
  readonly discogs?: boolean | DiscogsOptions;
  /** Default: `mbdump.tar.bz2` where bzip2 is to be had, else `mbdump.tar`. */
  readonly musicbrainz?: boolean | MusicbrainzForm;
  /** Default true. */
  readonly wikidata?: boolean;
  /** Default true. */
  readonly library?: boolean;
}

export interface GenerateOptions {
  /** Folder to write into; made when absent. */
  readonly out: string;
  /** Default 4,000. */
  readonly artists?: number;
  /** Default 1. */
  readonly seed?: number;
  /** Default 1,200. */
  readonly libraryRows?: number;
  /** Mean works an artist: default 2. Discogs itself has about 1. */
  readonly worksPerArtist?: number;
  readonly write?: WriteOptions;
  /** Told of each part as it is done. */
  readonly onPart?: (part: string, seconds: number) => void;
}

const DEFAULTS = { artists: 4000, seed: 1, libraryRows: 1200 } as const;

/** Writes a whole world: dumps of three sources, a library typed by hand, and the truth about it. */
export async function generateWorld(options: GenerateOptions): Promise<World> {
  const { out, write = {} } = options;
  const seed = options.seed ?? DEFAULTS.seed;
  const say = options.onPart ?? (() => undefined);
  const timed = async <T>(part: string, work: () => T | Promise<T>): Promise<T> => {
    const started = performance.now();
    const result = await work();
    say(part, (performance.now() - started) / 1000);
    return result;
  };
  await mkdir(out, { recursive: true });
  const artists = options.artists ?? DEFAULTS.artists;
  const mean = options.worksPerArtist;
  const world = await timed('names', () =>
    createWorld({ seed, artists, ...(mean === undefined ? {} : { worksPerArtist: mean }) }),
  );
  const { discogs = true, musicbrainz = true, wikidata = true, library = true } = write;
  if (discogs !== false) await timed('discogs', () => writeDiscogs(world, out, discogs === true ? {} : discogs));
  if (musicbrainz !== false) {
    await timed('musicbrainz', () => writeMusicbrainz(world, out, musicbrainz === true ? undefined : musicbrainz));
  }
  if (wikidata) await timed('wikidata', () => writeWikidata(world, out));
  if (library) await timed('library', () => writeLibrary(world, out, options.libraryRows ?? DEFAULTS.libraryRows));
  await writeFile(join(out, 'README.txt'), README);
  return world;
}
