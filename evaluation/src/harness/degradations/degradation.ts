import type { Random } from '@deadwax/bench/world/random';
import type { Row } from '../target.ts';

/** Something that typists, exporters and encodings do to a row. */
export interface Degradation {
  readonly name: string;
  /** The row as it may come out, or null where this cannot happen to it. */
  apply(row: Row, random: Random): Row | null;
}

/** A degradation of the artist or the title, whichever it can be done to; of both, one by chance. */
export function ofEither(name: string, change: (text: string, random: Random) => string | null): Degradation {
  return {
    name,
    apply: (row, random) => {
      const artist = change(row.artist, random);
      const title = change(row.title, random);
      const canArtist = artist !== null && artist !== row.artist && artist.trim() !== '';
      const canTitle = title !== null && title !== row.title && title.trim() !== '';
      if (canArtist && (!canTitle || random.chance(0.5))) return { ...row, artist };
      return canTitle ? { ...row, title } : null;
    },
  };
}

/** A degradation of both at once. */
export function ofBoth(name: string, change: (text: string, random: Random) => string): Degradation {
  return {
    name,
    apply: (row, random) => {
      const [artist, title] = [change(row.artist, random), change(row.title, random)];
      if (artist === row.artist && title === row.title) return null;
      return artist.trim() === '' || title.trim() === '' ? null : { ...row, artist, title };
    },
  };
}

export function ofArtist(name: string, change: (text: string, random: Random) => string | null): Degradation {
  return {
    name,
    apply: (row, random) => {
      const artist = change(row.artist, random);
      return artist === null || artist === row.artist || artist.trim() === '' ? null : { ...row, artist };
    },
  };
}

export function ofTitle(name: string, change: (text: string, random: Random) => string | null): Degradation {
  return {
    name,
    apply: (row, random) => {
      const title = change(row.title, random);
      return title === null || title === row.title || title.trim() === '' ? null : { ...row, title };
    },
  };
}
