import type { Random } from '@deadwax/bench/world/random';
import type { Album } from './catalogue/album.ts';
import type { AuthoredCatalogue } from './catalogue/authored-catalogue.ts';
import type { Drawings } from './catalogue/drawings.ts';
import type { NameSource } from './catalogue/name-source.ts';
import type { Stock } from './catalogue/stock.ts';
import type { Target } from './target.ts';

export interface ScenarioContext {
  readonly random: Random;
  readonly names: NameSource;
  /** Where a scenario puts the records it makes up. */
  readonly catalogue: AuthoredCatalogue;
  /** Records that are there already: the generated world, the real samples. */
  readonly stock: Stock;
  readonly drawings: Drawings;
}

/** Records that are easily taken for one another. */
export interface Group {
  /** The records to ask for. Which of them are missing from the reference is for the plan to say. */
  readonly targets: readonly Target[];
  /** Records that stay in the reference, for a missing one to be mistaken for. */
  readonly staying?: readonly Album[];
}

/** What may be missing: the album; or its artist, with all of the artist's records; or nothing. */
export type Withholding = 'album' | 'artist' | 'either' | 'nothing';

export interface Scenario {
  readonly name: string;
  readonly withhold: Withholding;
  /** Makes up or picks one group; null when there is none left to pick. */
  make(context: ScenarioContext): Group | null;
}
