import {
  AMPERSAND,
  BANG,
  BYTE_CLASS,
  DIGIT_0,
  DIGIT_9,
  DOUBLE_QUOTE,
  EQUALS,
  GT,
  LINE_SPACE,
  LT,
  NAME,
  NAME_START,
  NEEDS_DECODING,
  QUESTION,
  SINGLE_QUOTE,
  SLASH,
  SPACE,
  TEXT_END,
} from './byte-class.ts';
import { decodeAttribute, decodeText } from './decode-text.ts';
import { INCOMPLETE, MalformedXml } from './faults.ts';
import { findName, hashStep, type KnownName } from './names.ts';

/** Numbers of so many digits are exact. */
const SAFE_DIGITS = 15;
const MAX_DEPTH = 64;
const MAX_ATTRIBUTES = 64;
const ATTRIBUTE_NEEDS_DECODING = NEEDS_DECODING | LINE_SPACE;

/**
 * Pulls elements out of a window of bytes. Whoever opened an element with `child()` ends it with one of `text()`,
 * `integer()`, `skip()` or by calling `child()` until it says false:
 *
 *     while (cursor.child()) {
 *       if (cursor.name === 'title') title = cursor.text();
 *       else cursor.skip();
 *     }
 *
 * Throws INCOMPLETE at the end of the window, MalformedXml at what is not XML.
 */
export class XmlCursor {
  /** Name of the element that was opened last; '' when nobody asks for it. */
  name: KnownName | '' = '';
  pos = 0;
  droppedReferences = 0;
  #bytes: Buffer = Buffer.alloc(0);
  /** The window as latin1: one character a byte, so that slices of ASCII cost no call. */
  #text = '';
  #end = 0;
  #depth = 0;
  #isEmpty = false;
  readonly #nameStart = new Int32Array(MAX_DEPTH);
  readonly #nameEnd = new Int32Array(MAX_DEPTH);
  #attributes = 0;
  readonly #attributeName: (KnownName | '')[] = new Array<KnownName | ''>(MAX_ATTRIBUTES).fill('');
  readonly #valueStart = new Int32Array(MAX_ATTRIBUTES);
  readonly #valueEnd = new Int32Array(MAX_ATTRIBUTES);
  readonly #valueClasses = new Int32Array(MAX_ATTRIBUTES);
  readonly #names: (KnownName | '')[] = new Array<KnownName | ''>(MAX_DEPTH).fill('');
  readonly #recordTag: KnownName;
  readonly #nestsIn: KnownName | null;

  /** A record that begins inside another one, unless in `nestsIn`, tells that the other has lost its end. */
  constructor(recordTag: KnownName, nestsIn: KnownName | null) {
    this.#recordTag = recordTag;
    this.#nestsIn = nestsIn;
  }

  get end(): number {
    return this.#end;
  }

  get depth(): number {
    return this.#depth;
  }

  /** Whether the element opened last is written `<name/>`. */
  get isEmpty(): boolean {
    return this.#isEmpty;
  }

  /** Takes the first `end` bytes; two more must be there, and are overwritten. */
  setWindow(bytes: Buffer, end: number): void {
    bytes[end] = LT;
    bytes[end + 1] = LT;
    this.#bytes = bytes;
    this.#end = end;
    this.#text = bytes.toString('latin1', 0, end);
    this.pos = 0;
    this.leave();
  }

  /** Forgets the open elements. */
  leave(): void {
    this.#depth = 0;
    this.#isEmpty = false;
  }

  /** Opens the element whose `<` is at `pos`. */
  open(): void {
    this.pos = this.#startTag(this.pos);
  }

  /** Opens the next child, or ends the element and says false. */
  child(): boolean {
    if (this.#isEmpty) return this.#closeEmpty();
    const bytes = this.#bytes;
    let p = this.pos;
    for (;;) {
      while (bytes[p] !== LT) p += 1;
      const next = bytes[p + 1];
      if (next === SLASH) {
        this.pos = this.#endTag(p);
        return false;
      }
      if (next !== BANG && next !== QUESTION) {
        this.pos = this.#startTag(p);
        return true;
      }
      p = this.afterMarkup(p);
    }
  }

  /** Ends the element and gives its own text, without that of its children. */
  text(): string {
    if (this.#isEmpty) {
      this.#closeEmpty();
      return '';
    }
    const bytes = this.#bytes;
    const start = this.pos;
    let p = start;
    let classes = 0;
    let c = BYTE_CLASS[bytes[p]!]!;
    while ((c & TEXT_END) === 0) {
      classes |= c;
      p += 1;
      c = BYTE_CLASS[bytes[p]!]!;
    }
    if (bytes[p + 1] !== SLASH) return this.#mixedText(start);
    this.pos = this.#endTag(p);
    if ((classes & NEEDS_DECODING) === 0) return this.#text.slice(start, p);
    return decodeText({ bytes, start, end: p, classes }, this);
  }

  /** Ends the element and gives its text as a number; null when it is not digits. */
  integer(): number | null {
    const bytes = this.#bytes;
    let p = this.pos;
    let value = 0;
    while (bytes[p]! >= DIGIT_0 && bytes[p]! <= DIGIT_9) {
      value = value * 10 + bytes[p]! - DIGIT_0;
      p += 1;
    }
    const length = p - this.pos;
    const isPlain = bytes[p] === LT && bytes[p + 1] === SLASH && length > 0 && length <= SAFE_DIGITS;
    if (!isPlain || this.#isEmpty) return parseInteger(this.text());
    this.pos = this.#endTag(p);
    return value;
  }

  /** Ends the element, whatever is in it. */
  skip(): void {
    const depth = this.#depth;
    while (this.#depth >= depth) this.child();
  }

  /** An attribute of the element opened last; '' when it is not there. Ask before reading on. */
  attribute(name: KnownName): string {
    for (let k = 0; k < this.#attributes; k += 1) {
      if (this.#attributeName[k] !== name) continue;
      const start = this.#valueStart[k]!;
      const end = this.#valueEnd[k]!;
      const classes = this.#valueClasses[k]!;
      if ((classes & ATTRIBUTE_NEEDS_DECODING) === 0) return this.#text.slice(start, end);
      return decodeAttribute({ bytes: this.#bytes, start, end, classes }, this);
    }
    return '';
  }

  integerAttribute(name: KnownName): number | null {
    return parseInteger(this.attribute(name));
  }

  /** Where the comment, CDATA section, instruction or declaration at `p` ends. */
  afterMarkup(p: number): number {
    const text = this.#text;
    if (text.startsWith('<?', p)) return this.#after('?>', p + 2);
    if (text.startsWith('<!--', p)) return this.#after('-->', p + 4);
    if (text.startsWith('<![CDATA[', p)) return this.#after(']]>', p + 9);
    if (!text.startsWith('<!DOCTYPE', p)) throw this.#fault(p + 8, 'a "<!" that begins nothing');
    const close = this.#after('>', p);
    const subset = text.indexOf('[', p);
    return subset >= 0 && subset < close ? this.#after(']>', subset) : close;
  }

  #after(mark: string, from: number): number {
    const at = this.#text.indexOf(mark, from);
    if (at < 0) throw INCOMPLETE;
    return at + mark.length;
  }

  #fault(at: number, message: string): Error {
    return at >= this.#end ? INCOMPLETE : new MalformedXml(message);
  }

  #closeEmpty(): false {
    this.#isEmpty = false;
    this.#depth -= 1;
    return false;
  }

  #startTag(p: number): number {
    const bytes = this.#bytes;
    const start = p + 1;
    let i = start;
    let hash = 0;
    let c = bytes[i]!;
    if ((BYTE_CLASS[c]! & NAME_START) === 0) throw this.#fault(i, 'a "<" that begins no element');
    while ((BYTE_CLASS[c]! & NAME) !== 0) {
      hash = hashStep(hash, c);
      i += 1;
      c = bytes[i]!;
    }
    if (i >= this.#end) throw INCOMPLETE;
    const name = findName(hash, bytes, start, i);
    const depth = this.#depth;
    if (depth >= MAX_DEPTH) throw new MalformedXml(`more than ${MAX_DEPTH} elements deep`);
    if (name === this.#recordTag && depth > 0 && this.#names[depth - 1] !== this.#nestsIn) {
      throw new MalformedXml(`<${name}> begins inside another record`);
    }
    this.name = name;
    this.#names[depth] = name;
    this.#nameStart[depth] = start;
    this.#nameEnd[depth] = i;
    this.#depth = depth + 1;
    this.#attributes = 0;
    return c === GT ? i + 1 : this.#restOfTag(i);
  }

  #restOfTag(from: number): number {
    const bytes = this.#bytes;
    let i = from;
    for (;;) {
      while ((BYTE_CLASS[bytes[i]!]! & SPACE) !== 0) i += 1;
      if (bytes[i] === GT) return i + 1;
      if (bytes[i] === SLASH) {
        if (bytes[i + 1] !== GT) throw this.#fault(i + 1, 'a "/" inside a tag');
        this.#isEmpty = true;
        return i + 2;
      }
      i = this.#attribute(i);
    }
  }

  #attribute(start: number): number {
    const bytes = this.#bytes;
    let i = start;
    let hash = 0;
    for (let c = bytes[i]!; (BYTE_CLASS[c]! & NAME) !== 0; c = bytes[i]!) {
      hash = hashStep(hash, c);
      i += 1;
    }
    const nameEnd = i;
    while ((BYTE_CLASS[bytes[i]!]! & SPACE) !== 0) i += 1;
    if (nameEnd === start || bytes[i] !== EQUALS) throw this.#fault(i, 'an attribute without a value');
    do i += 1;
    while ((BYTE_CLASS[bytes[i]!]! & SPACE) !== 0);
    const quote = bytes[i];
    if (quote !== DOUBLE_QUOTE && quote !== SINGLE_QUOTE) throw this.#fault(i, 'an attribute value without quotes');
    const from = i + 1;
    let classes = 0;
    for (i = from; bytes[i] !== quote; i += 1) {
      if (bytes[i] === LT) throw this.#fault(i, 'a "<" in an attribute');
      classes |= BYTE_CLASS[bytes[i]!]!;
    }
    const k = this.#attributes;
    if (k >= MAX_ATTRIBUTES) throw new MalformedXml(`more than ${MAX_ATTRIBUTES} attributes`);
    this.#attributeName[k] = findName(hash, bytes, start, nameEnd);
    this.#valueStart[k] = from;
    this.#valueEnd[k] = i;
    this.#valueClasses[k] = classes;
    this.#attributes = k + 1;
    return i + 1;
  }

  #endTag(p: number): number {
    const bytes = this.#bytes;
    const depth = this.#depth - 1;
    const start = this.#nameStart[depth]!;
    const length = this.#nameEnd[depth]! - start;
    let i = p + 2;
    for (let k = 0; k < length; k += 1, i += 1) {
      if (bytes[i] !== bytes[start + k])
        throw this.#fault(i, `</${this.#text.slice(start, start + length)}> is missing`);
    }
    while ((BYTE_CLASS[bytes[i]!]! & SPACE) !== 0) i += 1;
    if (bytes[i] !== GT) throw this.#fault(i, `</${this.#text.slice(start, start + length)}> is missing`);
    this.#depth = depth;
    return i + 1;
  }

  /** Text in pieces: CDATA sections, comments or child elements stand between. */
  #mixedText(from: number): string {
    const bytes = this.#bytes;
    let text = '';
    let p = from;
    for (;;) {
      const end = this.#text.indexOf('<', p);
      if (end < 0) throw INCOMPLETE;
      text += decodeText({ bytes, start: p, end, classes: NEEDS_DECODING }, this);
      const next = bytes[end + 1];
      if (next === SLASH) {
        this.pos = this.#endTag(end);
        return text;
      }
      if (next === BANG || next === QUESTION) {
        p = this.afterMarkup(end);
        if (!this.#text.startsWith('<![CDATA[', end)) continue;
        text += decodeText({ bytes, start: end + 9, end: p - 3, classes: NEEDS_DECODING & ~AMPERSAND }, this);
      } else {
        this.pos = this.#startTag(end);
        this.skip();
        p = this.pos;
      }
    }
  }
}

function parseInteger(text: string): number | null {
  if (text === '') return null;
  const value = Number(text);
  return Number.isSafeInteger(value) && /^\s*-?\d+\s*$/.test(text) ? value : null;
}
