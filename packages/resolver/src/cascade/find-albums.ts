import { weigh } from '@deadwax/linkage/score/weights';
import type { MatchIndex } from '@deadwax/snapshot/index/match-index';
import type { NameEvidence, TitleEvidence } from '../blocking/evidence.ts';
import { once } from '../blocking/once.ts';
import type { Query } from '../blocking/query.ts';
import type { FamilyEvidence } from '../blocking/row-evidence.ts';
import { type AlbumCandidate, reachesFloor } from './album-candidate.ts';
import { gatherAlbums, gatheringFor, gatherUncredited } from './gather-albums.ts';
import { type RankedArtist, rankArtists, rankLike } from './rank-artists.ts';
import type { FamilySize } from './weigh-names.ts';

/** What there is to say of a row in one family before anything is decided. */
export interface FamilySearch {
  /** Artists with a name equal to the row's, in some spelling. */
  readonly equal: readonly RankedArtist[];
  /** Artists with a name that is only like, looked for when first asked for; empty where an album was found before they were looked for. */
  readonly like: () => readonly RankedArtist[];
  /** Albums the row may be, by falling odds. */
  readonly albums: readonly AlbumCandidate[];
}

export interface Asked {
  readonly query: Query;
  readonly index: MatchIndex;
  readonly size: FamilySize;
  /** Records without an artist may be known by their title. */
  readonly titleAlone: boolean;
}

/**
 * Looks for the row's album under the artists of its name: by equal titles, then by like ones, which are tried only while
 * nothing reaches the floor.
 */
export function findAlbums(evidence: FamilyEvidence, asked: Asked): FamilySearch {
  const gathering = gatheringFor(asked);
  const equal = rankArtists(evidence.equalNames());
  if (asked.query.titles.length === 0) {
    const isKnown = equal.length > 0 && asked.size.listsVariations;
    return {
      equal,
      like: isKnown ? none : once(() => rankLike(equal, [...evidence.looseNames(), ...evidence.similarNames()])),
      albums: [],
    };
  }
  const titled: AlbumCandidate[] = [];
  for (const artist of equal) titled.push(...gatherAlbums(artist, evidence.titles(), gathering));
  if (isFound(titled)) return { equal, like: none, albums: ordered(titled) };
  const like = equal.flatMap((artist) => gatherAlbums(artist, surelyLikeTitles(artist, evidence), gathering));
  return { equal, like: none, albums: ordered(titled.concat(like)) };
}

export const none = () => [];

const plainTitles = new Set(['exact', 'equal_key', 'edition_suffix', 'self_titled']);

/** Looks for the album of a row whose artist and title stand in each other's place: by equal names only. */
export function findSwapped(evidence: FamilyEvidence, asked: Asked): FamilySearch {
  if (evidence.titles().length === 0) return { equal: [], like: none, albums: [] };
  const equal = rankArtists(evidence.equalNames()).filter(
    ({ pass }) => pass.method !== 'trigram' && pass.name !== 'split_credit',
  );
  const swapped = weigh('fields', 'swapped');
  const gathering = gatheringFor(asked);
  const albums = equal
    .flatMap((artist) => gatherAlbums(artist, evidence.titles(), gathering))
    .filter(({ titlePass }) => plainTitles.has(titlePass.name))
    .map(
      (album): AlbumCandidate => ({
        ...album,
        contributions: [...album.contributions, swapped],
        odds: album.odds + swapped.weight,
        method: 'trigram',
      }),
    );
  return { equal, like: none, albums: ordered(albums) };
}

/** An artist's like titles but those that lack a word or more: another family may know the very title. */
function surelyLikeTitles({ artist }: RankedArtist, evidence: FamilyEvidence): TitleEvidence[] {
  return evidence
    .likeTitles(artist)
    .filter(({ level }) => level !== 'begun' && level !== 'contained' && level !== 'near');
}

/** Looks for the album of a compilation among the releases by various artists. */
export function findCompilations(evidence: FamilyEvidence, various: readonly number[], asked: Asked): AlbumCandidate[] {
  const { index } = asked;
  const count = various.reduce((sum, artist) => sum + index.releaseCount(artist), 0);
  const size: FamilySize = { ...asked.size, artists: asked.size.releases };
  const gathering = gatheringFor({ ...asked, size }, 1);
  const artists = various.map(
    (artist): RankedArtist => ({ ...variousPass, sharedBy: count, artist, evidence: { ...variousName, artist } }),
  );
  // Series by various artists share their beginnings: what stands before a subtitle is no evidence here.
  const whole = evidence.titles().filter(({ rewriting }) => rewriting !== 'main_title');
  const titled = artists.flatMap((artist) => gatherAlbums(artist, whole, gathering));
  if (isFound(titled)) return ordered(titled);
  const titles = evidence.similarTitles().filter(({ level }) => level !== 'contained' && level !== 'near');
  const like = artists.flatMap((artist) => gatherAlbums(artist, titles, gathering));
  const uncredited = asked.titleAlone && !isFound(like) ? gatherUncredited(evidence.titles(), gathering) : [];
  return ordered([...titled, ...like, ...uncredited]);
}

const variousName: NameEvidence = {
  artist: -1,
  role: 'preferred',
  text: 'Various',
  form: 'match',
  rewriting: 'as_typed',
  typed: 'various',
  level: 'equal',
  similarity: 1,
};
const variousPass = {
  pass: { name: 'exact', method: 'exact_match', accepts: () => true },
} as const;

/** Whether a candidate reaches the floor. */
export function isFound(albums: readonly AlbumCandidate[]): boolean {
  return albums.some(reachesFloor);
}

/** By falling odds, then by the place of the release: a total order. Each album under an artist once. */
export function ordered(albums: readonly AlbumCandidate[]): AlbumCandidate[] {
  if (albums.length < 2) return [...albums];
  const sorted = albums.toSorted(
    (a, b) =>
      b.odds - a.odds ||
      (a.releases[0] ?? 0) - (b.releases[0] ?? 0) ||
      (a.artist?.artist ?? -1) - (b.artist?.artist ?? -1),
  );
  const known = new Set<string>();
  return sorted.filter(({ group, releases, artist }) => {
    const key = `${artist?.artist} ${group === null ? releases.join() : group}`;
    if (known.has(key)) return false;
    known.add(key);
    return true;
  });
}
