import { createHash } from 'node:crypto';
import type { Random } from '@deadwax/bench/world/random';
import type { Album, Artist, Pressing } from './album.ts';

/** An artist as both Discogs and MusicBrainz have it. */
export interface AuthoredArtist extends Artist {
  readonly discogsId: string;
  readonly mbid: string;
  /** Discogs' number of a homonym. */
  readonly number: number | null;
  readonly sortName: string | null;
  readonly variations: readonly string[];
  /** Names of other identities that lead here. */
  readonly aliases: readonly string[];
  /** Names of members, leading to this group. */
  readonly members: readonly string[];
}

export interface AuthoredPressing extends Pressing {
  readonly discogsId: string;
  readonly mbid: string;
}

export interface AuthoredAlbum extends Album {
  readonly masterId: string;
  readonly groupMbid: string;
  readonly credits: readonly AuthoredArtist[];
  /** The first is the main release. */
  readonly pressings: readonly AuthoredPressing[];
}

export interface ArtistOptions {
  readonly number?: number;
  readonly sortName?: string;
  readonly variations?: readonly string[];
  readonly aliases?: readonly string[];
  readonly members?: readonly string[];
}

export interface AlbumOptions {
  readonly year?: number;
  readonly joiner?: string;
  /** How many: default one to three. */
  readonly pressings?: number;
  readonly format?: string;
  readonly label?: string;
  /** Whether MusicBrainz has it too: default seven in ten. Of albums alike in name, all or none. */
  readonly twinned?: boolean;
}

const LABELS: readonly string[] = [
  'Hollow Reed',
  'Night Bus',
  'Parlour',
  'Tin Roof',
  'Ninth Ward',
  'Saltmarsh',
  'Copperplate',
  'Low Tide',
  'Quarry',
  'Lantern Street',
];
const FORMATS = ['Vinyl', 'CD', 'Cassette', 'File'];
/** Above every id of the generated world. */
const FIRST_ID = 900_000_000;
const SHARE_IN_MUSICBRAINZ = 0.7;

/** The authored part of the reference: records made to be confused. Ids are of a range of their own. */
export class AuthoredCatalogue {
  readonly artists: AuthoredArtist[] = [];
  readonly albums: AuthoredAlbum[] = [];
  readonly #random: Random;
  #next = FIRST_ID;

  constructor(random: Random) {
    this.#random = random;
  }

  addArtist(name: string, options: ArtistOptions = {}): AuthoredArtist {
    const { discogsId, mbid } = this.#ids('artist');
    const artist: AuthoredArtist = {
      name,
      discogsId,
      mbid,
      ids: [`discogs_artist ${discogsId}`, `mb_artist ${mbid}`],
      number: options.number ?? null,
      sortName: options.sortName ?? null,
      variations: options.variations ?? [],
      aliases: options.aliases ?? [],
      members: options.members ?? [],
    };
    this.artists.push(artist);
    return artist;
  }

  /** Adds an album by these artists; by none, it is by various artists. */
  addAlbum(credits: readonly AuthoredArtist[], title: string, options: AlbumOptions = {}): AuthoredAlbum {
    const year = options.year ?? this.#random.between(1965, 2021);
    const { discogsId, mbid } = this.#ids('group');
    const isTwinned = options.twinned ?? this.#random.chance(SHARE_IN_MUSICBRAINZ);
    const pressings = Array.from({ length: options.pressings ?? this.#random.between(1, 3) }, (_, place) =>
      this.#pressing(year, place, options),
    );
    const album: AuthoredAlbum = {
      origin: 'authored',
      title,
      year,
      credits,
      joiner: options.joiner ?? ' & ',
      masterId: discogsId,
      groupMbid: isTwinned ? mbid : '',
      pressings,
      ids: [
        `discogs_master ${discogsId}`,
        ...pressings.map((each) => `discogs_release ${each.discogsId}`),
        ...(isTwinned ? [`mb_release_group ${mbid}`, ...pressings.map((each) => `mb_release ${each.mbid}`)] : []),
      ],
    };
    this.albums.push(album);
    return album;
  }

  #pressing(year: number, place: number, options: AlbumOptions): AuthoredPressing {
    const random = this.#random;
    const label = place === 0 && options.label !== undefined ? options.label : random.pick(LABELS);
    const { discogsId, mbid } = this.#ids('pressing');
    return {
      discogsId,
      mbid,
      year: place === 0 ? year : Math.min(2024, year + random.between(1, 25)),
      label,
      catalogNumber: `${label.replace(/[^A-Z]/g, '')}${random.between(10, 99)} ${random.between(1000, 9999)}`,
      barcode: barcodeOf(random),
      format: place === 0 && options.format !== undefined ? options.format : random.pick(FORMATS),
    };
  }

  #ids(kind: string): { discogsId: string; mbid: string } {
    this.#next += 1;
    const hex = createHash('sha256').update(`${kind} ${this.#next}`).digest('hex');
    const mbid = `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
    return { discogsId: String(this.#next), mbid };
  }
}

/** As many labels, no two the same. */
export function differentLabels(random: Random, count: number): string[] {
  const first = random.below(LABELS.length);
  return Array.from({ length: count }, (_, place) => LABELS[(first + place) % LABELS.length] as string);
}

/** EAN-13 that begins with 2, kept for use inside a shop: no record has it. */
export function barcodeOf(random: Random): string {
  let digits = '2';
  while (digits.length < 12) digits += random.below(10);
  const sum = [...digits].reduce((total, digit, place) => total + Number(digit) * (place % 2 === 0 ? 1 : 3), 0);
  return digits + String((10 - (sum % 10)) % 10);
}

/** The heading Discogs gives an artist: a homonym has its number. */
export function discogsHeading({ name, number }: AuthoredArtist): string {
  return number === null ? name : `${name} (${number})`;
}
