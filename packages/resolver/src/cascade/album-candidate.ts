import type { Method } from '@deadwax/linkage/model';
import { type Contribution, leastEqualOdds, leastOdds, leastRelatedOdds } from '@deadwax/linkage/score/weights';
import { isOwnName } from './passes/artist/artist-pass.ts';
import type { TitlePass } from './passes/title/title-pass.ts';
import type { RankedArtist } from './rank-artists.ts';

/** An album that the row may be: releases of one artist under one title that are one album. */
export interface AlbumCandidate {
  /** Null for a record that names no artist. */
  readonly artist: RankedArtist | null;
  readonly titlePass: TitlePass;
  /** Place of its title among the title keys. */
  readonly title: number;
  /** The group (master, release group), or null where the releases have none. */
  readonly group: number | null;
  /** Releases that bear the title, ascending. */
  readonly releases: readonly number[];
  readonly contributions: readonly Contribution[];
  /** Log-odds in bits. */
  readonly odds: number;
  /** The weaker of the artist's method and the title's. */
  readonly method: Method;
}

/** By the name of a relative, or by a part of a credit. */
export function isRelated({ pass, evidence }: RankedArtist): boolean {
  return pass.name === 'split_credit' || !isOwnName(evidence);
}

/** Bits from which an album may be taken: the more of its names are as typed, the less else is needed. */
export function floorOf({ artist, titlePass }: Pick<AlbumCandidate, 'artist' | 'titlePass'>): number {
  if (artist !== null && isRelated(artist)) return leastRelatedOdds;
  return artist?.evidence.level === 'equal' && titlePass.method !== 'trigram' ? leastEqualOdds : leastOdds;
}

/** Whether an album may be taken, no rival considered. */
export function reachesFloor(album: AlbumCandidate): boolean {
  return album.odds >= floorOf(album);
}
