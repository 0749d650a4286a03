import type { Random } from '@deadwax/bench/world/random';
import type { Catalogue } from './catalogue.ts';
import type { NameSource } from './name-source.ts';
import type { Target } from './target.ts';

export interface ScenarioContext {
  readonly random: Random;
  readonly names: NameSource;
  readonly catalogue: Catalogue;
  /** Whether the next record is to be left out of the reference. */
  withheld(): boolean;
}

/** A kind of records that are easily taken for one another. */
export interface Scenario {
  readonly name: string;
  /** Adds records to the catalogue and gives what to ask for. Called until there are enough. */
  make(context: ScenarioContext): readonly Target[];
}
