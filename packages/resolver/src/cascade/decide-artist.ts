import type { MatchIndex } from '@deadwax/snapshot/index/match-index';
import type { AlbumCandidate } from './album-candidate.ts';
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
  let considered = 0;
  for (const { artist } of equal) if (index.isMatchable(artist)) considered += 1;
  const decided = album === null ? open : [album, ...same];
  if (decided.length > 0) {
    const artists = artistsOf(decided, index);
    const strongest = artists.filter(({ pass }) => pass === artists[0]?.pass);
    return { ...choose(strongest), considered };
  }
  return { ...decideByName(equal, like, asked), considered };
}

/** Each artist of albums once, placeholders left out. */
function artistsOf(albums: readonly AlbumCandidate[], index: MatchIndex): RankedArtist[] {
  const artists: RankedArtist[] = [];
  for (const { artist } of albums) {
    if (artist === null || !index.isMatchable(artist.artist)) continue;
    if (!artists.some((known) => known.artist === artist.artist)) artists.push(artist);
  }
  return artists;
}
