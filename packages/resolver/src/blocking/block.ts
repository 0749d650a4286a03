import { sameArtistForm } from '@deadwax/linkage/normalise/same-artist-form';
import type { MatchIndex } from '@deadwax/snapshot/index/match-index';
import type { NameRole } from '@deadwax/sources/authority';
import type { Query } from './query.ts';

/** A name in an authority that equals the row's artist, in some form. */
export interface BlockedName {
  readonly role: NameRole;
  readonly text: string;
  readonly form: 'match' | 'identity' | 'key';
}

export interface ArtistCandidate {
  readonly artist: number;
  readonly names: readonly BlockedName[];
  /** The artist's releases with the row's title, ascending; empty when the title is unknown to it. */
  readonly releases: readonly number[];
}

export interface FamilyBlock {
  readonly family: string;
  readonly candidates: readonly ArtistCandidate[];
  /** Releases by various artists with the row's title. */
  readonly compilations: readonly number[];
}

/** Finds, family by family, the artists that bear the row's name and their releases that bear its title. */
export function block(query: Query, index: MatchIndex, various: ReadonlyMap<string, readonly number[]>): FamilyBlock[] {
  const title = index.findTitle(query.titleKey);
  const byArtist = new Map<number, BlockedName[]>();
  for (const { artist, role, text } of index.findNames(query.artistKey)) {
    const form = sameArtistForm(query.input.artist_name, text);
    const name: BlockedName = { role, text, form: form === 'different' ? 'key' : form };
    const names = byArtist.get(artist);
    if (names) names.push(name);
    else byArtist.set(artist, [name]);
  }
  const candidates = new Map<string, ArtistCandidate[]>();
  for (const [artist, names] of byArtist) {
    const { family } = index.artistSource(artist);
    const candidate = { artist, names, releases: title < 0 ? [] : index.releasesOf(artist, title) };
    candidates.set(family, [...(candidates.get(family) ?? []), candidate]);
  }
  return [...various].map(([family, artists]) => ({
    family,
    candidates: candidates.get(family) ?? [],
    compilations:
      title < 0 || query.compilation === 'no'
        ? []
        : [...new Set(artists.flatMap((artist) => index.releasesOf(artist, title)))].toSorted((a, b) => a - b),
  }));
}
