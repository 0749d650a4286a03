/** What stands beside a byte: nothing of a word, a letter of ASCII by case, a digit, or another byte above ASCII. */
const neighbour = { border: 0, lower: 1, upper: 2, digit: 3, high: 4 } as const;
const kinds = 5;

export type SingleByteEncoding = 'windows-1252' | 'macintosh';

const common = new Set('éèêëáàâäãåçíìîïñóòôöõøúùûüæœßÉÅÄÖØÜÁÍÓÚÇÑÆ');
const rare = new Set('ðþýÿšžÐÞÝŠŽŸıÀÈÊËÂÃÌÎÏÒÔÕÙÛŒ');
const openingMarks = new Set('“‘«¿¡');
const closingMarks = new Set('”’»');
const plainMarks = new Set('–—…°®™©ºª½¼¾²³£¥•·¹\u00A0');

/**
 * Counts which bytes above ASCII stand beside what, and says which reading of them looks like words:
 *
 * | byte, where | Windows-1252 | Mac Roman |
 * |---|---|---|
 * | 8E in `Beyonc_` | BeyoncŽ | Beyoncé |
 * | E9 in `Beyonc_` | Beyoncé | BeyoncÈ |
 * | D5 in `don_t` | donÕt | don’t |
 */
export class LetterCounts {
  private readonly counts = new Uint32Array(128 * kinds * kinds);

  add(before: number, byte: number, after: number): void {
    const place = ((byte - 128) * kinds + neighbourOf(before)) * kinds + neighbourOf(after);
    this.counts[place]! += 1;
  }

  /** Share of these bytes that follow another one: next to none in Latin scripts, most in all others. */
  shareInRuns(): number {
    let seen = 0;
    let inRuns = 0;
    for (const [place, count] of this.counts.entries()) {
      seen += count;
      if (Math.floor(place / kinds) % kinds === neighbour.high) inRuns += count;
    }
    return seen === 0 ? 0 : inRuns / seen;
  }

  /** How much a reading looks like words: the mean of the marks of all bytes seen, about 1 for plain text. */
  rate(encoding: SingleByteEncoding): number {
    let total = 0;
    let seen = 0;
    for (let byte = 0; byte < 128; byte += 1) {
      const character = decodeByte(byte + 128, encoding);
      for (let before = 0; before < kinds; before += 1) {
        for (let after = 0; after < kinds; after += 1) {
          const count = this.counts[(byte * kinds + before) * kinds + after]!;
          if (count === 0) continue;
          total += count * rateCharacter(character, before, after);
          seen += count;
        }
      }
    }
    return seen === 0 ? 0 : total / seen;
  }
}

function neighbourOf(byte: number): number {
  if (byte >= 128) return neighbour.high;
  if (byte >= 97 && byte <= 122) return neighbour.lower;
  if (byte >= 65 && byte <= 90) return neighbour.upper;
  if (byte >= 48 && byte <= 57) return neighbour.digit;
  return neighbour.border;
}

const decoders = {
  'windows-1252': new TextDecoder('windows-1252'),
  macintosh: new TextDecoder('macintosh'),
} as const;

function decodeByte(byte: number, encoding: SingleByteEncoding): string {
  return decoders[encoding].decode(Uint8Array.of(byte));
}

function rateCharacter(character: string, before: number, after: number): number {
  const weight = common.has(character) ? 1 : rare.has(character) ? 0.4 : 0;
  if (weight > 0) {
    const place = /\p{Lu}/u.test(character) ? rateCapital(before, after) : rateSmall(before, after);
    return place > 0 ? place * weight : place;
  }
  return rateMark(character, before, after);
}

function rateSmall(before: number, after: number): number {
  if (before === neighbour.digit || after === neighbour.upper) return -0.5;
  if (before === neighbour.lower) return 1;
  if (before === neighbour.upper || before === neighbour.high) return after === neighbour.border ? 0.5 : 0.8;
  return after === neighbour.lower || after === neighbour.high ? 0.7 : 0.2;
}

function rateCapital(before: number, after: number): number {
  if (before === neighbour.lower || before === neighbour.digit) return -2;
  if (before === neighbour.upper) return after === neighbour.lower ? -0.5 : 1;
  if (after === neighbour.upper) return 1;
  return before === neighbour.border && after === neighbour.lower ? 1 : 0;
}

function rateMark(character: string, before: number, after: number): number {
  const isLetter = (kind: number) => kind === neighbour.lower || kind === neighbour.upper;
  const inside = isLetter(before) && isLetter(after);
  if (character === '’' && inside) return 1;
  if (openingMarks.has(character)) return isLetter(before) ? -1 : 0.5;
  if (closingMarks.has(character)) return isLetter(before) && !isLetter(after) ? 0.5 : -0.3;
  if (plainMarks.has(character)) return inside ? -0.3 : 0.3;
  return inside ? -2 : /\p{Cc}/u.test(character) ? -3 : -1;
}
