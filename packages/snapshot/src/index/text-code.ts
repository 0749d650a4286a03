/**
 * Short texts coded by a table of up to 255 pieces of one to eight bytes that come often in them: a byte for each piece, so that
 * any text is decoded by itself. What no piece begins is written behind ESCAPE as it is. After FSST (Boncz, Neumann, Leis 2020).
 */
const ESCAPE = 255;
const LONGEST = 8;
const ROUNDS = 5;
/** The sample is so much of the whole, but neither less nor more than these bytes. */
const SAMPLE_SHARE = 1 / 256;
const LEAST_SAMPLE = 1 << 13;
const MOST_SAMPLE = 1 << 16;
const SAMPLE_RUN = 1 << 8;

/** The pieces by code: where each begins in `bytes`, and where the last one ends. */
export interface TextCode {
  readonly starts: Uint16Array;
  readonly bytes: Uint8Array;
}

/** Learns the pieces that shorten these bytes most, from stretches of them. The same bytes give the same table. */
export function learnTextCode(blocks: readonly Uint8Array[]): TextCode {
  const sample = takeSample(blocks);
  let pieces: Uint8Array[] = [];
  for (let round = 0; round < ROUNDS; round += 1) pieces = improve(pieces, sample);
  const starts = new Uint16Array(pieces.length + 1);
  for (const [code, piece] of pieces.entries()) starts[code + 1] = (starts[code] as number) + piece.length;
  return { starts, bytes: Buffer.concat(pieces) };
}

function takeSample(blocks: readonly Uint8Array[]): Uint8Array {
  const all = blocks.reduce((sum, { length }) => sum + length, 0);
  const wanted = Math.max(LEAST_SAMPLE, Math.min(MOST_SAMPLE, all * SAMPLE_SHARE));
  if (all <= wanted) return Buffer.concat(blocks);
  const step = Math.ceil((all / wanted) * SAMPLE_RUN);
  const runs: Uint8Array[] = [];
  let next = 0;
  let before = 0;
  for (const block of blocks) {
    for (; next < before + block.length; next += step)
      runs.push(block.subarray(next - before, next - before + SAMPLE_RUN));
    before += block.length;
  }
  return Buffer.concat(runs);
}

/** Codes the sample by the pieces so far; the best of these and of what is made of two that follow each other are the next ones. */
function improve(pieces: readonly Uint8Array[], sample: Uint8Array): Uint8Array[] {
  const matcher = new PieceMatcher(pieces);
  const gains = new Map<string, number>();
  const add = (start: number, end: number) => {
    const piece = Buffer.from(sample.subarray(start, end)).toString('latin1');
    gains.set(piece, (gains.get(piece) ?? 0) + (end - start));
  };
  let [before, start] = [-1, 0];
  while (start < sample.length) {
    const end = start + Math.max(1, matcher.match(sample, start, sample.length));
    add(start, end);
    // A byte is counted by itself too, or pieces could never be taken apart again.
    if (end > start + 1) add(start, start + 1);
    if (before >= 0 && end - before <= LONGEST) add(before, end);
    [before, start] = [start, end];
  }
  return [...gains]
    .sort(([a, gain], [b, other]) => other - gain || (a < b ? -1 : 1))
    .slice(0, ESCAPE)
    .map(([piece]) => Buffer.from(piece, 'latin1'));
}

/** Finds the longest piece at a place: a tree of bytes, all its nodes in one array. */
class PieceMatcher {
  readonly #next: Uint16Array;
  /** The code of the piece that ends at a node, from 1. */
  readonly #codes: Uint16Array;
  code = 0;

  constructor(pieces: readonly Uint8Array[]) {
    const nodes = pieces.reduce((sum, { length }) => sum + length, 1);
    this.#next = new Uint16Array(nodes * 256);
    this.#codes = new Uint16Array(nodes);
    let used = 1;
    for (const [code, piece] of pieces.entries()) {
      let node = 0;
      for (const byte of piece) {
        if (this.#next[node * 256 + byte] === 0) this.#next[node * 256 + byte] = used++;
        node = this.#next[node * 256 + byte] as number;
      }
      this.#codes[node] = code + 1;
    }
  }

  /** Bytes of the longest piece that the bytes from `start` on begin with, 0 for none; `code` is its code then. */
  match(bytes: Uint8Array, start: number, end: number): number {
    let [node, length] = [0, 0];
    for (let at = start; at < end; at += 1) {
      node = this.#next[node * 256 + (bytes[at] as number)] as number;
      if (node === 0) break;
      const code = this.#codes[node] as number;
      if (code === 0) continue;
      this.code = code - 1;
      length = at + 1 - start;
    }
    return length;
  }
}

export class TextEncoding {
  readonly #matcher: PieceMatcher;

  constructor({ starts, bytes }: TextCode) {
    this.#matcher = new PieceMatcher(
      Array.from({ length: starts.length - 1 }, (_, at) => bytes.subarray(starts[at], starts[at + 1])),
    );
  }

  /** Writes the code of what stands from `start` to `end` to `into` at `at`, at most twice as long; where it ends. */
  encode(bytes: Uint8Array, [start, end]: readonly [number, number], into: Uint8Array, at: number): number {
    const matcher = this.#matcher;
    let to = at;
    for (let from = start; from < end; ) {
      const length = matcher.match(bytes, from, end);
      if (length === 0) {
        into[to++] = ESCAPE;
        into[to++] = bytes[from] as number;
        from += 1;
      } else {
        into[to++] = matcher.code;
        from += length;
      }
    }
    return to;
  }
}

/** Bytes that a coded text of so many bytes may have. */
export function mostDecoded(coded: number): number {
  return coded * LONGEST;
}

/** Writes the text whose code stands from `start` to `end` to `into`; its length. */
export function decodeText(
  code: TextCode,
  bytes: Uint8Array,
  [start, end]: readonly [number, number],
  into: Uint8Array,
): number {
  let to = 0;
  for (let at = start; at < end; at += 1) {
    const byte = bytes[at] as number;
    if (byte === ESCAPE) {
      at += 1;
      into[to++] = bytes[at] as number;
      continue;
    }
    const stop = code.starts[byte + 1] as number;
    for (let from = code.starts[byte] as number; from < stop; from += 1) into[to++] = code.bytes[from] as number;
  }
  return to;
}
