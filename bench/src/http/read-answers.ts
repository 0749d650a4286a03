const BREAK = 0x0a;
const LONGEST_ID = 32;

/** Counts lines of answers as they come, and holds each to be the next row's: nothing is kept of a line but its beginning. */
export class AnswerCounter {
  rows = 0;
  #head = '';
  #expected = '{"library_id":1,';

  /** Throws Error at a line that is not the answer to the next row. */
  add(chunk: Buffer): void {
    for (let start = 0; start < chunk.length; ) {
      const end = chunk.indexOf(BREAK, start);
      const until = end < 0 ? chunk.length : end;
      if (this.#head.length < LONGEST_ID) {
        this.#head += chunk.toString('latin1', start, Math.min(until, start + LONGEST_ID));
      }
      if (end < 0) return;
      if (!this.#head.startsWith(this.#expected)) throw new Error(`row ${this.rows + 1} was answered by ${this.#head}`);
      this.rows += 1;
      this.#expected = `{"library_id":${this.rows + 1},`;
      this.#head = '';
      start = end + 1;
    }
  }
}
