import type { TrackRecord } from '../read-pairs.ts';
import { artistsOf, compareArtists, playersClash } from './compare-artists.ts';
import { compareAdvisories, compareBases, compareEditions, compareVersions, numbersClash } from './compare-titles.ts';
import {
  compareCopyrightYears,
  compareGenres,
  compareHolders,
  comparePrices,
  compareReleaseDates,
  compareSeconds,
} from './compare-values.ts';
import { parseTitle } from './parse-title.ts';
import { parseCopyright, parsePrice, parseReleaseDate, parseSeconds } from './parse-values.ts';

/** What a track and its album are called, who plays it and how long it lasts. */
export const TRACK_FEATURES = [
  'title',
  'title is the same',
  'title numbers clash',
  'versions',
  'version on one side',
  'artists',
  'guests',
  'duration',
  'title and duration',
  'album',
] as const;

/** What the shops say besides. */
export const SHOP_FEATURES = [
  'album editions',
  'album versions',
  'album version on one side',
  'advisory',
  'release date',
  'copyright year',
  'copyright holder',
  'price',
  'genre',
] as const;

export const FEATURES = [...TRACK_FEATURES, ...SHOP_FEATURES] as const;

export type Feature = (typeof FEATURES)[number];
export type Comparison = Readonly<Record<Feature, number>>;

/** Every attribute of two tracks compared, each between -1 and 1. `durationScale` is in seconds. */
export function comparePair(left: TrackRecord, right: TrackRecord, durationScale: number): Comparison {
  return { ...compareTracks(left, right, durationScale), ...compareAlbums(left, right), ...compareShops(left, right) };
}

function compareTracks(left: TrackRecord, right: TrackRecord, durationScale: number) {
  const [a, b] = [parseTitle(left.song), parseTitle(right.song)];
  const [artistsA, artistsB] = [artistsOf(left.artist), artistsOf(right.artist)];
  const title = compareBases(a, b);
  const duration = compareSeconds(parseSeconds(left.time), parseSeconds(right.time), durationScale);
  const versions = compareVersions(a, b);
  return {
    title: 2 * title - 1,
    'title is the same': title === 1 ? 1 : -1,
    'title numbers clash': numbersClash(a, b),
    versions: versions.alike,
    // A karaoke track is further from the song than a radio edit is.
    'version on one side': Math.max(0.5 * versions.isOneSided, playersClash(left, right)),
    artists: compareArtists([...artistsA, ...a.guests], [...artistsB, ...b.guests]),
    guests: compareArtists(a.guests, b.guests),
    duration,
    'title and duration': Math.min(2 * title - 1, duration),
    advisory: compareAdvisories(a, b),
  };
}

function compareAlbums(left: TrackRecord, right: TrackRecord) {
  const [a, b] = [parseTitle(left.album), parseTitle(right.album)];
  const versions = compareVersions(a, b);
  return {
    album: 2 * compareBases(a, b) - 1,
    'album editions': compareEditions(a, b),
    'album versions': versions.alike,
    'album version on one side': versions.isOneSided,
  };
}

function compareShops(left: TrackRecord, right: TrackRecord) {
  const [noticeA, noticeB] = [parseCopyright(left.copyright), parseCopyright(right.copyright)];
  return {
    'release date': compareReleaseDates(parseReleaseDate(left.released), parseReleaseDate(right.released)),
    'copyright year': compareCopyrightYears(noticeA, noticeB),
    'copyright holder': compareHolders(noticeA, noticeB),
    price: comparePrices(parsePrice(left.price), parsePrice(right.price)),
    genre: compareGenres(left.genre, right.genre),
  };
}
