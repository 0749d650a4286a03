import { mix, Random } from '../random.ts';
import { PURPOSE } from './purposes.ts';

/** Far above every id in use, so that a link to a generated record leads to no real one. */
const DISCOGS_BASE = 500_000_000;
const QID_ARTIST_BASE = 900_000_000;
const QID_ALBUM_BASE = 1_000_000_000;
const MB_BASE = 1_000_000;
const APPLE_BASE = 9_000_000_000;

export const DISCOGS_VARIOUS = 194;
export const MB_VARIOUS = { id: 1, gid: '89ad4ac3-39f7-470e-963a-56509c546377' } as const;
export const MB_UNKNOWN = { id: 97_546, gid: '125ec42a-7229-4250-afc5-e057484327fe' } as const;

/** Serves artists, labels, masters (by work) and releases alike: ascending, with gaps as merges leave them. */
export function discogsId(seed: number, index: number): number {
  return DISCOGS_BASE + index * 2 + (mix(seed, PURPOSE.gid, index) & 1);
}

export function mbId(index: number): number {
  return MB_BASE + index;
}

/** At most 63 tracks a work or release. */
export function mbTrackId(index: number, track: number): number {
  return index * 64 + track + 1;
}

export function mbMediumId(release: number, disc: number): number {
  return mbId(release) * 4 + disc;
}

/** Credits of more than an artist's own name belong to the work they stand on. */
export function mbCreditIdOfWork(work: number): number {
  return 500_000_000 + work;
}

export function artistQid(artist: number): string {
  return `Q${QID_ARTIST_BASE + artist}`;
}

export function albumQid(work: number): string {
  return `Q${QID_ALBUM_BASE + work}`;
}

const HEX = Array.from({ length: 65_536 }, (_, value) => value.toString(16).padStart(4, '0'));

const GID_KINDS = [
  'artist',
  'release_group',
  'release',
  'recording',
  'track',
  'medium',
  'label',
  'url',
  'credit',
  'old_artist',
] as const;
export type GidKind = (typeof GID_KINDS)[number];

/** A random-looking UUID; its first half tells indexes of one kind apart for certain. */
export function mbGid(seed: number, kind: GidKind, index: number): string {
  const purpose = PURPOSE.gid + 1 + GID_KINDS.indexOf(kind);
  const a = mix(seed, purpose, index);
  const b = mix(seed + 1, purpose, a);
  const c = mix(seed + 2, purpose, a);
  const d = mix(seed + 3, purpose, a);
  const variant = 0x8000 | ((c >>> 16) & 0x3fff);
  const version = 0x4000 | (b & 0x0fff);
  return `${HEX[a >>> 16]}${HEX[a & 0xffff]}-${HEX[b >>> 16]}-${HEX[version]}-${HEX[variant]}-${HEX[c & 0xffff]}${HEX[d >>> 16]}${HEX[d & 0xffff]}`;
}

const BASE62 = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';

export function spotifyId(seed: number, kind: 'artist' | 'album', index: number): string {
  const first = mix(seed, PURPOSE.streaming + (kind === 'artist' ? 100 : 200), index);
  let id = '';
  for (let rest = first, k = 0; k < 6; k += 1, rest = Math.floor(rest / 62)) id += BASE62[rest % 62];
  const random = new Random(first);
  while (id.length < 22) id += BASE62[random.below(62)];
  return id;
}

export function appleId(kind: 'artist' | 'album', index: number): string {
  return String(APPLE_BASE + index * 2 + (kind === 'artist' ? 0 : 1));
}
