import { Random } from '../random.ts';
import { ADJECTIVES, CODAS, NOUNS, NUCLEI, ONSETS } from './words.ts';

function syllable(random: Random): string {
  return random.pick(ONSETS) + random.pick(NUCLEI) + (random.chance(0.28) ? random.pick(CODAS) : '');
}

export function capitalise(word: string): string {
  return word === '' ? '' : word[0]!.toUpperCase() + word.slice(1);
}

/** An invented word: one that no list has. */
export function inventWord(random: Random): string {
  const count = random.chance(0.7) ? 2 : 3;
  let word = '';
  for (let k = 0; k < count; k += 1) word += syllable(random);
  return capitalise(word);
}

/** Words by rank: the lists' first, then invented ones, always the same. */
function rankedWords(listed: readonly string[], size: number, state: number): readonly string[] {
  const random = new Random(state);
  const ranked = [...new Set(listed)];
  while (ranked.length < size) ranked.push(inventWord(random));
  return ranked;
}

export interface Vocabulary {
  readonly nouns: readonly string[];
  readonly adjectives: readonly string[];
  readonly families: readonly string[];
}

/** Draw from these by rank (`pickZipf`): a few words are everywhere, most are rare. */
export const VOCABULARY: Vocabulary = {
  nouns: rankedWords(NOUNS, 6000, 11),
  adjectives: rankedWords(ADJECTIVES, 1500, 12),
  families: rankedWords([], 12_000, 13),
};
