import { createPermutation, type Permutation } from '../permutation.ts';
import { mix } from '../random.ts';
import { settleArtistNames, settleLabelNames } from './names.ts';
import { PURPOSE } from './purposes.ts';
import { countReleases, countWorks } from './sizes.ts';

export interface WorldOptions {
  readonly seed: number;
  readonly artists: number;
  /** Mean works an artist: default 2. */
  readonly worksPerArtist?: number;
}

/** What must be known before any record can be made: a few bytes an artist and a work. Everything else is computed. */
export interface World {
  readonly seed: number;
  readonly artists: number;
  /** Names that no source knows, behind those of the artists. */
  readonly absentNames: number;
  readonly labels: number;
  /** Works of artists come first, then those of various artists. */
  readonly artistWorks: number;
  readonly works: number;
  readonly releases: number;
  /** Blocks of this shuffle hold aliases, groups and members. */
  readonly families: Permutation;
  /** Blocks of this one hold artists of one name. */
  readonly homonyms: Permutation;
  readonly labelFamilies: Permutation;
  /** How many names were taken before this one was free. */
  readonly nameAttempts: Uint8Array;
  readonly labelAttempts: Uint8Array;
  /** First work of each artist, and one past the last. */
  readonly workStart: Uint32Array;
  readonly releaseStart: Uint32Array;
}

/** A tenth of all works are compilations of various artists, the rest artists' own. */
const COMPILATION_SHARE = 0.085;

function accumulate(count: number, sizeOf: (index: number) => number): Uint32Array<ArrayBuffer> {
  const starts = new Uint32Array(count + 1);
  for (let k = 0; k < count; k += 1) starts[k + 1] = starts[k]! + sizeOf(k);
  return starts;
}

export function createWorld(options: WorldOptions): World {
  const { seed, artists } = options;
  const shuffle = (size: number, n: number) => createPermutation(size, mix(seed, PURPOSE.permutation, n));
  const absentNames = Math.max(400, Math.floor(artists * 0.01));
  const labels = Math.max(24, Math.floor(artists * 0.22));
  const sketch = {
    seed,
    artists,
    absentNames,
    labels,
    families: shuffle(artists, 0),
    homonyms: shuffle(artists, 1),
    labelFamilies: shuffle(labels, 2),
    nameAttempts: new Uint8Array(artists + absentNames),
    labelAttempts: new Uint8Array(labels),
  };
  settleArtistNames(sketch);
  settleLabelNames(sketch);
  const workStart = accumulate(artists, (artist) => countWorks(sketch, artist, options.worksPerArtist ?? 2));
  const artistWorks = workStart[artists]!;
  const works = artistWorks + Math.max(1, Math.round((artistWorks * COMPILATION_SHARE) / (1 - COMPILATION_SHARE)));
  const releaseStart = accumulate(works, (work) => countReleases(sketch, work));
  return { ...sketch, workStart, artistWorks, works, releaseStart, releases: releaseStart[works]! };
}

/** The world before its works are counted: enough for names and kinship. */
export type Sketch = Omit<World, 'workStart' | 'artistWorks' | 'works' | 'releaseStart' | 'releases'>;

/** The last index whose start is not past this value. */
function findOwner(starts: Uint32Array, value: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if (starts[middle]! <= value) low = middle;
    else high = middle;
  }
  return low;
}

export function artistOfWork(world: World, work: number): number {
  return findOwner(world.workStart, work);
}

export function workOfRelease(world: World, release: number): number {
  return findOwner(world.releaseStart, release);
}
