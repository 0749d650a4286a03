import type { AlbumDecision } from './decide-album.ts';
import { choose, decideByName } from './decide-by-name.ts';
import type { Asked, FamilySearch } from './find-albums.ts';
import type { RankedArtist } from './rank-artists.ts';

export interface ArtistDecision {
  /** Null: none, or more than one that nothing tells apart. */
  readonly link: RankedArtist | null;
  readonly open: readonly RankedArtist[];
  readonly considered: number;
}

/**
 * The artist of the album that was found; without one, the only artist of the name. Placeholders (credits without an id) can
 * lead to albums, never to an artist.
 */
export function decideArtist(
  { equal, like }: FamilySearch,
  { album, same, open }: AlbumDecision,
  asked: Asked,
): ArtistDecision {
  const { index } = asked;
  const considered = equal.filter(({ artist }) => index.isMatchable(artist)).length;
  const decided = album === null ? open : [album, ...same];
  if (decided.length > 0) {
    const artists = distinct(decided.flatMap(({ artist }) => artist ?? [])).filter(({ artist }) =>
      index.isMatchable(artist),
    );
    const strongest = artists.filter(({ pass }) => pass === artists[0]?.pass);
    return { ...choose(strongest), considered };
  }
  return { ...decideByName(equal, like, asked), considered };
}

function distinct(artists: readonly RankedArtist[]): RankedArtist[] {
  const known = new Set<number>();
  return artists.filter(({ artist }) => !known.has(artist) && known.add(artist));
}
