import { once } from 'node:events';
import { createWriteStream, type WriteStream } from 'node:fs';
import type { Value } from '@deadwax/sources/source';

const CHUNK_CHARACTERS = 1 << 18;

/** Formats rows as CSV and writes them to one staging file. Null is an empty field, an empty string is `""`. */
export class TableWriter {
  readonly path: string;
  bytes = 0;
  readonly #stream: WriteStream;
  #text = '';
  #failure: Error | null = null;

  constructor(path: string) {
    this.path = path;
    this.#stream = createWriteStream(path);
    this.#stream.on('error', (error) => {
      this.#failure = error;
    });
  }

  row(sequence: number, values: readonly Value[]): void {
    let line = String(sequence);
    for (const value of values) {
      if (value === null) line += ',';
      else if (typeof value === 'string')
        line += value.includes('"') ? `,"${value.replaceAll('"', '""')}"` : `,"${value}"`;
      else line += `,${value}`;
    }
    this.#text += `${line}\n`;
    if (this.#text.length > CHUNK_CHARACTERS) this.#flush();
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
    if (this.#text === '') return;
    const bytes = Buffer.from(this.#text);
    this.bytes += bytes.length;
    this.#stream.write(bytes);
    this.#text = '';
  }
}
