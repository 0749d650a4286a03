import { createWriteStream, type WriteStream } from 'node:fs';
import type { Quarantine, QuarantinedRecord } from '@deadwax/sources/quarantine';

/** Writes quarantined records as NDJSON, creating the file at the first one. */
export class QuarantineFile implements Quarantine {
  readonly path: string;
  count = 0;
  readonly #source: string;
  #stream: WriteStream | null = null;
  #failure: Error | null = null;

  constructor(path: string, source: string) {
    this.path = path;
    this.#source = source;
  }

  add(record: QuarantinedRecord): void {
    this.count += 1;
    if (!this.#stream) {
      this.#stream = createWriteStream(this.path);
      this.#stream.on('error', (error) => {
        this.#failure = error;
      });
    }
    this.#stream.write(`${JSON.stringify({ source: this.#source, ...record })}\n`);
  }

  async close(): Promise<void> {
    const stream = this.#stream;
    if (!stream) return;
    await new Promise<void>((resolve) => stream.end(resolve));
    if (this.#failure) throw this.#failure;
  }
}
