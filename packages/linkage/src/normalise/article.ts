import { trimSpaces } from './spaces.ts';

const LEADING = ['the ', 'a ', 'an '];
const TRAILING = [', the', ', a', ', an'];

/** Takes one article off a match form: a leading one, else a trailing one after a comma. A bare `the` stays. */
export function stripArticle(text: string): string {
  const first = text.charCodeAt(0);
  if (first === 0x74 || first === 0x61) {
    for (const article of LEADING) {
      if (text.length > article.length && text.startsWith(article)) return trimSpaces(text.slice(article.length));
    }
  }
  const comma = text.lastIndexOf(', ');
  if (comma <= 0 || !TRAILING.includes(text.slice(comma))) return text;
  const stem = trimSpaces(text.slice(0, comma));
  return stem === '' ? text : stem;
}
