import { DISCOGS_ID_PATTERN } from '../discogs/ids.ts';
import { MBID_PATTERN } from '../musicbrainz/ids.ts';
import { APPLE_MUSIC_ID_PATTERN, BANDCAMP_ID_PATTERN, SPOTIFY_ID_PATTERN } from '../streaming/ids.ts';

export type EntityKind = 'artist' | 'album' | 'label' | 'other';

/** A property whose value is an id at another authority. */
export interface IdentifierProperty {
  readonly property: string;
  /** What an item with this property is, when its class does not tell. */
  readonly of: EntityKind;
  /** The fine-grained source the id belongs to; null where we match none. */
  readonly target: string | null;
  readonly pattern: RegExp;
  /** Ids that are written in either case are kept in lower case. */
  readonly lowerCase: boolean;
}

const ALLMUSIC_ARTIST_PATTERN = /^mn\d{10}$/;
const DEEZER_PATTERN = /^[1-9]\d{0,19}$/;

type Row = readonly [property: string, of: EntityKind, target: string | null, pattern: RegExp];

const ROWS: readonly Row[] = [
  ['P434', 'artist', 'mb_artist', MBID_PATTERN],
  ['P1953', 'artist', 'discogs_artist', DISCOGS_ID_PATTERN],
  ['P1902', 'artist', 'spotify_artist', SPOTIFY_ID_PATTERN],
  ['P2850', 'artist', 'apple_music_artist', APPLE_MUSIC_ID_PATTERN],
  ['P3283', 'artist', 'bandcamp', BANDCAMP_ID_PATTERN],
  ['P1728', 'artist', null, ALLMUSIC_ARTIST_PATTERN],
  ['P2722', 'artist', null, DEEZER_PATTERN],
  ['P436', 'album', 'mb_release_group', MBID_PATTERN],
  ['P1954', 'album', 'discogs_master', DISCOGS_ID_PATTERN],
  ['P2206', 'album', 'discogs_release', DISCOGS_ID_PATTERN],
  ['P5813', 'album', 'mb_release', MBID_PATTERN],
  ['P2205', 'album', 'spotify', SPOTIFY_ID_PATTERN],
  ['P2281', 'album', 'apple_music', APPLE_MUSIC_ID_PATTERN],
  ['P966', 'label', null, MBID_PATTERN],
  ['P1955', 'label', null, DISCOGS_ID_PATTERN],
  ['P435', 'other', null, MBID_PATTERN],
  ['P4404', 'other', null, MBID_PATTERN],
  ['P2207', 'other', null, SPOTIFY_ID_PATTERN],
];

const IN_EITHER_CASE: ReadonlySet<RegExp> = new Set([MBID_PATTERN, BANDCAMP_ID_PATTERN, ALLMUSIC_ARTIST_PATTERN]);

export const IDENTIFIER_PROPERTIES: readonly IdentifierProperty[] = ROWS.map(([property, of, target, pattern]) => ({
  property,
  of,
  target,
  pattern,
  lowerCase: IN_EITHER_CASE.has(pattern),
}));

/** The id as its authority writes it, or null for what only looks like one: ids are typed in by hand. */
export function parseIdentifier({ pattern, lowerCase }: IdentifierProperty, text: string): string | null {
  const id = lowerCase ? text.trim().toLowerCase() : text.trim();
  return pattern.test(id) ? id : null;
}

export const INSTANCE_OF = 'P31';
export const OCCUPATION = 'P106';
export const PERFORMER = 'P175';
export const RECORD_LABEL = 'P264';
export const PUBLICATION_DATE = 'P577';
export const END_TIME = 'P582';

/** Properties whose values are items, kept for the items we keep. */
export const ITEM_PROPERTIES = [INSTANCE_OF, OCCUPATION, PERFORMER, RECORD_LABEL] as const;
