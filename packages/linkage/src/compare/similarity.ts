import { editDistance } from './edit-distance.ts';

/** Share of a text that needs no edit: 1 for equal texts, 0 for texts with nothing in common. */
export function editSimilarity(a: string, b: string): number {
  const longest = Math.max(a.length, b.length);
  // Texts too long to be compared count as wholly different.
  return longest === 0 ? 1 : Math.max(0, 1 - editDistance(a, b, longest) / longest);
}

const ALIKE = 0.75;

/**
 * Share of the letters of two spaced texts that stand in words with a counterpart, whatever the order of the words. Every
 * word counts on both sides, so a text is not like a longer one that holds it.
 */
export function wordSimilarity(a: string, b: string): number {
  const [left, right] = [a.split(' '), b.split(' ')];
  const total = letters(left) + letters(right);
  if (total === 0) return 1;
  const free = new Set(right.keys());
  let shared = 0;
  for (const word of left) {
    let [best, place] = [0, -1];
    for (const candidate of free) {
      const alike = wordAlike(word, right[candidate] as string);
      if (alike > best) [best, place] = [alike, candidate];
    }
    if (place < 0) continue;
    free.delete(place);
    shared += best * (word.length + (right[place] as string).length);
  }
  return shared / total;
}

function wordAlike(a: string, b: string): number {
  if (a === b) return 1;
  const longest = Math.max(a.length, b.length);
  const allowed = Math.floor(longest * (1 - ALIKE));
  if (allowed === 0) return 0;
  const edits = editDistance(a, b, allowed);
  return edits > allowed ? 0 : 1 - edits / longest;
}

/** The better of the two views: letter by letter, or word by word. */
export function similarity(a: string, b: string): number {
  return a === b ? 1 : Math.max(editSimilarity(a, b), wordSimilarity(a, b));
}

/** The same where it is `least` or more, else 0: cheaper, as most texts are too different early. */
export function similarityFrom(least: number, a: string, b: string): number {
  if (a === b) return 1;
  const longest = Math.max(a.length, b.length);
  const allowed = Math.ceil(longest * (1 - least));
  const edits = editDistance(a, b, allowed);
  const alike = Math.max(edits > allowed ? 0 : 1 - edits / longest, wordSimilarity(a, b));
  return alike >= least ? alike : 0;
}

function letters(words: readonly string[]): number {
  return words.reduce((sum, word) => sum + word.length, 0);
}
