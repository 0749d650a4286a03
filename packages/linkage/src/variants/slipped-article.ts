import { editDistance } from '../compare/edit-distance.ts';

const ARTICLE = 'the ';
/** A shorter rest is a name too often. */
const SHORTEST = 3;

/**
 * Keys that a key may stand for where the slip is in the article, which keys do not have: `teh beatles`, `te beatles`,
 * `thebeatles`, `theb eatles` → `beatles`. Each lacks one slip of `the ` and the rest; none for most keys.
 */
export function withoutSlippedArticle(key: string): string[] {
  if (!mayBeArticle(key)) return [];
  const rests = [ARTICLE.length - 1, ARTICLE.length, ARTICLE.length + 1]
    .filter((end) => editDistance(key.slice(0, end), ARTICLE, 1) === 1)
    .map((end) => key.slice(end));
  // The space and the letter after it in each other's place.
  if (key.startsWith('the') && key.charAt(ARTICLE.length) === ' ')
    rests.push(key.charAt(ARTICLE.length - 1) + key.slice(ARTICLE.length + 1));
  return [...new Set(rests)].filter((rest) => rest.length >= SHORTEST && rest.charAt(0) !== ' ');
}

/** Two of three letters are left of it, whatever the slip. */
function mayBeArticle(key: string): boolean {
  const start = key.slice(0, ARTICLE.length);
  return Number(start.includes('t')) + Number(start.includes('h')) + Number(start.includes('e')) >= 2;
}
