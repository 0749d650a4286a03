import type { MatchIndex } from '@deadwax/snapshot/index/match-index';
import type { Query } from '../blocking/query.ts';
import type { AlbumDecision } from './decide-album.ts';
import type { FamilySearch } from './find-albums.ts';
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
  { query, index }: { query: Query; index: MatchIndex },
): ArtistDecision {
  const considered = equal.filter(({ artist }) => index.isMatchable(artist)).length;
  const decided = album === null ? open : [album, ...same];
  if (decided.length > 0) {
    const artists = distinct(decided.flatMap(({ artist }) => artist ?? [])).filter(({ artist }) =>
      index.isMatchable(artist),
    );
    const strongest = artists.filter(({ pass }) => pass === artists[0]?.pass);
    return { ...choose(strongest), considered };
  }
  return { ...decideByName(equal, like, { query, index }), considered };
}

function decideByName(
  equal: readonly RankedArtist[],
  like: readonly RankedArtist[],
  { query, index }: { query: Query; index: MatchIndex },
): Pick<ArtistDecision, 'link' | 'open'> {
  const artists = equal.filter(({ artist }) => index.isMatchable(artist));
  const own = artists.filter(({ pass }) => pass.method === 'exact_match' || pass.method === 'name_variation');
  const whole = own.filter(({ pass }) => pass.name !== 'split_credit');
  if (whole.length > 0)
    return whole.length === 1 && !canSpeak(whole[0] as RankedArtist, query, index) ? none : choose(whole);
  if (own.length > 0) return none;
  if (query.titles.length > 0) return none;
  if (artists.length > 0) return choose(artists.filter(({ pass }) => pass === artists[0]?.pass));
  const near = like.filter(
    ({ artist, pass }) =>
      index.isMatchable(artist) && pass.name !== 'near' && pass.name !== 'contained' && pass.name !== 'overlapping',
  );
  return choose(near);
}

const none = { link: null, open: [] } as const;

/** Whether the name alone may link: not where the heading says there are others of the name and the row names an album. */
function canSpeak({ artist, evidence }: RankedArtist, query: Query, index: MatchIndex): boolean {
  if (query.titles.length === 0) return true;
  const heading = index.artistName(artist);
  return !/\(\d+\)$/.test(heading) || evidence.text.trim() === query.input.artist_name.trim();
}

function choose(artists: readonly RankedArtist[]): Pick<ArtistDecision, 'link' | 'open'> {
  const [only] = artists;
  return artists.length === 1 && only ? { link: only, open: [] } : { link: null, open: artists };
}

function distinct(artists: readonly RankedArtist[]): RankedArtist[] {
  const known = new Set<number>();
  return artists.filter(({ artist }) => !known.has(artist) && known.add(artist));
}
