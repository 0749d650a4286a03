import type { Random } from '../random.ts';
import type { Culture } from './culture.ts';
import { personInScript, wordsInScript } from './script-name.ts';
import { inventWord, VOCABULARY } from './vocabulary.ts';
import { ENSEMBLES, PLACES, SYMBOL_NAMES } from './words.ts';

export type NameStyle = 'person' | 'group' | 'project';

export interface ArtistName {
  /** As printed, in the artist's own script. */
  readonly text: string;
  /** In Latin letters; the same as `text` where that is in Latin letters. */
  readonly latin: string;
  /** Of a person, in Latin letters; null for groups and stage names. */
  readonly given: string | null;
  readonly family: string | null;
}

function plain(text: string): ArtistName {
  return { text, latin: text, given: null, family: null };
}

export function personal(given: string, family: string): ArtistName {
  const text = `${given} ${family}`;
  return { text, latin: text, given, family };
}

/** How far a name strays from the common words: each failed attempt to be different makes it stray further. */
function rare(random: Random, attempt: number): boolean {
  return random.chance(0.08 + 0.2 * attempt);
}

function noun(random: Random, attempt: number): string {
  return rare(random, attempt) ? inventWord(random) : random.pickZipf(VOCABULARY.nouns);
}

function adjective(random: Random): string {
  return random.pickZipf(VOCABULARY.adjectives);
}

function plural(word: string): string {
  if (/[^aeiou]y$/.test(word)) return `${word.slice(0, -1)}ies`;
  return /(?:s|x|z|sh|ch)$/.test(word) ? `${word}es` : `${word}s`;
}

function initials(random: Random): string {
  const letter = () => String.fromCharCode(65 + random.below(26));
  return random.chance(0.5) ? `${letter()}.${letter()}.` : `${letter()}.`;
}

function rareFamily(random: Random, usual: readonly string[]): string {
  if (random.chance(0.4)) return random.pickZipf(VOCABULARY.families);
  return random.chance(0.5) ? `${random.pick(usual)}-${random.pick(usual)}` : random.pick(usual);
}

/** A given and a family name as they are usual in the culture. */
function drawPerson(random: Random, culture: Culture, attempt: number): ArtistName {
  if (culture.script !== null) return personInScript(random, culture.script, attempt);
  const { given, family } = culture.people!;
  const first = random.chance(0.05) ? initials(random) : random.pickZipf(given);
  const middle = random.chance(0.03 + 0.1 * attempt) ? ` ${String.fromCharCode(65 + random.below(26))}.` : '';
  const last = random.chance(0.12 + 0.2 * attempt) ? rareFamily(random, family) : random.pickZipf(family);
  return personal(first + middle, last);
}

function stageName(random: Random, attempt: number): string {
  const word = noun(random, attempt);
  switch (random.below(7)) {
    case 0:
      return `DJ ${word}`;
    case 1:
      return `${random.pick(['Big', 'Little', 'Lady', 'Mr.', 'Dr.', 'Sir', 'Prince', 'King', 'MC', 'Blind'])} ${word}`;
    case 2:
      return `${adjective(random)} ${word}`;
    case 3:
      return word + inventWord(random).toLowerCase();
    default:
      return attempt === 0 ? word : `${word} ${noun(random, attempt)}`;
  }
}

const ARTICLES: Readonly<Record<string, string>> = { de: 'Die', fr: 'Les', es: 'Los', pt: 'Os', it: 'I', sv: 'De' };

/** A group of a country that sings in its own language: an article and a plural of a local word. */
function localGroup(random: Random, culture: Culture, attempt: number): string {
  const word = random.chance(0.5) ? random.pickZipf(culture.people!.family) : noun(random, attempt + 1);
  const article = ARTICLES[culture.language];
  return article === undefined ? `${word} ${random.pick(ENSEMBLES)}` : `${article} ${plural(word)}`;
}

type Draw = (random: Random, attempt: number, culture: Culture) => string;

const GROUP_FORMS: readonly (readonly [weight: number, draw: Draw])[] = [
  [20, (random, attempt) => `The ${plural(noun(random, attempt))}`],
  [10, (random, attempt) => `The ${adjective(random)} ${plural(noun(random, attempt))}`],
  [17, (random, attempt) => `${adjective(random)} ${noun(random, attempt)}`],
  [10, (random, attempt) => `${noun(random, attempt)} ${plural(noun(random, attempt))}`],
  [13, (random, attempt) => (attempt < 3 ? noun(random, attempt) : `${inventWord(random)} ${inventWord(random)}`)],
  [5, (random, attempt) => `${noun(random, attempt)} Of ${plural(noun(random, attempt))}`],
  [4, (random, attempt, culture) => `${drawPerson(random, culture, attempt).text} & The ${plural(noun(random, 0))}`],
  [4, (random, attempt) => `${noun(random, attempt)} ${random.chance(0.5) ? '&' : 'And'} ${noun(random, attempt)}`],
  [
    2,
    (random, attempt) =>
      `${random.pick(['10,000', '7', '13', '1000', '99', '22', '3'])} ${plural(noun(random, attempt))}`,
  ],
  [1, (random, attempt) => String(random.between(1, 999)) + (attempt > 1 ? ` ${noun(random, attempt)}` : '')],
  [3, (random, attempt) => `${random.pick(PLACES)} ${plural(noun(random, attempt))}`],
  [2, (random, attempt) => initials(random) + initials(random) + (attempt > 0 ? ` ${noun(random, attempt)}` : '')],
  [
    1,
    (random, attempt) =>
      attempt < 2 ? random.pick(SYMBOL_NAMES) : `${random.pick(SYMBOL_NAMES)} ${inventWord(random)}`,
  ],
  [3, (random, attempt) => `${adjective(random)} ${noun(random, attempt)} ${random.pick(ENSEMBLES)}`],
  [3, (random, attempt) => `${noun(random, attempt)}, ${noun(random, attempt)} & ${noun(random, attempt)}`],
];
const GROUP_WEIGHTS = GROUP_FORMS.map(([weight]) => weight);

function groupName(random: Random, culture: Culture, attempt: number): ArtistName {
  if (culture.script !== null && random.chance(0.75)) return wordsInScript(random, culture.script, attempt);
  if (culture.people !== null && culture.language !== 'en' && random.chance(0.3)) {
    return plain(localGroup(random, culture, attempt));
  }
  const draw = GROUP_FORMS[random.weighted(GROUP_WEIGHTS)]![1];
  return plain(draw(random, attempt, culture));
}

/** A name in this style; a further attempt gives a different one. */
export function makeArtistName(random: Random, culture: Culture, style: NameStyle, attempt: number): ArtistName {
  if (style === 'group') return groupName(random, culture, attempt);
  if (style === 'person' && random.chance(0.9)) return drawPerson(random, culture, attempt);
  if (culture.script !== null && random.chance(0.6)) return wordsInScript(random, culture.script, attempt);
  return plain(stageName(random, attempt));
}
