import type { Album } from '../catalogue/album.ts';
import type { Stock } from '../catalogue/stock.ts';
import type { Row } from '../row.ts';
import { plainWords } from './plain-words.ts';
import type { Plan } from './plan-seed.ts';

/** The albums that a seed's reference has, by who made them and by what they are called. */
export class KeptAlbums {
  readonly #byArtist = new Map<string, Album[]>();
  readonly #byTitle = new Map<string, Album[]>();

  constructor({ catalogue, withheld }: Plan, { worldAlbums, realAlbums }: Stock) {
    for (const album of [...catalogue.albums, ...worldAlbums, ...realAlbums]) {
      if (album.ids.every((id) => withheld.has(id))) continue;
      for (const { name } of album.credits) put(this.#byArtist, keyOf(name), album);
      put(this.#byTitle, keyOf(album.title), album);
    }
  }

  isArtist(name: string): boolean {
    return this.#byArtist.has(keyOf(name));
  }

  /** Albums of the row's artist, and those of its title. */
  near({ artist_name: artist, album_title: title }: Row): readonly Album[] {
    return [...(this.#byArtist.get(keyOf(artist)) ?? []), ...(this.#byTitle.get(keyOf(title)) ?? [])];
  }
}

function keyOf(text: string): string {
  return plainWords(text).join(' ');
}

function put(map: Map<string, Album[]>, key: string, album: Album): void {
  const known = map.get(key);
  if (known) known.push(album);
  else map.set(key, [album]);
}
