import { sharedWords } from '@deadwax/linkage/compare/compare-keys';
import { artistKey } from '@deadwax/linkage/normalise/keys';
import { type Contribution, weigh, weighEqual } from '@deadwax/linkage/score/weights';
import type { MatchIndex } from '@deadwax/snapshot/index/match-index';
import { countOthers } from './count-titled.ts';
import type { SpelledTitle, TitlePass } from './passes/title/title-pass.ts';
import type { RankedArtist } from './rank-artists.ts';

/** How much of a family there is: what chance has to offer. */
export interface FamilySize {
  readonly artists: number;
  readonly releases: number;
  /** The family lists the spellings under which its artists are found. */
  readonly listsVariations: boolean;
}

/** What the name is worth: an equal one by how many bear it, a like one by how often chance offers such a likeness. */
export function weighArtist(
  { pass, evidence, sharedBy }: RankedArtist,
  { artists }: FamilySize,
  index: MatchIndex,
): Contribution {
  const { level, text, typed } = evidence;
  if (level === 'equal') return weighEqual('artist', pass.name, shareOf(sharedBy, artists));
  if (level === 'contained' || level === 'overlapping') {
    const rarest = Math.min(...sharedWords(typed, artistKey(text)).map((word) => index.artistKeys.frequencyOf(word)));
    return weighEqual('artist', pass.name, shareOf(rarest, artists));
  }
  return weigh('artist', pass.name, evidence.text.length);
}

/** What the title is worth: `Best Of` is borne by many. */
export function weighTitle(
  { title, level, rewriting }: SpelledTitle,
  { pass, group, own }: { pass: TitlePass; group: number | null; own: readonly number[] },
  { releases }: FamilySize,
  index: MatchIndex,
): Contribution {
  if (level !== 'equal' || rewriting === 'main_title')
    return weigh('title', pass.name, index.titleKeys.text(title).length);
  return weighEqual('title', pass.name, shareOf(1 + countOthers(title, { group, own }, index), releases));
}

/** However few records a snapshot holds, names are as common as the world makes them. */
const WORLD = 1_000_000;

/**
 * Share of records that bear a name by chance: the others that do here, and what the name itself has in a world of a million.
 * In a small snapshot one bearer of ten says nothing of how common a name is.
 */
export function shareOf(bearers: number, records: number): number {
  return Math.min(1, Math.max(0, bearers - 1) / Math.max(1, records) + 1 / WORLD);
}
