import { isUtf8 } from 'node:buffer';
import { findControlByte, isControlByte } from './control-bytes.ts';
import { openTail, readSequence } from './utf8.ts';

/** From position `at` of the clean stream on, the raw stream is `shift` bytes further than before. */
interface Edit {
  readonly at: number;
  readonly shift: number;
}

const REPLACEMENT = Buffer.from('\ufffd');

/**
 * Lets only valid UTF-8 without control characters pass, so that nothing after it meets either.
 * Clean chunks, nearly all of them, go through as they are.
 */
export class ByteCleaner {
  controlCharacters = 0;
  invalidSequences = 0;
  #tail: Buffer = Buffer.alloc(0);
  /** Bytes given out so far. */
  #passed = 0;
  #edits: Edit[] = [];

  clean(chunk: Uint8Array): Buffer {
    let bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    if (this.#tail.length > 0) bytes = Buffer.concat([this.#tail, bytes]);
    const open = openTail(bytes);
    this.#tail = Buffer.from(bytes.subarray(bytes.length - open));
    return this.#pass(bytes.subarray(0, bytes.length - open));
  }

  /** Whether bytes are held back whose character may still become whole. */
  get isInCharacter(): boolean {
    return this.#tail.length > 0;
  }

  /** What was held back: the beginning of a character that never ended. */
  end(): Buffer {
    const tail = this.#tail;
    this.#tail = Buffer.alloc(0);
    return this.#pass(tail);
  }

  /** Offset in the raw stream of an offset in the clean one. Offsets below `forget` are not asked for again. */
  rawOffset(offset: number): number {
    let shift = 0;
    for (const edit of this.#edits) if (edit.at <= offset) shift += edit.shift;
    return offset + shift;
  }

  forget(below: number): void {
    if (this.#edits.length < 2) return;
    const gone = this.#edits.filter((edit) => edit.at <= below);
    const rest = this.#edits.slice(gone.length);
    this.#edits = [{ at: 0, shift: gone.reduce((sum, edit) => sum + edit.shift, 0) }, ...rest];
  }

  #pass(bytes: Buffer): Buffer {
    const isClean = isUtf8(bytes) && findControlByte(bytes, 0) < 0;
    const clean = isClean ? bytes : this.#repair(bytes);
    this.#passed += clean.length;
    return clean;
  }

  #repair(bytes: Buffer): Buffer {
    const parts: Buffer[] = [];
    let written = 0;
    let from = 0;
    const cut = (at: number, length: number, by: Buffer | null) => {
      parts.push(bytes.subarray(from, at));
      written += at - from;
      if (by !== null) parts.push(by);
      written += by?.length ?? 0;
      from = at + length;
      this.#edits.push({ at: this.#passed + written, shift: length - (by?.length ?? 0) });
    };
    for (let at = 0; at < bytes.length; ) {
      const { length, valid } = readSequence(bytes, at);
      if (!valid) {
        cut(at, length, REPLACEMENT);
        this.invalidSequences += 1;
      } else if (length === 1 && isControlByte(bytes[at]!)) {
        cut(at, 1, null);
        this.controlCharacters += 1;
      }
      at += length;
    }
    parts.push(bytes.subarray(from));
    return Buffer.concat(parts);
  }
}
