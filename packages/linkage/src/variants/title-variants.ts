import { numeralForm } from '../compare/numerals.ts';
import { isAscii } from '../normalise/ascii.ts';
import { titleKey } from '../normalise/keys.ts';
import { foldLookAlikes } from '../normalise/look-alikes.ts';
import { matchForm } from '../normalise/match-form.ts';
import { isPlainName } from '../normalise/plain-name.ts';
import { repairMacRoman } from '../normalise/repair-mac-roman.ts';
import { repairWindows1252 } from '../normalise/repair-windows-1252.ts';
import { withoutEdition } from './edition-suffix.ts';
import { spaceWords } from './space-words.ts';

/** Why a title is looked up in this spelling, surest first. */
export const titleRewritings = [
  'as_typed',
  'repaired',
  'self_titled',
  'without_edition',
  'respelled',
  'with_artist',
  'without_artist',
  'main_title',
] as const;
export type TitleRewriting = (typeof titleRewritings)[number];

export interface TitleVariant {
  readonly rewriting: TitleRewriting;
  readonly key: string;
}

const selfTitled = new Set(['st', 's t', 'self titled', 'selftitled', 'same', 'eponymous']);
const SELF_TITLED_TAG = /[([](?:s\/t|self[- ]titled|same)[)\]]\s*$/iu;
const SUBTITLE = /\s*(?::\s|\s[-–—]\s|\s\/\s).*$/u;
const GUESTS = /[\s([]+(?:feat\.?|featuring|ft\.?|with)\s[^()[\]]*[)\]]?\s*$/iu;
/** Words that name guests; letters that show words run together. A plain title without them says no more than it does. */
const MAY_SAY_MORE = /\b(?:feat|featuring|ft|with)\b|(?-i:[a-z][A-Z][a-z])/i;

export function isSelfTitled(title: string, key = titleKey(title)): boolean {
  return selfTitled.has(key) || SELF_TITLED_TAG.test(title);
}

/** The spellings under which a title may stand in an authority, surest first, each key once. `artist` is an artist key. */
export function titleVariants(title: string, artist: string): TitleVariant[] {
  return makeVariants(title, artist, isPlainName(title) && !MAY_SAY_MORE.test(title));
}

/** The rule in full, without the short cut for plain titles. */
export function titleVariantsByRule(title: string, artist: string): TitleVariant[] {
  return makeVariants(title, artist, false);
}

function makeVariants(title: string, artist: string, isPlain: boolean): TitleVariant[] {
  const variants: TitleVariant[] = [];
  const add = (rewriting: TitleRewriting, key: string | null) => {
    if (key === null || key === '' || variants.some((known) => known.key === key)) return;
    variants.push({ rewriting, key });
  };
  const repaired = isPlain ? title : foldLookAlikes(repairWindows1252(repairMacRoman(title)));
  const typed = titleKey(title);
  const key = repaired === title ? typed : titleKey(repaired);
  if (artist !== '' && isSelfTitled(title, typed)) add('self_titled', titleKey(artist));
  else add('as_typed', typed);
  if (repaired !== title) add('repaired', key);
  const plain = withoutEdition(key);
  add('without_edition', plain);
  const lone = isPlain ? repaired : repaired.replace(GUESTS, '');
  if (lone !== repaired) add('without_edition', titleKey(lone));
  if (!isPlain) add('without_edition', withBrackets(repaired));
  for (const each of [...variants]) add('respelled', numeralForm(each.key));
  const spaced = isPlain ? repaired : spaceWords(repaired);
  if (spaced !== repaired) add('respelled', titleKey(spaced));
  if (artist !== '' && key !== '') {
    const core = plain ?? key;
    add('without_artist', withoutName(core, artist));
    add('with_artist', `${artist} ${core}`);
    add('with_artist', `${core} ${artist}`);
  }
  const main = isPlain ? repaired : repaired.replace(SUBTITLE, '');
  if (main !== repaired) {
    const start = titleKey(main);
    add(
      start === artist ? 'without_artist' : 'main_title',
      start === artist ? titleKey(repaired.slice(main.length).replace(/^[\s:/–—-]+/u, '')) : start,
    );
  }
  return variants;
}

/** A title whose group in brackets is part of it: `(untitled)`, `Album (Something)` as `album something`. */
function withBrackets(title: string): string | null {
  if (isAscii(title) && !/[([]/.test(title)) return null;
  const form = matchForm(title);
  return /[([].+[)\]]/.test(form) ? titleKey(form.replace(/[()[\]]/g, ' ')) : null;
}

function withoutName(key: string, artist: string): string | null {
  if (key.startsWith(`${artist} `)) return key.slice(artist.length + 1).replace(/^(?:the|a|an) /, '');
  if (key.endsWith(` ${artist}`)) return key.slice(0, -artist.length - 1);
  return null;
}
