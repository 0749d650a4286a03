/** After so many failures in a row nobody is asked for a while. */
const FAILURES = 5;

/** Remembers that an endpoint is down, so that a thousand rows do not each wait for it. */
export class Outage {
  readonly #pauseMs: number;
  #failures = 0;
  #until = 0;

  constructor(pauseMs: number) {
    this.#pauseMs = pauseMs;
  }

  /** While it lasts no question is asked; the first failure after it begins another. */
  get lasts(): boolean {
    return performance.now() < this.#until;
  }

  noteFailure(): void {
    this.#failures += 1;
    if (this.#failures >= FAILURES) this.#until = performance.now() + this.#pauseMs;
  }

  noteAnswer(): void {
    this.#failures = 0;
  }
}
