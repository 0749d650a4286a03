import { LOST_LETTER, markLostLetters } from '../compare/lost-letters.ts';
import { artistKey } from '../normalise/keys.ts';
import { foldLookAlikes } from '../normalise/look-alikes.ts';
import { isPlainName } from '../normalise/plain-name.ts';
import { repairMacRoman } from '../normalise/repair-mac-roman.ts';
import { repairWindows1252 } from '../normalise/repair-windows-1252.ts';
import { invertName, rotateName } from './inverted-name.ts';
import { rejoinCredit, splitCredit, withoutGuests } from './joined-credit.ts';
import { spaceWords } from './space-words.ts';

/** Why a name is looked up in this spelling, surest first. */
export const artistRewritings = ['as_typed', 'repaired', 'inverted', 'rejoined', 'without_guests', 'part'] as const;
export type ArtistRewriting = (typeof artistRewritings)[number];

export interface ArtistVariant {
  readonly rewriting: ArtistRewriting;
  readonly text: string;
  readonly key: string;
}

/** Words that part a credit, or name guests; letters that show words run together. */
const MAY_SAY_MORE =
  /\b(?:and|x|y|et|und|e|og|och|with|con|avec|mit|meets|vs|feat|featuring|ft|presents|pres|versus)\b|(?-i:[a-z][A-Z][a-z])/i;

/** The spellings under which an artist may stand in an authority, surest first, each key once. */
export function artistVariants(name: string): ArtistVariant[] {
  if (!isPlainName(name) || MAY_SAY_MORE.test(name)) return artistVariantsByRule(name);
  const key = artistKey(name);
  const variants: ArtistVariant[] = [{ rewriting: 'as_typed', text: name, key }];
  const rotated = rotateName(key);
  const rotatedKey = rotated === null ? key : artistKey(rotated);
  if (rotated !== null && rotatedKey !== key) variants.push({ rewriting: 'inverted', text: rotated, key: rotatedKey });
  return variants;
}

/** The rule in full, without the short cut for plain names. */
export function artistVariantsByRule(name: string): ArtistVariant[] {
  const variants: ArtistVariant[] = [];
  const add = (rewriting: ArtistRewriting, text: string | null, key = text === null ? '' : artistKey(text)) => {
    if (text === null || key === '' || variants.some((known) => known.key === key)) return;
    variants.push({ rewriting, text, key });
  };
  const repaired = foldLookAlikes(repairWindows1252(repairMacRoman(name)));
  const typed = artistKey(name);
  add('as_typed', name, typed);
  if (repaired !== name) add('repaired', repaired);
  const lone = withoutGuests(repaired);
  const inverted = invertName(repaired);
  add('inverted', inverted);
  add('inverted', lone === null ? null : invertName(lone));
  for (const joint of rejoinCredit(repaired) ?? []) add('rejoined', joint);
  const spaced = spaceWords(repaired);
  if (spaced !== repaired) add('rejoined', spaced);
  add('without_guests', lone);
  const parts = splitCredit(inverted ?? repaired);
  if (parts.length > 1) for (const part of parts) add('part', part);
  if (!/[,&+/]/.test(repaired)) {
    const key = repaired === name ? typed : artistKey(repaired);
    const rotated = rotateName(key);
    if (rotated !== null) add('inverted', rotated, artistKey(rotated));
  }
  return variants;
}

/** The key of a name that lost letters, each marked; null when it lost none. */
export function lostLetterKey(name: string, toKey: (text: string) => string): string | null {
  const marked = markLostLetters(name);
  return marked.includes(LOST_LETTER) ? toKey(marked) : null;
}
