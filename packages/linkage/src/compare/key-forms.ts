import { isAscii } from '../normalise/ascii.ts';
import { looseKey } from '../normalise/loose-key.ts';
import { numbersOf, numeralForm } from './numerals.ts';

const SMALL_WORDS = new Set('and the a an of in on for to with his her le la les el los und y et de'.split(' '));

/** What comparing reads off a key. */
export interface KeyForms {
  readonly isAscii: boolean;
  readonly loose: string;
  /** Its numbers in one spelling. */
  readonly numeral: string;
  readonly numbers: string;
  /** Single letters that stand alone, `a` aside, which is a word. */
  readonly initials: string;
  /** Its words in the order of the alphabet. */
  readonly sorted: string;
  /** Its words without the small ones. */
  readonly content: readonly string[];
  readonly contentText: string;
}

/** A row is compared with hundreds of keys, of which most come again with the next row. */
const MOST_KNOWN = 50_000;
const known = new Map<string, KeyForms>();

export function formsOf(key: string): KeyForms {
  const forms = known.get(key);
  if (forms !== undefined) return forms;
  if (known.size >= MOST_KNOWN) known.clear();
  const made = makeForms(key);
  known.set(key, made);
  return made;
}

function makeForms(key: string): KeyForms {
  const words = key.split(' ');
  const content = words.filter((word) => !SMALL_WORDS.has(word));
  return {
    isAscii: isAscii(key),
    loose: looseKey(key),
    numeral: numeralForm(key),
    numbers: numbersOf(key),
    initials: words.filter((word) => /^[b-z]$/.test(word)).join(' '),
    sorted: words.toSorted().join(' '),
    content,
    contentText: content.join(' '),
  };
}
