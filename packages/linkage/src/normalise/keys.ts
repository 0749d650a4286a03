import { stripArticle } from './article.ts';
import { isAscii } from './ascii.ts';
import { stripDisambiguator } from './disambiguator-form.ts';
import { matchForm } from './match-form.ts';
import { isLetterOrDigit } from './plain-name.ts';
import { collapseSpaces } from './spaces.ts';
import { storageForm } from './storage-form.ts';
import { stripTrailingGroup } from './trailing-group.ts';

const APOSTROPHE = /[’‘ʼʹ`´′]/g;
const WHITE_SPACE = /\p{White_Space}/gu;
/** Joiners and variation selectors: they tell pictures apart, never names. */
const INVISIBLE = /[\u{200D}\u{FE00}-\u{FE0F}]/gu;
const INNER_APOSTROPHE = /(?<=[\p{L}\p{M}\p{N}])'(?=[\p{L}\p{N}])/gu;
const PUNCTUATION = /[^\p{L}\p{M}\p{N}]+\p{M}*/gu;
/** The same for what is ASCII and in lower case: the engine knows such letters by themselves. */
const ascii = {
  innerApostrophe: /(?<=[a-z0-9])'(?=[a-z0-9])/g,
  punctuation: /[^a-z0-9]+/g,
  initials: /(?<![^ ])[a-z](?: [a-z])+(?![^ ])/g,
};
const INITIALS = /(?<![^ ])\p{L}(?: \p{L})+(?![^ ])/gu;
const PLAIN = /^[a-z0-9]{2,}(?: [a-z0-9]{2,})*$/;
const PASSES = 8;

/**
 * The blocking key of an artist name, for index and query alike: identity form until nothing more comes off, shelf and
 * Discogs numbers gone, punctuation as space. Names of signs alone (`!!!`, `+/-`) keep their signs. Empty only for a name
 * that holds nothing; never match on that. Applying it twice changes nothing.
 */
export function artistKey(name: string): string {
  return plainKey(name) ?? settle(name, stripArtistEnds);
}

/** The blocking key of a title. As `artistKey`, but a number after a slash belongs to the title. */
export function titleKey(title: string): string {
  return plainKey(title) ?? settle(title, stripTitleEnds);
}

/** The rule in full, without the short cuts for plain names and for ASCII. */
export const keyByRule = {
  artist: (name: string): string => settle(name, stripArtistEnds, spaceOutAnyScript),
  title: (title: string): string => settle(title, stripTitleEnds, spaceOutAnyScript),
};

const SPACE = 0x20;

/**
 * The key of a name of ASCII letters, digits and single spaces whose words are of two letters and more and that begins with no
 * article: itself in lower case. Null for every other name.
 */
function plainKey(name: string): string | null {
  const { length } = name;
  let word = 0;
  for (let at = 0; at < length; at += 1) {
    const code = name.charCodeAt(at);
    if (code === SPACE) {
      if (word < 2) return null;
      word = 0;
    } else if (isLetterOrDigit(code)) word += 1;
    else return null;
  }
  if (word < 2) return null;
  const key = name.toLowerCase();
  return key.startsWith('the ') || key.startsWith('an ') ? null : key;
}

type Step = (text: string) => string;

function settle(name: string, strip: Step, space: Step = spaceOut): string {
  let key = keyOnce(name, strip, space);
  for (let pass = 0; pass < PASSES && !isAscii(key); pass += 1) {
    const next = keyOnce(key, strip, space);
    if (next === key) break;
    key = next;
  }
  return key;
}

function keyOnce(name: string, strip: Step, space: Step): string {
  const stripped = strip(spellingForm(name));
  return PLAIN.test(stripped) ? stripped : space(stripped) || stripped.replace(/ /g, '');
}

/** The match form with one spelling for apostrophes, white space and the spaced ampersand. */
function spellingForm(name: string): string {
  if (isAscii(name) && !/[&`\t-\r]/.test(name)) return matchForm(name);
  const folded = storageForm(name).replace(APOSTROPHE, "'").normalize('NFKC').replace(WHITE_SPACE, ' ');
  return matchForm(folded.replace(INVISIBLE, '').replace(/(?<= )&(?= )/g, 'and'));
}

/** Takes shelf numbers, groups and articles off until none is left. A group can hide an article, and the other way round. */
function stripArtistEnds(form: string): string {
  return untilStable(form, (text) => untilStable(untilStable(text, ungroupArtist), stripArticle));
}

function stripTitleEnds(form: string): string {
  return untilStable(form, (text) => untilStable(untilStable(text, stripTrailingGroup), stripArticle));
}

function ungroupArtist(form: string): string {
  return stripTrailingGroup(stripDisambiguator(form));
}

function untilStable(text: string, step: (text: string) => string): string {
  let form = text;
  for (;;) {
    const next = step(form);
    if (next === form) return form;
    form = next;
  }
}

function spaceOut(form: string): string {
  if (!isAscii(form)) return spaceOutAnyScript(form);
  const words = form.replace(ascii.innerApostrophe, '').replace(ascii.punctuation, ' ').trim();
  return settleArticle(words.replace(ascii.initials, joinInitials));
}

function joinInitials(initials: string): string {
  return initials.replaceAll(' ', '');
}

function spaceOutAnyScript(form: string): string {
  const words = collapseSpaces(
    form
      .replace(INNER_APOSTROPHE, '')
      .replace(PUNCTUATION, ' ')
      .replace(/^\p{M}+/u, ''),
  ).replace(INITIALS, joinInitials);
  return settleArticle(words);
}

/** "The-Dream" is The Dream, but "A-ha" is no ha: the article that punctuation leaves goes, or joins its word. */
function settleArticle(words: string): string {
  let rest = words;
  for (;;) {
    if (rest.startsWith('the ')) rest = rest.slice(4);
    else if (/^an? ./.test(rest)) rest = rest.replace(' ', '');
    else return rest;
  }
}
