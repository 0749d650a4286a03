import { GrowingUint32 } from './growing.ts';
import type { IndexWriter } from './index-file.ts';

/** Builds `<name>.start` (n + 1): where each owner's run of rows begins. Owners arrive in ascending order. */
export class RunStarts {
  readonly #starts = new GrowingUint32();
  #rows = 0;

  /** Notes that the next row belongs to `owner`. */
  add(owner: number): void {
    while (this.#starts.length <= owner) this.#starts.push(this.#rows);
    this.#rows += 1;
  }

  write(name: string, owners: number, writer: IndexWriter): void {
    while (this.#starts.length <= owners) this.#starts.push(this.#rows);
    writer.add(`${name}.start`, this.#starts.finish());
  }
}
