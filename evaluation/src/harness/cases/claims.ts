import type { Album, Artist, RecordId } from '../catalogue/album.ts';
import type { AuthoredCatalogue } from '../catalogue/authored-catalogue.ts';
import type { Stock } from '../catalogue/stock.ts';

interface Claim {
  readonly kept: readonly Album[];
  readonly missing: readonly Album[];
  /** The artists of what is missing go too, with everything of theirs. */
  readonly withArtists: boolean;
}

/** Which records the reference must have and which it must lack; no record both. */
export class Claims {
  readonly #catalogue: AuthoredCatalogue;
  readonly #stockByArtist = new Map<RecordId, Album[]>();
  readonly #kept = new Set<RecordId>();
  readonly #withheld = new Set<RecordId>();

  constructor({ worldAlbums, realAlbums }: Stock, catalogue: AuthoredCatalogue) {
    this.#catalogue = catalogue;
    for (const album of [...worldAlbums, ...realAlbums]) {
      for (const id of album.credits.flatMap(({ ids }) => ids)) {
        const known = this.#stockByArtist.get(id);
        if (known) known.push(album);
        else this.#stockByArtist.set(id, [album]);
      }
    }
  }

  /** False, and nothing is claimed, where it is against an earlier claim or itself. */
  claim({ kept, missing, withArtists }: Claim): boolean {
    const gone = new Set(missing.flatMap(({ ids }) => ids));
    const stays = new Set(kept.flatMap(recordsOf));
    for (const artist of missing.flatMap(({ credits }) => credits)) {
      if (!withArtists) for (const id of artist.ids) stays.add(id);
      else for (const id of [...artist.ids, ...this.#albumsOf(artist).flatMap(({ ids }) => ids)]) gone.add(id);
    }
    const isFree =
      [...gone].every((id) => !stays.has(id) && !this.#kept.has(id)) &&
      [...stays].every((id) => !this.#withheld.has(id));
    if (!isFree) return false;
    for (const id of gone) this.#withheld.add(id);
    for (const id of stays) this.#kept.add(id);
    return true;
  }

  withheld(): ReadonlySet<RecordId> {
    return this.#withheld;
  }

  #albumsOf({ ids }: Artist): Album[] {
    const authored = this.#catalogue.albums.filter(({ credits }) =>
      credits.some((credit) => credit.ids.some((id) => ids.includes(id))),
    );
    return [...authored, ...ids.flatMap((id) => this.#stockByArtist.get(id) ?? [])];
  }
}

function recordsOf({ ids, credits }: Album): RecordId[] {
  return [...ids, ...credits.flatMap((credit) => credit.ids)];
}
