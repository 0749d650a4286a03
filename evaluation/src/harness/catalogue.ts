import { createHash } from 'node:crypto';
import type { Random } from '@deadwax/bench/world/random';

/** An artist as both Discogs and MusicBrainz have it. */
export interface AuthoredArtist {
  readonly discogsId: string;
  readonly mbid: string;
  /** As MusicBrainz heads it; Discogs adds a number to homonyms. */
  readonly name: string;
  readonly number: number | null;
  readonly sortName: string | null;
  readonly variations: readonly string[];
  /** Names of other identities that lead here. */
  readonly aliases: readonly string[];
  /** Names of members, leading to this group. */
  readonly members: readonly string[];
}

export interface AuthoredPressing {
  readonly discogsId: string;
  readonly mbid: string;
  readonly year: number;
  readonly label: string;
  readonly catalogNumber: string;
  readonly barcode: string;
  readonly format: string;
}

export interface AuthoredAlbum {
  readonly masterId: string;
  readonly groupMbid: string;
  readonly title: string;
  readonly year: number;
  /** Empty for various artists. */
  readonly credits: readonly AuthoredArtist[];
  /** Between the credits: ` & `, ` / `. */
  readonly joiner: string;
  /** The first is the main release. */
  readonly pressings: readonly AuthoredPressing[];
  /** Left out of the reference, so that a row about it has no right answer. */
  readonly withheld: boolean;
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
  readonly withheld?: boolean;
  readonly pressings?: number;
  readonly format?: string;
  readonly label?: string;
}

const LABELS = [
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

/** The authored part of the reference: records made to be confused. Ids are of ranges of their own. */
export class Catalogue {
  readonly artists: AuthoredArtist[] = [];
  readonly albums: AuthoredAlbum[] = [];
  readonly #random: Random;
  #next = 900_000_000;

  constructor(random: Random) {
    this.#random = random;
  }

  addArtist(name: string, options: ArtistOptions = {}): AuthoredArtist {
    const artist: AuthoredArtist = {
      ...this.#ids('artist'),
      name,
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
    const count = options.pressings ?? this.#random.between(1, 3);
    const { discogsId, mbid } = this.#ids('group');
    const album: AuthoredAlbum = {
      masterId: discogsId,
      groupMbid: mbid,
      title,
      year,
      credits,
      joiner: options.joiner ?? ' & ',
      pressings: Array.from({ length: count }, (_, place) => this.#pressing(year, place, options)),
      withheld: options.withheld ?? false,
    };
    this.albums.push(album);
    return album;
  }

  #pressing(year: number, place: number, options: AlbumOptions): AuthoredPressing {
    const random = this.#random;
    const label = place === 0 && options.label !== undefined ? options.label : random.pick(LABELS);
    return {
      ...this.#ids('pressing'),
      year: place === 0 ? year : Math.min(2024, year + random.between(1, 25)),
      label,
      catalogNumber: `${label.replace(/[^A-Z]/g, '')}${random.between(10, 99)} ${random.between(1000, 9999)}`,
      barcode:
        String(random.between(1, 9)) +
        String(random.between(10_000_000, 99_999_999)) +
        String(random.between(1000, 9999)),
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

/** The heading Discogs gives an artist: a homonym has its number. */
export function discogsHeading({ name, number }: AuthoredArtist): string {
  return number === null ? name : `${name} (${number})`;
}
