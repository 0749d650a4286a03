import type { AuthoredAlbum, AuthoredArtist } from './catalogue.ts';

/** A library row, as a degradation takes and gives it. */
export interface Row {
  readonly artist: string;
  readonly title: string;
  readonly label: string | null;
  readonly year: number | null;
  readonly format: string | null;
  readonly catalogNumber: string | null;
  readonly barcode: string | null;
}

/** What a right answer may say, by source. Empty release ids: there is no right answer. */
export interface Truth {
  readonly artists: ReadonlySet<string>;
  /** `source id` of the album and its releases. */
  readonly releases: ReadonlySet<string>;
  /** Discogs id of the one pressing that the row's hints single out, else null. */
  readonly pressing: string | null;
  /** Nothing the row says tells the candidates apart: `ambiguous` is right too. */
  readonly open: boolean;
}

/** One record to ask for. */
export interface Target {
  readonly scenario: string;
  readonly row: Row;
  readonly truth: Truth;
  /** Words that tell the record from its siblings: a degradation must leave them whole. */
  readonly keep: { readonly artist: readonly string[]; readonly title: readonly string[] };
  /** Degradations that would change which record is meant. */
  readonly not: readonly string[];
}

export interface TargetOptions {
  readonly artist?: string;
  readonly title?: string;
  /** Fields of the first pressing the row gives beside artist and title. */
  readonly hints?: readonly ('label' | 'year' | 'format' | 'catalogNumber' | 'barcode')[];
  /** The pressing whose facts the hints give. Default the first. */
  readonly pressing?: number;
  readonly singledOut?: boolean;
  readonly open?: boolean;
  readonly keepArtist?: readonly string[];
  readonly keepTitle?: readonly string[];
  readonly not?: readonly string[];
  /** Artists that a row by this name may rightly be linked to. Default the album's own. */
  readonly artists?: readonly AuthoredArtist[];
}

/** A row about an album, and what a right answer to it is. */
export function aim(scenario: string, album: AuthoredAlbum, options: TargetOptions = {}): Target {
  const pressing = album.pressings[options.pressing ?? 0];
  const has = (field: NonNullable<TargetOptions['hints']>[number]) => options.hints?.includes(field) ?? false;
  const artist = options.artist ?? (album.credits.map(({ name }) => name).join(album.joiner) || 'Various Artists');
  return {
    scenario,
    row: {
      artist,
      title: options.title ?? album.title,
      label: has('label') ? (pressing?.label ?? null) : null,
      year: has('year') ? (pressing?.year ?? null) : null,
      format: has('format') ? (pressing?.format ?? null) : null,
      catalogNumber: has('catalogNumber') ? (pressing?.catalogNumber ?? null) : null,
      barcode: has('barcode') ? (pressing?.barcode ?? null) : null,
    },
    truth: {
      artists: new Set(
        (options.artists ?? album.credits).flatMap((each) => [
          `discogs_artist ${each.discogsId}`,
          `mb_artist ${each.mbid}`,
        ]),
      ),
      releases: new Set(album.withheld ? [] : idsOf(album)),
      pressing: options.singledOut === true && pressing ? pressing.discogsId : null,
      open: options.open ?? false,
    },
    keep: { artist: options.keepArtist ?? [], title: options.keepTitle ?? [] },
    not: options.not ?? [],
  };
}

function idsOf({ masterId, groupMbid, pressings }: AuthoredAlbum): string[] {
  return [
    `discogs_master ${masterId}`,
    `mb_release_group ${groupMbid}`,
    ...pressings.flatMap(({ discogsId, mbid }) => [`discogs_release ${discogsId}`, `mb_release ${mbid}`]),
  ];
}
