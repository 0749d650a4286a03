import { type AlbumTitle, isSameTitle, readTitle, wordsOf } from './album-title.ts';

/** All that is known of an album: the strings under which its id stands anywhere. */
export interface KnownAlbum {
  readonly artists: readonly string[];
  readonly titles: readonly string[];
}

export type Sameness = 'same' | 'same title' | 'different';

/** Whether two ids are editions of one album. `same title`: one of them names no artist anywhere, so that is all there is. */
export function compareAlbums(a: KnownAlbum, b: KnownAlbum): Sameness {
  const [left, right] = [a.titles.map(readTitle), b.titles.map(readTitle)];
  if (!left.some((title) => right.some((other) => isSameTitle(title, other)))) return 'different';
  if (a.artists.length === 0 || b.artists.length === 0) return 'same title';
  return a.artists.some((artist) => b.artists.some((other) => isSameArtist(artist, other))) ? 'same' : 'different';
}

/** The same words, or all of one name in the other: `Prince` and `Prince & The Revolution`. */
export function isSameArtist(a: string, b: string): boolean {
  const [left, right] = [artistWords(a), artistWords(b)];
  if (left.length === 0 || right.length === 0) return false;
  if (left.join('') === right.join('')) return true;
  return left.every((word) => right.includes(word)) || right.every((word) => left.includes(word));
}

/** Without the number by which Discogs tells namesakes apart. */
function artistWords(name: string): string[] {
  return wordsOf(name.replace(/ \(\d+\)$/, ''));
}

/** Albums by title, to ask whether an artist and a title are one of them. */
export class AlbumList {
  readonly #artists = new Map<string, string[]>();
  readonly #read = new Map<string, AlbumTitle>();

  constructor(albums: Iterable<{ readonly artist: string; readonly title: string }>) {
    const seen = new Set<string>();
    for (const { artist, title } of albums) {
      if (seen.has(`${artist}\n${title}`)) continue;
      seen.add(`${artist}\n${title}`);
      const read = readTitle(title);
      this.#read.set(title, read);
      for (const key of read.core) {
        const known = this.#artists.get(key);
        if (known) known.push(artist);
        else this.#artists.set(key, [artist]);
      }
    }
  }

  /** Whether some album of this title is by this artist. */
  has(artist: string, title: string): boolean {
    const { core } = this.#read.get(title) ?? readTitle(title);
    for (const key of core) if (this.#artists.get(key)?.some((known) => isSameArtist(known, artist))) return true;
    return false;
  }
}
