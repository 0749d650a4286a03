const NEWLINE = 0x0a;

export interface Line {
  /** Without the newline. Empty when the line was too long to keep. */
  readonly bytes: Buffer;
  /** Where the line begins in the unpacked file. */
  readonly offset: number;
  /** False for a last line that no newline ends. */
  readonly terminated: boolean;
  readonly tooLong: boolean;
}

export interface LineSplitterOptions {
  readonly onLine: (line: Line) => void;
  /** Longer lines are passed over, their bytes not kept. */
  readonly maxLineBytes: number;
}

/** Cuts chunks of bytes into lines, however long; a line within one chunk is not copied. */
export class LineSplitter {
  readonly #options: LineSplitterOptions;
  #pieces: Buffer[] = [];
  #length = 0;
  #offset = 0;

  constructor(options: LineSplitterOptions) {
    this.#options = options;
  }

  push(chunk: Uint8Array): void {
    const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    let start = 0;
    for (;;) {
      const end = bytes.indexOf(NEWLINE, start);
      if (end === -1) break;
      this.#keep(bytes.subarray(start, end));
      this.#emit(true);
      start = end + 1;
    }
    this.#keep(bytes.subarray(start));
  }

  /** Passes on what stands after the last newline. */
  end(): void {
    if (this.#length > 0) this.#emit(false);
  }

  #keep(piece: Buffer): void {
    if (piece.length === 0) return;
    this.#length += piece.length;
    if (this.#length <= this.#options.maxLineBytes) this.#pieces.push(piece);
    else this.#pieces = [];
  }

  #emit(terminated: boolean): void {
    const [first] = this.#pieces;
    const bytes = this.#pieces.length === 1 && first !== undefined ? first : Buffer.concat(this.#pieces);
    const tooLong = this.#length > this.#options.maxLineBytes;
    const offset = this.#offset;
    this.#offset += this.#length + (terminated ? 1 : 0);
    this.#pieces = [];
    this.#length = 0;
    this.#options.onLine({ bytes, offset, terminated, tooLong });
  }
}
