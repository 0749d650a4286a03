import { isAscii } from '../normalise/ascii.ts';
import { looseKey } from '../normalise/loose-key.ts';
import { numbersOf, numeralForm } from './numerals.ts';
import { type Letters, lettersOf } from './tell-apart.ts';

const SMALL_WORDS = new Set('and the a an of in on for to with his her le la les el los und y et de'.split(' '));

/** What comparing reads off a key, each form when it is first asked for: most keys are told apart by the first. */
export class KeyForms {
  readonly isAscii: boolean;
  readonly #key: string;
  #words: readonly string[] | null = null;
  #loose: string | null = null;
  #numeral: string | null = null;
  #numbers: string | null = null;
  #initials: string | null = null;
  #sorted: string | null = null;
  #content: readonly string[] | null = null;
  #contentText: string | null = null;
  #letters: Letters | null | undefined;

  constructor(key: string) {
    this.#key = key;
    this.isAscii = isAscii(key);
  }

  get words(): readonly string[] {
    this.#words ??= this.#key.split(' ');
    return this.#words;
  }

  get loose(): string {
    this.#loose ??= looseKey(this.#key);
    return this.#loose;
  }

  /** The key with its numbers in one spelling. */
  get numeral(): string {
    this.#numeral ??= numeralForm(this.#key);
    return this.#numeral;
  }

  get numbers(): string {
    this.#numbers ??= numbersOf(this.#key);
    return this.#numbers;
  }

  /** Single letters that stand alone, `a` aside, which is a word. */
  get initials(): string {
    this.#initials ??= this.words.filter((word) => word.length === 1 && /^[b-z]$/.test(word)).join(' ');
    return this.#initials;
  }

  /** Its words in the order of the alphabet. */
  get sorted(): string {
    this.#sorted ??= this.words.toSorted().join(' ');
    return this.#sorted;
  }

  /** Its words without the small ones. */
  get content(): readonly string[] {
    this.#content ??= this.words.filter((word) => !SMALL_WORDS.has(word));
    return this.#content;
  }

  get contentText(): string {
    this.#contentText ??= this.content.join(' ');
    return this.#contentText;
  }

  get letters(): Letters | null {
    if (this.#letters === undefined) this.#letters = lettersOf(this.#key, this);
    return this.#letters;
  }
}

/** A row is compared with hundreds of keys, of which most come again with the next row. */
const MOST_KNOWN = 50_000;
const known = new Map<string, KeyForms>();

export function formsOf(key: string): KeyForms {
  const forms = known.get(key);
  if (forms !== undefined) return forms;
  if (known.size >= MOST_KNOWN) known.clear();
  const made = new KeyForms(key);
  known.set(key, made);
  return made;
}

let lastKey = '';
let lastForms = new KeyForms(lastKey);

/** The same for one key that is compared with many others, one after the other. */
export function formsOfCompared(key: string): KeyForms {
  if (key !== lastKey) [lastKey, lastForms] = [key, formsOf(key)];
  return lastForms;
}
