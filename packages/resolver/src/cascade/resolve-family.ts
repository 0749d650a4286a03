import { inheritedConfidence, type Method, typicalConfidence } from '@deadwax/linkage/model';
import { calibratedConfidence } from '@deadwax/linkage/score/confidence';
import { leastOdds } from '@deadwax/linkage/score/weights';
import type { IndexSource } from '@deadwax/snapshot/index/index-meta';
import type { MatchIndex } from '@deadwax/snapshot/index/match-index';
import type { Query } from '../blocking/query.ts';
import type { FamilyEvidence } from '../blocking/row-evidence.ts';
import type { AlbumCandidate } from './album-candidate.ts';
import { type AlbumDecision, decideAlbum } from './decide-album.ts';
import { type ArtistDecision, decideArtist } from './decide-artist.ts';
import { decidePressing, type PressingDecision, representative } from './decide-pressing.ts';
import {
  type Asked,
  type FamilySearch,
  findAlbums,
  findCompilations,
  findSwapped,
  isFound,
  none,
} from './find-albums.ts';
import type { Reason, Rival, SourceLeg } from './leg.ts';
import { countNeighbours } from './neighbourhood.ts';
import type { RankedArtist } from './rank-artists.ts';

/** Candidates this far below the floor (bits) are listed for a person to look at. */
const WORTH_A_LOOK = 6;
const MOST_LISTED = 10;

/** What one family says of a row: a leg for each of its sources, and the candidates between which it could not choose. */
export interface FamilyAnswer {
  readonly family: string;
  readonly legs: readonly SourceLeg[];
  readonly rivals: readonly Rival[];
  readonly albums: readonly AlbumCandidate[];
  /** Those of equal names. */
  readonly equal: readonly RankedArtist[];
  /** Those of names that are only like. */
  readonly like: () => readonly RankedArtist[];
  /** The artist was linked by its name alone: no album speaks for it, and nothing that the library files beside the row. */
  readonly byName: boolean;
}

export interface FamilyQuestion extends Asked {
  readonly family: string;
  readonly evidence: FamilyEvidence;
  /** The same with artist and title in each other's place; null where one of them is empty. */
  readonly swapped: () => { readonly query: Query; readonly evidence: FamilyEvidence } | null;
  /** Placeholders of the family for "various artists". */
  readonly various: readonly number[];
  readonly asCompilation: boolean;
  /** The family's sources that the index holds records of. */
  readonly sources: readonly IndexSource[];
}

/** What a family says of a row, after what was found of it there. */
export function answerFamily(question: FamilyQuestion, search: FamilySearch): FamilyAnswer {
  const { family, asCompilation, query, index } = question;
  const decision = decideAlbum(search.albums, question);
  const artist = asCompilation ? noArtist : decideArtist(search, decision, question);
  const pressing = decidePressing(decision, query.input, index);
  const legs = question.sources.map((source) => {
    if (source.grain === 'artist') return artistLeg(source, { artist, decision, asCompilation }, index);
    return source.grain === 'group'
      ? groupLeg(source, { decision, search }, index)
      : pressingLeg(source, { decision, search, pressing }, index);
  });
  return {
    family,
    legs,
    rivals: [...artistRivals(artist, decision, index), ...albumRivals(search, decision, index)],
    albums: search.albums,
    equal: search.equal,
    like: search.like,
    byName:
      decision.album === null &&
      decision.open.length === 0 &&
      artist.link !== null &&
      countNeighbours(artist.link.artist, query.input, index) === 0,
  };
}

/** Matches a row against one family by equal names: artist and album together, or the album among those by various artists. */
export function searchFamily(question: FamilyQuestion): FamilySearch {
  const { asCompilation, evidence, various } = question;
  if (asCompilation) return { equal: [], like: none, albums: findCompilations(evidence, various, question) };
  return findAlbums(evidence, question);
}

/** The same with artist and title in each other's place, where that finds what was not found before. */
export function searchSwapped(question: FamilyQuestion, search: FamilySearch): FamilySearch {
  if (question.asCompilation || isFound(search.albums)) return search;
  const exchanged = question.swapped();
  if (exchanged === null) return search;
  const other = findSwapped(exchanged.evidence, { ...question, query: exchanged.query });
  return isFound(other.albums) ? other : search;
}

const noArtist: ArtistDecision = { link: null, open: [], considered: 0 };

function found(
  source: IndexSource,
  { id, node }: { id: string; node: number },
  evidence: { method: Method; confidence: number; derivedFrom: string | null; considered: number },
): SourceLeg {
  const { method, confidence, derivedFrom, considered } = evidence;
  return {
    source: source.name,
    family: source.family,
    grain: source.grain,
    externalId: id,
    node,
    method,
    confidence,
    derivedFrom,
    attempted: true,
    reason: null,
    candidateCount: considered,
  };
}

function missing(source: IndexSource, reason: Reason, considered: number | null): SourceLeg {
  const attempted = reason !== 'prerequisite_failed';
  return {
    source: source.name,
    family: source.family,
    grain: source.grain,
    externalId: null,
    node: null,
    method: null,
    confidence: null,
    derivedFrom: null,
    attempted,
    reason,
    candidateCount: considered,
  };
}

interface Decided {
  readonly decision: AlbumDecision;
  readonly search: FamilySearch;
}

function artistLeg(
  source: IndexSource,
  { artist, decision, asCompilation }: { artist: ArtistDecision; decision: AlbumDecision; asCompilation: boolean },
  index: MatchIndex,
): SourceLeg {
  const { link, open, considered } = artist;
  if (asCompilation) return missing(source, 'prerequisite_failed', null);
  if (!link) return missing(source, open.length > 0 ? 'ambiguous' : 'no_candidate', considered);
  const { method } = link.pass;
  const confidence =
    decision.album === null ? typicalConfidence(method) : calibratedConfidence(method, decision.album.odds);
  return found(
    source,
    { id: index.artistId(link.artist), node: index.nodeOf(link) },
    { method, confidence, derivedFrom: null, considered },
  );
}

function groupLeg(source: IndexSource, decided: Decided, index: MatchIndex): SourceLeg {
  const { album } = decided.decision;
  if (album === null || album.group === null || index.releaseSource(album.group).name !== source.name)
    return missing(source, reasonOf(decided), decided.search.albums.length);
  return found(source, releaseOf(album.group, index), {
    ...worth(album),
    derivedFrom: null,
    considered: decided.search.albums.length,
  });
}

/** A pressing that nothing singled out stands for its album: it inherits, and says from where. */
function pressingLeg(
  source: IndexSource,
  decided: Decided & { pressing: PressingDecision },
  index: MatchIndex,
): SourceLeg {
  const { decision, pressing, search } = decided;
  const considered = search.albums.length;
  if (
    decision.album === null ||
    pressing.pressing === null ||
    index.releaseSource(pressing.pressing).name !== source.name
  )
    return missing(source, reasonOf(decided), considered);
  const { method, confidence } = worth(decision.album);
  const id = releaseOf(pressing.pressing, index);
  if (decision.album.group === null || pressing.certain)
    return found(source, id, { method, confidence, derivedFrom: null, considered });
  return found(source, id, {
    method: 'inherited',
    confidence: inheritedConfidence(confidence),
    derivedFrom: index.releaseSource(decision.album.group).name,
    considered,
  });
}

function releaseOf(release: number, index: MatchIndex): { id: string; node: number } {
  return { id: index.releaseId(release), node: index.nodeOf({ release }) };
}

function worth({ method, odds }: AlbumCandidate): { method: Method; confidence: number } {
  return { method, confidence: calibratedConfidence(method, odds) };
}

function reasonOf({ decision, search }: Decided): Reason {
  if (decision.open.length > 0) return 'ambiguous';
  return decision.album === null && likely(search).length > 0 ? 'below_floor' : 'no_candidate';
}

/** Candidates that did not suffice, yet may be worth a person's look. */
function likely({ albums }: FamilySearch): readonly AlbumCandidate[] {
  return albums.filter(({ odds }) => odds >= leastOdds - WORTH_A_LOOK).slice(0, MOST_LISTED);
}

function artistRivals({ open }: ArtistDecision, { open: albums }: AlbumDecision, index: MatchIndex): Rival[] {
  return open.map(({ artist, pass }) => ({
    source: index.artistSource(artist).name,
    externalId: index.artistId(artist),
    name: index.artistName(artist),
    artistName: null,
    year: null,
    method: pass.method,
    odds: albums.find((each) => each.artist?.artist === artist)?.odds ?? null,
  }));
}

function albumRivals(search: FamilySearch, { album, open }: AlbumDecision, index: MatchIndex): Rival[] {
  const listed = album !== null ? [] : open.length > 0 ? open.slice(0, MOST_LISTED) : likely(search);
  return listed.flatMap(({ group, releases, method, odds }) => {
    const release = group ?? representative(releases, index);
    if (release === null) return [];
    return [
      {
        source: index.releaseSource(release).name,
        externalId: index.releaseId(release),
        name: index.releaseTitle(release),
        artistName: index.releaseCredit(release),
        year: index.releaseYear(release),
        method,
        odds,
      },
    ];
  });
}
