import { type Method, methodRank } from '@deadwax/linkage/model';
import type { MatchIndex } from '@deadwax/snapshot/index/match-index';
import type { ArtistCandidate } from '../blocking/block.ts';
import { passes } from './passes.ts';

export interface RankedArtist extends ArtistCandidate {
  readonly method: Method;
}

export interface ArtistDecision {
  /** Null: none, or more than one that nothing tells apart. */
  readonly link: RankedArtist | null;
  readonly ambiguous: readonly RankedArtist[];
  /** Releases of the linked artist, or of those rivals that all lead to them. */
  readonly releases: readonly number[];
  /** Pass that led to the releases, also where the credit has no artist to link. */
  readonly method: Method | null;
  readonly considered: number;
}

/**
 * Chooses among every artist of a family that bears the name. Having the album comes first, then the stronger pass; two
 * that are equal in both stay two. Placeholders (credits without an id) can lead to releases, never to an artist.
 */
export function decideArtist(candidates: readonly ArtistCandidate[], index: MatchIndex): ArtistDecision {
  const ranked = candidates.flatMap((candidate) => {
    const method = passes.find((pass) => candidate.names.some((name) => pass.accepts(name)))?.method;
    return method ? [{ ...candidate, method }] : [];
  });
  const withAlbum = strongest(
    ranked.filter(
      ({ releases, artist }) => releases.length > 0 && (index.isMatchable(artist) || index.isPlaceholder(artist)),
    ),
  );
  const artists = ranked.filter(({ artist }) => index.isMatchable(artist));
  if (withAlbum.length > 0) return decideByAlbum(withAlbum, index, artists);
  const best = strongest(artists);
  const [only] = best;
  const link = best.length === 1 && only ? only : null;
  return { link, ambiguous: link ? [] : best, releases: [], method: link?.method ?? null, considered: artists.length };
}

function decideByAlbum(
  withAlbum: readonly RankedArtist[],
  index: MatchIndex,
  artists: readonly RankedArtist[],
): ArtistDecision {
  const real = withAlbum.filter(({ artist }) => index.isMatchable(artist));
  const method = withAlbum[0]?.method ?? null;
  const releases = [...new Set(withAlbum.flatMap((candidate) => candidate.releases))].toSorted((a, b) => a - b);
  const [only] = real;
  if (real.length === 0) return { link: null, ambiguous: [], releases, method, considered: artists.length };
  if (real.length === 1 && only)
    return { link: only, ambiguous: [], releases: only.releases, method: only.method, considered: artists.length };
  return { link: null, ambiguous: real, releases: sharedByAll(real), method, considered: artists.length };
}

function strongest(ranked: readonly RankedArtist[]): RankedArtist[] {
  const best = Math.min(...ranked.map(({ method }) => methodRank(method)));
  return ranked.filter(({ method }) => methodRank(method) === best);
}

function sharedByAll(candidates: readonly RankedArtist[]): number[] {
  const [first, ...rest] = candidates;
  return (first?.releases ?? []).filter((release) => rest.every(({ releases }) => releases.includes(release)));
}
