import type { KeyForms } from './key-forms.ts';

/** Texts that share less of their letters than this are alike neither letter by letter nor word by word. */
const LEAST_SHARED = 0.72;
const LIMIT = 128;
const SPACE = 0x20;
/** Words from this length on are one word with a slip in it. */
const SLIPS_FROM = 6;

/** What telling a key from others needs of it; null for a key that holds numbers or letters beyond ASCII. */
export interface Letters {
  readonly length: number;
  /** How many there are, spaces aside. */
  readonly count: number;
  readonly spaces: number;
  readonly histogram: Int8Array;
  /** Hashes of its words, small ones aside. */
  readonly words: Int32Array;
  /** Letters that a text must share to hold every word with a slip each; infinite where a word is too short for one. */
  readonly whole: number;
}

export function lettersOf(key: string, forms: Pick<KeyForms, 'isAscii' | 'numbers' | 'content'>): Letters | null {
  if (!forms.isAscii || forms.numbers !== '' || forms.content.length === 0 || key.length >= LIMIT) return null;
  const histogram = new Int8Array(LIMIT);
  let spaces = 0;
  for (let at = 0; at < key.length; at += 1) {
    const code = key.charCodeAt(at);
    if (code === SPACE) spaces += 1;
    else histogram[code] = (histogram[code] as number) + 1;
  }
  const isLong = forms.content.every((word) => word.length >= SLIPS_FROM);
  return {
    length: key.length,
    count: key.length - spaces,
    spaces,
    histogram,
    words: Int32Array.from(forms.content, hashWord),
    whole: isLong ? forms.content.reduce((sum, word) => sum + word.length - 1, 0) : Number.POSITIVE_INFINITY,
  };
}

function hashWord(word: string): number {
  let hash = 0;
  for (let at = 0; at < word.length; at += 1) hash = addToHash(hash, word.charCodeAt(at));
  return hash;
}

function addToHash(hash: number, code: number): number {
  return (Math.imul(hash, 31) + code) | 0;
}

const free = new Int8Array(LIMIT);

/** A text as it is read: the letters it shares, its spaces, and what its long words hold. */
interface Read {
  shared: number;
  spaces: number;
  /** As `whole` of Letters, small words not known from others. */
  whole: number;
}

const read: Read = { shared: 0, spaces: 0, whole: 0 };

/** Whether two keys are sure to be different: no word in common, and too few letters to be alike. Never wrong, often silent. */
export function areFarApart(a: Letters, b: string): boolean {
  if (!readAgainst(a, b)) return false;
  const { shared, spaces, whole } = read;
  const longest = Math.max(a.length, b.length);
  const count = b.length - spaces;
  const common = shared + Math.min(spaces, a.spaces);
  return (
    shared < a.count &&
    shared < count &&
    longest - common > 2 &&
    common < LEAST_SHARED * longest - 1e-6 &&
    2 * shared < LEAST_SHARED * (a.count + count) - 1e-6 &&
    shared < a.whole &&
    shared < whole
  );
}

/** False where the text has a word of the key, or cannot be read so. */
function readAgainst({ histogram, words }: Letters, text: string): boolean {
  free.set(histogram);
  const textLength = text.length;
  let [shared, spaces, whole] = [0, 0, 0];
  let [hash, length] = [0, 0];
  for (let at = 0; at <= textLength; at += 1) {
    const code = at < textLength ? text.charCodeAt(at) : SPACE;
    if (code >= LIMIT) return false;
    if (code !== SPACE) {
      const left = free[code] as number;
      if (left > 0) {
        shared += 1;
        free[code] = left - 1;
      }
      hash = addToHash(hash, code);
      length += 1;
      continue;
    }
    if (words.includes(hash)) return false;
    if (length >= SLIPS_FROM) whole += length - 1;
    else if (length === SLIPS_FROM - 1) whole = Number.POSITIVE_INFINITY;
    if (at < textLength) spaces += 1;
    [hash, length] = [0, 0];
  }
  read.shared = shared;
  read.spaces = spaces;
  read.whole = whole === 0 ? Number.POSITIVE_INFINITY : whole;
  return true;
}
