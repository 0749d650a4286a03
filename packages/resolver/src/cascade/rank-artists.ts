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
  const passed: { readonly place: number; readonly evidence: NameEvidence }[] = [];
  for (const evidence of names) {
    const place = artistPasses.findIndex((pass) => pass.accepts(evidence));
    if (place >= 0) passed.push({ place, evidence });
  }
  passed.sort((a, b) => a.evidence.artist - b.evidence.artist || a.place - b.place);
  const best = passed.filter(({ evidence }, at) => evidence.artist !== passed[at - 1]?.evidence.artist);
  const sharing = artistPasses.map(() => 0);
  for (const { place } of best) sharing[place] = (sharing[place] as number) + 1;
  return best.map(({ place, evidence }) => ({
    artist: evidence.artist,
    pass: artistPasses[place] as ArtistPass,
    evidence,
    sharedBy: sharing[place] as number,
  }));
}

/** Artists with a like name that have no equal one. */
export function rankLike(equal: readonly RankedArtist[], names: readonly NameEvidence[]): RankedArtist[] {
  const known = new Set(equal.map(({ artist }) => artist));
  return rankArtists(names.filter(({ artist }) => !known.has(artist)));
}
