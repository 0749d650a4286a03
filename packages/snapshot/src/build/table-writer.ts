import { once } from 'node:events';
import { createWriteStream, type WriteStream } from 'node:fs';
import type { Value } from '@deadwax/sources/source';
import { RowText } from './row-text.ts';

const CHUNK_BYTES = 1 << 18;

/** Writes rows as CSV to one staging file. */
export class TableWriter {
  readonly path: string;
  #written = 0;
  readonly #stream: WriteStream;
  readonly #rows = new RowText(CHUNK_BYTES * 2);
  #failure: Error | null = null;

  constructor(path: string) {
    this.path = path;
    this.#stream = createWriteStream(path);
    this.#stream.on('error', (error) => {
      this.#failure = error;
    });
  }

  get bytes(): number {
    return this.#written + this.#rows.length;
  }

  row(sequence: number, values: readonly Value[]): void {
    this.#rows.add(sequence, values);
    if (this.#rows.length > CHUNK_BYTES) this.#flush();
  }

  /** Resolves when what was written is below the stream's high-water mark. */
  async drain(): Promise<void> {
    if (this.#failure) throw this.#failure;
    if (this.#stream.writableNeedDrain) await once(this.#stream, 'drain');
  }

  async close(): Promise<void> {
    this.#flush();
    if (this.#failure) throw this.#failure;
    await new Promise<void>((resolve, reject) => {
      this.#stream.once('error', reject);
      this.#stream.end(resolve);
    });
  }

  /** Gives the file up without waiting for what is still buffered. */
  destroy(): void {
    this.#stream.destroy();
  }

  #flush(): void {
    if (this.#rows.length === 0) return;
    const bytes = this.#rows.take();
    this.#written += bytes.length;
    this.#stream.write(bytes);
  }
}
