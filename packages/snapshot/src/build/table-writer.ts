import { once } from 'node:events';
import { createWriteStream, type WriteStream } from 'node:fs';

/** Writes rows, which are CSV, to one staging file. */
export class TableWriter {
  readonly path: string;
  #written = 0;
  readonly #stream: WriteStream;
  #failure: Error | null = null;

  constructor(path: string) {
    this.path = path;
    this.#stream = createWriteStream(path, { highWaterMark: 1 << 20 });
    this.#stream.on('error', (error) => {
      this.#failure = error;
    });
  }

  get bytes(): number {
    return this.#written;
  }

  write(rows: Uint8Array): void {
    this.#written += rows.length;
    this.#stream.write(rows);
  }

  /** Resolves when what was written is below the stream's high-water mark. */
  async drain(): Promise<void> {
    if (this.#failure) throw this.#failure;
    if (this.#stream.writableNeedDrain) await once(this.#stream, 'drain');
  }

  async close(): Promise<void> {
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
}
