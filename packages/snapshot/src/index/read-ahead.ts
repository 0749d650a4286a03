import type { LinkIndex } from './link-index.ts';
import type { NameTexts } from './name-texts.ts';
import type { Ordinals } from './ordinals.ts';
import type { PackedTexts } from './packed-texts.ts';
import type { Runs } from './runs.ts';

const MOST_AT_ONCE = 1024;
/** Names under a key, and releases with a title, that are read ahead: more are seldom all looked at. */
const MOST_NAMES = 4;
const MOST_RELEASES = 8;
const rows = new Uint32Array(MOST_AT_ONCE);
/** Written and never read. */
const fetched = new Uint8Array(1);

/** The columns of an index that the look-ups of a row read first. */
export interface Columns {
  readonly name: Runs;
  readonly nameArtist: Ordinals;
  readonly nameText: NameTexts;
  readonly artistFlags: Uint8Array;
  readonly artistRelease: Runs;
  readonly artistReleaseTitle: Uint32Array;
  readonly title: Runs;
  readonly titleRelease: Uint32Array;
  readonly releaseFlags: Uint8Array;
  readonly releaseGroup: Uint32Array;
  readonly groupRelease: Runs;
  readonly releaseTitles: PackedTexts;
  readonly links: LinkIndex;
  /** Releases are numbered after so many artists among the nodes of links. */
  readonly artists: number;
}

/**
 * Reads, for many rows at once and for nothing but to have it at hand, what they will look at. Each loop does little but ask for memory
 * that no earlier turn of it leads to, so that a processor waits for many answers together; a row by itself waits for each.
 */
export class ReadAhead {
  readonly #of: Columns;

  constructor(columns: Columns) {
    this.#of = columns;
  }

  /** Artists under keys of names, and where the titles of each stand. */
  namesUnder(keys: readonly number[]): void {
    const { name, nameArtist, nameText, artistFlags, artistRelease, artistReleaseTitle } = this.#of;
    const count = this.#rowsOf(name, keys, MOST_NAMES);
    for (let at = 0; at < count; at += 1) {
      const row = rows[at] as number;
      fetched[0] = nameText.role(row);
      rows[at] = nameArtist.get(row);
    }
    for (let at = 0; at < count; at += 1) {
      const artist = rows[at] as number;
      fetched[0] = artistFlags[artist] as number;
      fetched[0] = artistRelease.touch(artist);
    }
    for (let at = 0; at < count; at += 1) {
      const artist = rows[at] as number;
      const start = artistRelease.start(artist);
      fetched[0] = artistReleaseTitle[start] as number;
      fetched[0] = artistReleaseTitle[start + (artistRelease.count(artist) >>> 1)] as number;
    }
  }

  /** Releases with titles that few bear, and what says what they are. */
  releasesTitled(titles: readonly number[]): void {
    const { title, titleRelease, releaseFlags, releaseGroup, groupRelease, releaseTitles, links, artists } = this.#of;
    const count = this.#rowsOf(title, titles, MOST_RELEASES);
    for (let at = 0; at < count; at += 1) rows[at] = titleRelease[rows[at] as number] as number;
    for (let at = 0; at < count; at += 1) {
      const release = rows[at] as number;
      fetched[0] = releaseFlags[release] as number;
      fetched[0] = releaseGroup[release] as number;
      fetched[0] = groupRelease.touch(release);
      fetched[0] = releaseTitles.touch(release);
      fetched[0] = links.touch(artists + release);
    }
  }

  /** Notes the first rows of owners that are there; how many rows. */
  #rowsOf(runs: Runs, owners: readonly number[], most: number): number {
    for (const owner of owners) if (owner >= 0) fetched[0] = runs.touch(owner);
    let count = 0;
    for (const owner of owners) {
      if (owner < 0) continue;
      const start = runs.start(owner);
      const end = start + Math.min(most, runs.count(owner));
      for (let row = start; row < end && count < MOST_AT_ONCE; row += 1, count += 1) rows[count] = row;
    }
    return count;
  }
}
