import { VOCABULARY } from '../world/names/vocabulary.ts';
import { Random } from '../world/random.ts';

// Of 24,180 real albums 1.7 in a hundred have "love" in their names and 0.8 "night"; no other word of sense is commoner.
const WORN_RANKS = 11;

const worn: ReadonlySet<readonly unknown[]> = new Set([VOCABULARY.nouns, VOCABULARY.adjectives]);

/** Draws words as often as records have them: weight 1 / (rank + 11), where the world's, which are to collide, have 1 / (rank + 1). */
export class LibraryRandom extends Random {
  override pickZipf<T>(items: readonly T[]): T {
    if (!worn.has(items)) return super.pickZipf(items);
    const rank = WORN_RANKS * ((items.length + WORN_RANKS) / WORN_RANKS) ** this.next() - WORN_RANKS;
    return items[Math.min(items.length - 1, Math.floor(rank))]!;
  }
}
