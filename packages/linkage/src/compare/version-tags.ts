import { titleKey } from '../normalise/keys.ts';
import { foldLookAlikes } from '../normalise/look-alikes.ts';
import { matchForm } from '../normalise/match-form.ts';
import { numbersOf } from './numerals.ts';

/** Words that make a recording another one. Editions of one album (deluxe, remaster) are not among them. */
const TAGS: readonly (readonly [string, RegExp])[] = [
  ['live', /\b(?:live|unplugged|in concert|concert|au vivo|ao vivo|en vivo|en directo|en public|dal vivo)\b/],
  ['remix', /\b(?:remix|remixes|remixed|rmx|reworks?|reworked|reinterpretations?|dub|dubs|versions)\b/],
  ['instrumental', /\binstrumentals?\b/],
  ['acoustic', /\bacoustic\b/],
  ['demo', /\bdemos?\b/],
  ['karaoke', /\bkaraoke\b/],
  ['tribute', /\btribute\b/],
  ['cover', /\bcovers\b/],
  ['session', /\bsessions?\b/],
  ['soundtrack', /\b(?:soundtrack|ost|original score)\b/],
  ['collection', /\b(?:box|box set|boxset|collection|collected|complete|anthology)\b/],
  ['rarities', /\b(?:rarities|b sides|outtakes)\b/],
];
const SERIES =
  /\b(vol(?:ume)?|pt|part|chapter|book|no|series|episode)\b\.? *([0-9]+|[ivx]+|one|two|three|four|five|six|seven|eight|nine|ten)\b/g;
const PARTS = /[^\p{L}\p{M}\p{N}]+/gu;

/** What a title says of its version: tags of the above, and numbers of a series, as `live`, `vol 2`. Sorted. */
export function versionTags(title: string): string[] {
  const text = foldLookAlikes(matchForm(title)).replace(PARTS, ' ').trim();
  const tags = TAGS.flatMap(([tag, pattern]) => (pattern.test(text) ? [tag] : []));
  for (const [whole] of text.matchAll(SERIES)) {
    const number = numbersOf(whole);
    if (number !== '') tags.push(`series ${number}`);
  }
  return [...new Set(tags)].sort();
}

export type VersionLevel = 'same' | 'unsaid' | 'extra' | 'lacking' | 'different';

/**
 * `same`: both name the same versions; `unsaid`: neither names any; `extra`: only the first names one; `lacking`: only the
 * second does; `different`: both do, and not the same.
 */
export function compareVersions(a: string, b: string): VersionLevel {
  const isOneNumber = numbersOf(titleKey(a)) === numbersOf(titleKey(b));
  const [left, right] = [a, b].map((title) =>
    versionTags(title).filter((tag) => !isOneNumber || !tag.startsWith('series ')),
  ) as [string[], string[]];
  if (left.join() === right.join()) return left.length === 0 ? 'unsaid' : 'same';
  if (right.length === 0) return 'extra';
  return left.length === 0 ? 'lacking' : 'different';
}
