import type { NameEvidence } from '../blocking/evidence.ts';
import type { ArtistPass } from './passes/artist/artist-pass.ts';
import { artistPasses } from './passes.ts';

/** An artist of one family with the strongest evidence that it is the row's. */
export interface RankedArtist {
  readonly artist: number;
  readonly pass: ArtistPass;
  readonly evidence: NameEvidence;
  /** Artists of the family that the same pass reaches, this one included. */
  readonly sharedBy: number;
}

/** Each artist once, by its strongest pass; in order of artist. */
export function rankArtists(names: readonly NameEvidence[]): RankedArtist[] {
  const best = new Map<number, { place: number; evidence: NameEvidence }>();
  for (const evidence of names) {
    const place = artistPasses.findIndex((pass) => pass.accepts(evidence));
    const known = best.get(evidence.artist);
    if (place >= 0 && (known === undefined || place < known.place)) best.set(evidence.artist, { place, evidence });
  }
  const sharing = new Map<number, number>();
  for (const { place } of best.values()) sharing.set(place, (sharing.get(place) ?? 0) + 1);
  return [...best]
    .sort(([a], [b]) => a - b)
    .map(([artist, { place, evidence }]) => ({
      artist,
      pass: artistPasses[place] as ArtistPass,
      evidence,
      sharedBy: sharing.get(place) ?? 1,
    }));
}

/** Artists with a like name that have no equal one. */
export function rankLike(equal: readonly RankedArtist[], names: readonly NameEvidence[]): RankedArtist[] {
  const known = new Set(equal.map(({ artist }) => artist));
  return rankArtists(names.filter(({ artist }) => !known.has(artist)));
}
