import type { NameEvidence, TitleEvidence } from '../blocking/evidence.ts';
import { once } from '../blocking/once.ts';
import type { FamilyEvidence } from '../blocking/row-evidence.ts';
import type { AlbumCandidate } from './album-candidate.ts';
import { type Asked, type FamilySearch, isFound, none, ordered } from './find-albums.ts';
import { gatherAlbums, gatheringFor, gatherUncredited } from './gather-albums.ts';
import { type RankedArtist, rankArtists, rankLike } from './rank-artists.ts';

/** Most artists of like names whose titles are all compared. */
const MOST_LIKE = 40;

/**
 * How far names may be from the row's, nearest first: a slip or two away; as far from it turned round; alike letter by letter or
 * word by word; alike in any way and credited with the row's title. The next step is a weaker way to reach what the one before would have found.
 */
export const likenesses = ['near', 'turned', 'similar', 'credited'] as const;
export type Likeness = (typeof likenesses)[number];

/** What is asked where equal names led to no album in any family. */
export interface AskedWidely extends Asked {
  readonly evidence: FamilyEvidence;
  /** What there is under artists of equal names, found once for all steps. */
  readonly underEqual: () => FamilySearch;
}

/** Looks under artists of equal names once more: under titles that lack a word, too. */
export function findUnderEqual(evidence: FamilyEvidence, asked: Asked): FamilySearch {
  const equal = rankArtists(evidence.equalNames());
  const titled = gather(equal, () => evidence.titles(), asked);
  return { equal, like: none, albums: ordered(titled.concat(gather(equal, likeTitlesIn(evidence), asked))) };
}

/** Looks under artists that are credited on one of few releases with the row's title, by a name that is like. It costs little. */
export function findTitled(asked: AskedWidely): FamilySearch {
  const { evidence, underEqual } = asked;
  const { equal, albums } = underEqual();
  if (isFound(albums)) return underEqual();
  const found = gather(rankWidely(equal, evidence.titledNames()), () => evidence.titles(), asked);
  // Others of like names may speak against one of an equal name that is without the album.
  const like = once(() => rankWidely(equal, namesOf.turned(evidence)));
  return { equal, like, albums: ordered(albums.concat(found)) };
}

/** Looks under artists of like names. */
export function findUnderLike(likeness: Likeness, asked: AskedWidely): FamilySearch {
  const { evidence, underEqual } = asked;
  const { equal, albums: known } = underEqual();
  if (isFound(known)) return underEqual();
  const like = rankWidely(equal, namesOf[likeness](evidence));
  const search = (albums: readonly AlbumCandidate[]) => ({ equal, like: () => like, albums: ordered(albums) });
  let albums = known.concat(gather(like, () => evidence.titles(), asked));
  if (isFound(albums) || likeness !== 'credited') return search(albums);
  const likely = like
    .filter(({ evidence: { level } }) => level !== 'near' && level !== 'contained' && level !== 'overlapping')
    .slice(0, MOST_LIKE);
  albums = albums.concat(gather(likely, likeTitlesIn(evidence), asked));
  if (isFound(albums) || !asked.titleAlone) return search(albums);
  return search(albums.concat(gatherUncredited(evidence.titles(), gatheringFor(asked))));
}

const namesOf: Readonly<Record<Likeness, (evidence: FamilyEvidence) => NameEvidence[]>> = {
  near: (evidence) => [...evidence.looseNames(), ...evidence.nearNames()],
  turned: (evidence) => [...evidence.looseNames(), ...evidence.nearNames(), ...evidence.turnedNames()],
  similar: (evidence) => [...evidence.looseNames(), ...evidence.similarNames()],
  credited: (evidence) => [...evidence.looseNames(), ...evidence.creditNames(), ...evidence.similarNames()],
};

/** A word in common is little, and nothing beside an equal name. */
function rankWidely(equal: readonly RankedArtist[], names: readonly NameEvidence[]): RankedArtist[] {
  return rankLike(equal, names).filter(({ evidence: { level } }) => level !== 'overlapping' || equal.length === 0);
}

function likeTitlesIn(evidence: FamilyEvidence): (artist: RankedArtist) => readonly TitleEvidence[] {
  return ({ artist }) => evidence.likeTitles(artist);
}

function gather(
  artists: readonly RankedArtist[],
  titles: (artist: RankedArtist) => readonly TitleEvidence[],
  asked: Asked,
): AlbumCandidate[] {
  const gathering = gatheringFor(asked);
  const albums: AlbumCandidate[] = [];
  for (const artist of artists) albums.push(...gatherAlbums(artist, titles(artist), gathering));
  return albums;
}
