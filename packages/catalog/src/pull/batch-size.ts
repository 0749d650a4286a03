/** How many rows to ask about at once: halved by every strain, doubled back after a few calls without one. */
export class BatchSize {
  readonly #most: number;
  #current: number;
  #calm = 0;

  constructor(most: number) {
    this.#most = most;
    this.#current = most;
  }

  get current(): number {
    return this.#current;
  }

  observe(strained: boolean): void {
    this.#calm = strained ? 0 : this.#calm + 1;
    if (strained) this.#current = Math.max(1, Math.floor(this.#current / 2));
    else if (this.#calm >= 3 && this.#current < this.#most) {
      this.#current = Math.min(this.#most, this.#current * 2);
      this.#calm = 0;
    }
  }
}
