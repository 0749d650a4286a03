import type { MatchIndex } from '@deadwax/snapshot/index/match-index';
import type { NameEvidence, TitleEvidence } from './evidence.ts';
import { findCredits, findTitledNames } from './find-credited.ts';
import { findEqualNames, findLooseNames, findNearNames, findSimilarNames, findTurnedNames } from './find-names.ts';
import { findEqualTitles, findLikeTitles, findSimilarTitles } from './find-titles.ts';
import type { Places } from './look-up.ts';
import { once } from './once.ts';
import type { Query } from './query.ts';

/** What one family's names say of a row. Each search is made at most once for a row, when it is first asked for. */
export interface FamilyEvidence {
  equalNames(): readonly NameEvidence[];
  /** Artists credited on the few releases with the row's titles whose name the row's is a slip or another spelling of. */
  titledNames(): readonly NameEvidence[];
  /** Whether artists may bear the row's titles under like names that `titledNames` does not see. */
  mayHideNames(): boolean;
  looseNames(): readonly NameEvidence[];
  /** Names a slip or two away. */
  nearNames(): readonly NameEvidence[];
  /** Names a slip or two from the row's turned round. */
  turnedNames(): readonly NameEvidence[];
  similarNames(): readonly NameEvidence[];
  /** Artists credited on releases with the row's title, where they are like. */
  creditNames(): readonly NameEvidence[];
  titles(): readonly TitleEvidence[];
  similarTitles(): readonly TitleEvidence[];
  /** Titles of an artist that are like the row's. */
  likeTitles(artist: number): readonly TitleEvidence[];
}

/** The evidence of a row by family. */
export function gatherEvidence(query: Query, places: Places, index: MatchIndex): (family: string) => FamilyEvidence {
  const equal = once(() => byFamily(findEqualNames(query, places, index), index));
  const loose = once(() => byFamily(findLooseNames(query, index), index));
  const near = once(() => byFamily(findNearNames(query, index), index));
  const turned = once(() => byFamily(findTurnedNames(query, index), index));
  const similar = once(() => byFamily(findSimilarNames(query, index), index));
  const titles = once(() => findEqualTitles(query, places));
  const similarTitles = once(() => findSimilarTitles(query, index));
  const likeTitles = new Map<number, readonly TitleEvidence[]>();
  const titled = once(() => findTitledNames(query, titles(), index));
  const titledNames = once(() => byFamily(titled().names, index));
  const others = once(() => new Set(titled().others.map((artist) => index.artistSource(artist).family)));
  const credits = once(() => byFamily(findCredits(query, titles(), index), index));
  const row: RowEvidence = {
    equalNames: equal,
    titledNames,
    mayHideNames: (family) => !titled().complete || others().has(family),
    looseNames: loose,
    nearNames: near,
    turnedNames: turned,
    similarNames: similar,
    creditNames: credits,
    titles,
    similarTitles,
    likeTitles: (artist) => {
      const found = likeTitles.get(artist) ?? findLikeTitles(artist, query, index);
      likeTitles.set(artist, found);
      return found;
    },
  };
  return (family) => new EvidenceOfFamily(row, family);
}

type NamesByFamily = () => ReadonlyMap<string, readonly NameEvidence[]>;

/** What all families' names say of a row. */
interface RowEvidence extends Pick<FamilyEvidence, 'titles' | 'similarTitles' | 'likeTitles'> {
  readonly equalNames: NamesByFamily;
  readonly titledNames: NamesByFamily;
  readonly mayHideNames: (family: string) => boolean;
  readonly looseNames: NamesByFamily;
  readonly nearNames: NamesByFamily;
  readonly turnedNames: NamesByFamily;
  readonly similarNames: NamesByFamily;
  readonly creditNames: NamesByFamily;
}

const none: readonly NameEvidence[] = [];

/** A family's part of it. */
class EvidenceOfFamily implements FamilyEvidence {
  readonly #row: RowEvidence;
  readonly #family: string;

  constructor(row: RowEvidence, family: string) {
    this.#row = row;
    this.#family = family;
  }

  equalNames(): readonly NameEvidence[] {
    return this.#of(this.#row.equalNames);
  }

  titledNames(): readonly NameEvidence[] {
    return this.#of(this.#row.titledNames);
  }

  mayHideNames(): boolean {
    return this.#row.mayHideNames(this.#family);
  }

  looseNames(): readonly NameEvidence[] {
    return this.#of(this.#row.looseNames);
  }

  nearNames(): readonly NameEvidence[] {
    return this.#of(this.#row.nearNames);
  }

  turnedNames(): readonly NameEvidence[] {
    return this.#of(this.#row.turnedNames);
  }

  similarNames(): readonly NameEvidence[] {
    return this.#of(this.#row.similarNames);
  }

  creditNames(): readonly NameEvidence[] {
    return this.#of(this.#row.creditNames);
  }

  titles(): readonly TitleEvidence[] {
    return this.#row.titles();
  }

  similarTitles(): readonly TitleEvidence[] {
    return this.#row.similarTitles();
  }

  likeTitles(artist: number): readonly TitleEvidence[] {
    return this.#row.likeTitles(artist);
  }

  #of(names: NamesByFamily): readonly NameEvidence[] {
    return names().get(this.#family) ?? none;
  }
}

function byFamily(names: readonly NameEvidence[], index: MatchIndex): Map<string, NameEvidence[]> {
  const families = new Map<string, NameEvidence[]>();
  for (const name of names) {
    const { family } = index.artistSource(name.artist);
    const known = families.get(family);
    if (known) known.push(name);
    else families.set(family, [name]);
  }
  return families;
}
