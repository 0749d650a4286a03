import { alias } from './passes/artist/alias.ts';
import type { ArtistPass } from './passes/artist/artist-pass.ts';
import { exact } from './passes/artist/exact.ts';
import { fuzzyPasses } from './passes/artist/fuzzy.ts';
import { guestsDropped } from './passes/artist/guests-dropped.ts';
import { invertedName } from './passes/artist/inverted-name.ts';
import { joinedCredit } from './passes/artist/joined-credit.ts';
import { lostLetters } from './passes/artist/lost-letters.ts';
import { memberGroup } from './passes/artist/member-group.ts';
import { nameVariation } from './passes/artist/name-variation.ts';
import { splitCredit } from './passes/artist/split-credit.ts';
import { transliteration } from './passes/artist/transliteration.ts';
import { artistInTitle } from './passes/title/artist-in-title.ts';
import { editionSuffix } from './passes/title/edition-suffix.ts';
import { equalKey, exact as exactTitle } from './passes/title/exact.ts';
import {
  fuzzyPasses as fuzzyTitles,
  lostLetters as lostTitleLetters,
  transliteration as transliteratedTitle,
} from './passes/title/fuzzy.ts';
import { mainTitle } from './passes/title/main-title.ts';
import { selfTitled } from './passes/title/self-titled.ts';
import type { TitlePass } from './passes/title/title-pass.ts';

/** The cascade for artists: strongest pass first. */
export const artistPasses: readonly ArtistPass[] = [
  exact,
  nameVariation,
  invertedName,
  joinedCredit,
  guestsDropped,
  splitCredit,
  memberGroup,
  alias,
  transliteration,
  lostLetters,
  ...fuzzyPasses,
];

/** The cascade for titles: strongest pass first. */
export const titlePasses: readonly TitlePass[] = [
  exactTitle,
  equalKey,
  selfTitled,
  editionSuffix,
  artistInTitle,
  mainTitle,
  transliteratedTitle,
  lostTitleLetters,
  ...fuzzyTitles,
];
