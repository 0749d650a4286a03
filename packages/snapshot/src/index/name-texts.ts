import type { IndexFile, IndexWriter } from './index-file.ts';
import { u8 } from './number-column.ts';
import { PackedTexts, PackedTextsBuilder } from './packed-texts.ts';

const ROLE_BITS = 3;
const ROLE_MASK = (1 << ROLE_BITS) - 1;
/** How a name is spelled, above its role. From `earlier` on: as the name so many places before it under the key, and one more. */
const form = { heading: 0, text: 1, capitals: 2, article: 3, upper: 4, key: 5, earlier: 6 } as const;
const MOST_EARLIER = 256 / (1 << ROLE_BITS) - form.earlier;

const ARTICLE = 'The ';

/** A spelling that is made of the key alone. ASCII letters only, so that it is the same wherever it is read. */
function spell(how: number, key: string): string {
  if (how === form.key) return key;
  if (how === form.upper) return key.replace(/[a-z]/g, (letter) => letter.toUpperCase());
  return how === form.article ? ARTICLE + capitalise(key) : capitalise(key);
}

/** Each word's first letter large, if it is one of ASCII. */
function capitalise(key: string): string {
  let [text, copied, isFirst] = ['', 0, true];
  for (let at = 0; at < key.length; at += 1) {
    const unit = key.charCodeAt(at);
    if (isFirst && unit >= 0x61 && unit <= 0x7a) {
      text += key.slice(copied, at) + String.fromCharCode(unit - 0x20);
      copied = at + 1;
    }
    isFirst = unit === 0x20;
  }
  return text + key.slice(copied);
}

/** How a spelling is made of the key, or 0. */
function findForm(text: string, key: string): number {
  if (text.length === key.length) {
    if (isSpelled(text, 0, key, false)) return form.capitals;
    if (text === key) return form.key;
    return isSpelled(text, 0, key, true) ? form.upper : 0;
  }
  const hasArticle = text.length === key.length + ARTICLE.length && text.startsWith(ARTICLE);
  return hasArticle && isSpelled(text, ARTICLE.length, key, false) ? form.article : 0;
}

/** Whether the text from a place on is the key with every letter large, or only those that begin words. */
function isSpelled(text: string, from: number, key: string, isUpper: boolean): boolean {
  let isFirst = true;
  for (let at = 0; at < key.length; at += 1) {
    const unit = key.charCodeAt(at);
    const isLarge = (isUpper || isFirst) && unit >= 0x61 && unit <= 0x7a;
    if (text.charCodeAt(from + at) !== (isLarge ? unit - 0x20 : unit)) return false;
    isFirst = unit === 0x20;
  }
  return true;
}

/** Builds roles and spellings of names that come key by key. Most spellings follow from the key or stand under it already. */
export class NameTextsBuilder {
  readonly #roles = u8();
  readonly #texts = new PackedTextsBuilder();
  #key = '';
  #earlier: (string | null)[] = [];

  push(key: string, role: number, { text, isHeading }: { text: string; isHeading: boolean }): void {
    if (key !== this.#key) {
      this.#key = key;
      this.#earlier = [];
    }
    const made = findForm(text, key);
    const how = made !== 0 ? made : isHeading ? form.heading : this.#otherForm(text);
    // A heading is read from its artist, whoever else is called so.
    this.#earlier.push(how === form.heading ? null : text);
    this.#roles.push(role | (how << ROLE_BITS));
    this.#texts.push(how === form.text ? text : null);
  }

  write(name: string, writer: IndexWriter): void {
    writer.add(`${name}.role`, this.#roles.blocks());
    this.#texts.write(`${name}.text`, writer);
  }

  #otherForm(text: string): number {
    const back = this.#earlier.length - this.#earlier.lastIndexOf(text);
    return back <= Math.min(MOST_EARLIER, this.#earlier.length) ? form.earlier + back - 1 : form.text;
  }
}

export class NameTexts {
  readonly #roles: Uint8Array;
  readonly #texts: PackedTexts;
  #lastForm = -1;
  #lastKey = '';
  #lastText = '';

  constructor(file: IndexFile, name: string) {
    this.#roles = file.u8(`${name}.role`);
    this.#texts = new PackedTexts(file, `${name}.text`);
  }

  get length(): number {
    return this.#roles.length;
  }

  role(place: number): number {
    return (this.#roles[place] as number) & ROLE_MASK;
  }

  /** The spelling of a name under a key; null where it is the artist's heading and does not follow from the key. */
  text(place: number, key: string): string | null {
    let at = place;
    let how = (this.#roles[at] as number) >>> ROLE_BITS;
    while (how >= form.earlier && at > 0) {
      at -= how - form.earlier + 1;
      how = (this.#roles[at] as number) >>> ROLE_BITS;
    }
    if (how === form.heading) return null;
    return how === form.text ? this.#texts.get(at) : this.#spell(how, key);
  }

  /** Namesakes are spelled alike, and are read one after the other. */
  #spell(how: number, key: string): string {
    if (how !== this.#lastForm || key !== this.#lastKey)
      [this.#lastForm, this.#lastKey, this.#lastText] = [how, key, spell(how, key)];
    return this.#lastText;
  }
}
