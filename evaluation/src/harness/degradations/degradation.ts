import { Random } from '@deadwax/bench/world/random';
import type { Row } from '../row.ts';

/** Something that typists, cataloguers, exporters and encodings do to a row. */
export interface Degradation {
  readonly name: string;
  /** Nothing is lost: whoever knows the trick reads the same names as before. */
  readonly reversible: boolean;
  /** Whether this can happen to the row. */
  applies(row: Row): boolean;
  /** The row as it comes out; as it was where this cannot happen to it. */
  degrade(row: Row, random: Random): Row;
}

/** Null where there is nothing to change. */
type Change = (text: string, random: Random) => string | null;

function define(name: string, reversible: boolean, change: (row: Row, random: Random) => Row | null): Degradation {
  return {
    name,
    reversible,
    applies: (row) => change(row, new Random(0)) !== null,
    degrade: (row, random) => change(row, random) ?? row,
  };
}

function changed(text: string, change: Change, random: Random): string | null {
  const after = change(text, random);
  return after === null || after === text || after.trim() === '' ? null : after;
}

/** Of the artist or the title, whichever it can happen to; of the two, one by chance. */
export function ofEither(name: string, change: Change, reversible = false): Degradation {
  return define(name, reversible, (row, random) => {
    const artist = isFiling(row.artist_name) ? null : changed(row.artist_name, change, random);
    const title = changed(row.album_title, change, random);
    if (artist !== null && (title === null || random.chance(0.5))) return { ...row, artist_name: artist };
    return title === null ? null : { ...row, album_title: title };
  });
}

/** Of both at once. */
export function ofBoth(name: string, change: Change, reversible = false): Degradation {
  return define(name, reversible, (row, random) => {
    const artist = changed(row.artist_name, change, random);
    const title = changed(row.album_title, change, random);
    if (artist === null && title === null) return null;
    return { ...row, artist_name: artist ?? row.artist_name, album_title: title ?? row.album_title };
  });
}

export function ofArtist(name: string, change: Change, reversible = false): Degradation {
  return define(name, reversible, (row, random) => {
    const artist = isFiling(row.artist_name) ? null : changed(row.artist_name, change, random);
    return artist === null ? null : { ...row, artist_name: artist };
  });
}

export function ofTitle(name: string, change: Change, reversible = false): Degradation {
  return define(name, reversible, (row, random) => {
    const title = changed(row.album_title, change, random);
    return title === null ? null : { ...row, album_title: title };
  });
}

/** Of the whole row. */
export function ofRow(name: string, change: (row: Row, random: Random) => Row | null, reversible = false): Degradation {
  return define(name, reversible, change);
}

/** Words that say where a record is filed, not who made it. */
export function isFiling(artist: string): boolean {
  return /^(?:v\/?a|various|soundtracks)\b/i.test(artist);
}
