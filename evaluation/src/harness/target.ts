import { type Album, type Artist, creditOf, type RecordId } from './catalogue/album.ts';
import { type Hint, hints, type Row } from './row.ts';

/** One record to ask for, and the row that asks for it before anything has happened to it. */
export interface Target {
  readonly album: Album;
  readonly row: Row;
  /** Artists that a row by this name may rightly be linked to. */
  readonly artists: ReadonlySet<RecordId>;
  /** The row gives what libraries usually give: which of its hints stay is drawn for each case. */
  readonly usual: boolean;
  /** Hints without which the row could mean a sibling. */
  readonly tells: readonly Hint[];
  /** Discogs id of the one pressing that `tells` single out, else null. */
  readonly pressing: string | null;
  /** The album is in no source, the artist is: a link of the artist is the right answer. */
  readonly artistOnly: boolean;
  /** Nothing the row says tells the candidates apart: `ambiguous` is right too. */
  readonly open: boolean;
  /** Degradations that would change which record is meant. */
  readonly not: readonly string[];
}

export interface TargetOptions {
  readonly artist?: string;
  readonly title?: string;
  /** Hints the row gives; default: as many as libraries usually have, drawn for each case. */
  readonly hints?: readonly Hint[];
  readonly tells?: readonly Hint[];
  /** The pressing whose facts the hints give: default the first. */
  readonly pressing?: number;
  readonly singledOut?: boolean;
  readonly artistOnly?: boolean;
  readonly open?: boolean;
  readonly not?: readonly string[];
  /** Default the album's own. */
  readonly artists?: readonly Artist[];
  /** Replaces hints after they are taken from the pressing. */
  readonly facts?: Partial<Row>;
}

/** A row about an album, and what a right answer to it is. */
export function aim(album: Album, options: TargetOptions = {}): Target {
  const pressing = album.pressings[options.pressing ?? 0];
  const facts: Pick<Row, Hint> = {
    label: pressing?.label ?? null,
    year: pressing?.year ?? album.year,
    format: pressing?.format ?? null,
    catalog_number: pressing?.catalogNumber ?? null,
    barcode: pressing?.barcode ?? null,
  };
  const given = options.hints ?? options.tells ?? hints;
  const kept = Object.fromEntries(hints.map((hint) => [hint, given.includes(hint) ? facts[hint] : null]));
  return {
    album,
    row: {
      artist_name: options.artist ?? creditOf(album),
      album_title: options.title ?? album.title,
      ...(kept as Pick<Row, Hint>),
      ...options.facts,
    },
    artists: new Set((options.artists ?? album.credits).flatMap(({ ids, namedSo = [] }) => [...ids, ...namedSo])),
    usual: options.hints === undefined && options.tells === undefined,
    tells: options.tells ?? [],
    pressing: options.singledOut === true ? (pressing?.discogsId ?? null) : null,
    artistOnly: options.artistOnly ?? false,
    open: options.open ?? false,
    not: options.not ?? [],
  };
}
