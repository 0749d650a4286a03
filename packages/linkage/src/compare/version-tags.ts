import { isAscii } from '../normalise/ascii.ts';
import { titleKey } from '../normalise/keys.ts';
import { foldLookAlikes } from '../normalise/look-alikes.ts';
import { matchForm } from '../normalise/match-form.ts';
import { numbersOf } from './numerals.ts';

/** Words that make a recording another one. Editions of one album (deluxe, remaster) are not among them. */
const TAGS: readonly (readonly [tag: string, words: string])[] = [
  ['live', 'live|unplugged|in concert|concert|au vivo|ao vivo|en vivo|en directo|en public|dal vivo'],
  ['remix', 'remix|remixes|remixed|rmx|reworks?|reworked|reinterpretations?|dub|dubs|versions'],
  ['instrumental', 'instrumentals?'],
  ['acoustic', 'acoustic'],
  ['demo', 'demos?'],
  ['karaoke', 'karaoke'],
  ['tribute', 'tribute'],
  ['cover', 'covers'],
  ['session', 'sessions?'],
  ['soundtrack', 'soundtrack|ost|original score'],
  ['collection', 'box|box set|boxset|collection|collected|complete|anthology'],
  ['rarities', 'rarities|b sides|outtakes'],
];
const PATTERNS = TAGS.map(([tag, words]) => [tag, new RegExp(`\\b(?:${words})\\b`)] as const);
/** All of them at once, each tag in a group of its own: no word is of two. */
const ANY_TAG = new RegExp(`\\b(?:${TAGS.map(([, words]) => `(${words})`).join('|')})\\b`, 'g');
const SERIES =
  /\b(vol(?:ume)?|pt|part|chapter|book|no|series|episode)\b\.? *([0-9]+|[ivx]+|one|two|three|four|five|six|seven|eight|nine|ten)\b/g;
/** Every text that has a tag holds the beginning of one of these. */
const MAY_HAVE_TAG =
  /\b(?:live|unplugged|concert|vivo|directo|public|remix|rmx|rework|reinterpret|dub|versions|instrumental|acoustic|demo|karaoke|tribute|covers|session|soundtrack|ost|score|box|collect|complete|anthology|rarities|sides|outtakes|vol|pt|part|chapter|book|no|series|episode)/i;
const PARTS = /[^\p{L}\p{M}\p{N}]+/gu;
const ASCII_PARTS = /[^a-z0-9]+/g;

/** What a title says of its version: tags of the above, and numbers of a series, as `live`, `vol 2`. Sorted. */
export function versionTags(title: string): readonly string[] {
  if (isAscii(title) && !title.includes('_') && !MAY_HAVE_TAG.test(title)) return NO_TAGS;
  const tags = known.get(title);
  if (tags !== undefined) return tags;
  if (known.size >= MOST_KNOWN) known.clear();
  const made = findTags(plainText(title));
  known.set(title, made);
  return made;
}

function plainText(title: string): string {
  if (isAscii(title)) return title.toLowerCase().replace(ASCII_PARTS, ' ').trim();
  return foldLookAlikes(matchForm(title)).replace(PARTS, ' ').trim();
}

function findTags(text: string): string[] {
  const tags = new Set(seriesOf(text));
  for (const match of text.matchAll(ANY_TAG)) {
    const group = match.findIndex((part, place) => place > 0 && part !== undefined);
    tags.add(TAGS[group - 1]?.[0] ?? '');
  }
  return [...tags].sort();
}

function seriesOf(text: string): string[] {
  const numbers = [...text.matchAll(SERIES)].map(([whole]) => numbersOf(whole));
  return numbers.filter((number) => number !== '').map((number) => `series ${number}`);
}

const NO_TAGS: readonly string[] = [];
/** The pressings of an album bear one title, and a row is compared with all of them. */
const MOST_KNOWN = 20_000;
const known = new Map<string, readonly string[]>();

/** The rule in full, without short cuts. */
export function versionTagsByRule(title: string): string[] {
  const text = foldLookAlikes(matchForm(title)).replace(PARTS, ' ').trim();
  const tags = PATTERNS.flatMap(([tag, pattern]) => (pattern.test(text) ? [tag] : []));
  return [...new Set([...tags, ...seriesOf(text)])].sort();
}

export type VersionLevel = 'same' | 'unsaid' | 'extra' | 'lacking' | 'different';

/** The tags of both, those of a series left out where both titles have one number. */
function withoutSharedNumber(a: string, b: string): [readonly string[], readonly string[]] {
  const [left, right] = [versionTags(a), versionTags(b)];
  if (!left.some(isOfSeries) && !right.some(isOfSeries)) return [left, right];
  if (numbersOf(titleKey(a)) !== numbersOf(titleKey(b))) return [left, right];
  return [left.filter((tag) => !isOfSeries(tag)), right.filter((tag) => !isOfSeries(tag))];
}

const isOfSeries = (tag: string): boolean => tag.startsWith('series ');

/**
 * `same`: both name the same versions; `unsaid`: neither names any; `extra`: only the first names one; `lacking`: only the
 * second does; `different`: both do, and not the same.
 */
export function compareVersions(a: string, b: string): VersionLevel {
  // One text has one number, whatever it is.
  if (a === b) return versionTags(a).every(isOfSeries) ? 'unsaid' : 'same';
  const [left, right] = withoutSharedNumber(a, b);
  if (left.length === 0 && right.length === 0) return 'unsaid';
  if (left.join() === right.join()) return 'same';
  if (right.length === 0) return 'extra';
  return left.length === 0 ? 'lacking' : 'different';
}
