import type { BulkResolveInput } from '@deadwax/contract/schemas';
import { inheritedConfidence, type Method, typicalConfidence } from '@deadwax/linkage/model';
import type { IndexSource } from '@deadwax/snapshot/index/index-meta';
import type { MatchIndex } from '@deadwax/snapshot/index/match-index';
import type { FamilyBlock } from '../blocking/block.ts';
import { type ArtistDecision, decideArtist } from './decide-artist.ts';
import { decideRelease, type ReleaseDecision } from './decide-release.ts';
import type { Reason, Rival, SourceLeg } from './leg.ts';

/** What one family says of a row: a leg for each of its sources, and the candidates between which it could not choose. */
export interface FamilyAnswer {
  readonly legs: readonly SourceLeg[];
  readonly rivals: readonly Rival[];
}

interface Asked {
  readonly input: BulkResolveInput;
  readonly index: MatchIndex;
  /** The family's sources that the index holds records of. */
  readonly sources: readonly IndexSource[];
}

/** Matches a row against one family by name: artist first, or various artists, then the album under it. */
export function resolveFamily(block: FamilyBlock, asCompilation: boolean, asked: Asked): FamilyAnswer {
  const { input, index } = asked;
  const artist = asCompilation ? noArtist : decideArtist(block.candidates, index);
  const release = decideRelease(asCompilation ? block.compilations : artist.releases, input, index);
  const method = asCompilation ? 'exact_match' : artist.method;
  const legs = asked.sources.map((source) => {
    if (source.grain === 'artist') return artistLeg(source, artist, asCompilation, index);
    return source.grain === 'group'
      ? groupLeg(source, release, method, index)
      : pressingLeg(source, release, method, index);
  });
  return { legs, rivals: [...artistRivals(artist, index), ...releaseRivals(release, method, index)] };
}

const noArtist: ArtistDecision = { link: null, ambiguous: [], releases: [], method: null, considered: 0 };

function found(
  source: IndexSource,
  id: string,
  evidence: { method: Method; confidence: number; derivedFrom: string | null; considered: number },
): SourceLeg {
  const { method, confidence, derivedFrom, considered } = evidence;
  return {
    source: source.name,
    family: source.family,
    grain: source.grain,
    externalId: id,
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
    method: null,
    confidence: null,
    derivedFrom: null,
    attempted,
    reason,
    candidateCount: considered,
  };
}

function artistLeg(
  source: IndexSource,
  { link, ambiguous, considered }: ArtistDecision,
  asCompilation: boolean,
  index: MatchIndex,
): SourceLeg {
  if (asCompilation) return missing(source, 'prerequisite_failed', null);
  if (!link) return missing(source, ambiguous.length > 0 ? 'ambiguous' : 'no_candidate', considered);
  return found(source, index.artistId(link.artist), {
    method: link.method,
    confidence: typicalConfidence(link.method),
    derivedFrom: null,
    considered,
  });
}

function groupLeg(
  source: IndexSource,
  { group, ambiguous, considered }: ReleaseDecision,
  method: Method | null,
  index: MatchIndex,
): SourceLeg {
  if (group === null || method === null)
    return missing(source, ambiguous.length > 0 ? 'ambiguous' : 'no_candidate', considered);
  return found(source, index.releaseId(group), {
    method,
    confidence: typicalConfidence(method),
    derivedFrom: null,
    considered,
  });
}

/** A pressing that nothing singled out stands for its album: it inherits, and says from where. */
function pressingLeg(
  source: IndexSource,
  decision: ReleaseDecision,
  method: Method | null,
  index: MatchIndex,
): SourceLeg {
  const { group, pressing, pressingCertain, ambiguous, considered } = decision;
  if (pressing === null || method === null || index.releaseSource(pressing).name !== source.name) {
    return missing(source, ambiguous.length > 0 ? 'ambiguous' : 'no_candidate', considered);
  }
  const confidence = typicalConfidence(method);
  const id = index.releaseId(pressing);
  if (group !== null && !pressingCertain) {
    return found(source, id, {
      method: 'inherited',
      confidence: inheritedConfidence(confidence),
      derivedFrom: index.releaseSource(group).name,
      considered,
    });
  }
  return found(source, id, { method, confidence, derivedFrom: null, considered });
}

function artistRivals({ ambiguous }: ArtistDecision, index: MatchIndex): Rival[] {
  return ambiguous.map(({ artist, method }) => ({
    source: index.artistSource(artist).name,
    externalId: index.artistId(artist),
    name: index.artistName(artist),
    artistName: null,
    year: null,
    method,
  }));
}

function releaseRivals({ ambiguous }: ReleaseDecision, method: Method | null, index: MatchIndex): Rival[] {
  return ambiguous.map((release) => ({
    source: index.releaseSource(release).name,
    externalId: index.releaseId(release),
    name: index.releaseTitle(release),
    artistName: index.releaseCredit(release),
    year: index.releaseYear(release),
    method,
  }));
}
