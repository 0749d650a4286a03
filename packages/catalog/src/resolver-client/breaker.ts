export type BreakerState = 'closed' | 'open' | 'half_open';

/** What a call showed of the resolver. A caller who gave up shows nothing. */
export type Health = 'healthy' | 'failing' | 'unknown';

export interface BreakerOptions {
  readonly failures: number;
  readonly openMs: number;
  readonly onChange?: (state: BreakerState) => void;
}

export interface Passage {
  /** False once the breaker has moved on: what this call finds out counts for nothing. */
  readonly current: boolean;
  settle(health: Health): void;
}

/**
 * Lets nobody through for a while after failures in a row, then exactly one.
 * cockatiel's makes others wait for the probe, and takes a probe that its caller aborted for a success.
 */
export class Breaker {
  readonly #options: BreakerOptions;
  #state: BreakerState = 'closed';
  #failures = 0;
  #reopensAt = 0;
  // Counts changes of state, so that calls from before a change cannot decide what comes after.
  #era = 0;

  constructor(options: BreakerOptions) {
    this.#options = options;
  }

  get state(): BreakerState {
    return this.#state;
  }

  /** Null sheds the call. Every passage must be settled. */
  enter(): Passage | null {
    if (this.#state === 'half_open') return null;
    if (this.#state === 'open') {
      if (performance.now() < this.#reopensAt) return null;
      this.#change('half_open');
    }
    return this.#makePassage(this.#era);
  }

  #makePassage(era: number): Passage {
    const isCurrent = () => era === this.#era;
    let settled = false;
    return {
      get current() {
        return isCurrent();
      },
      settle: (health) => {
        if (settled || !isCurrent()) return;
        settled = true;
        this.#note(health);
      },
    };
  }

  #note(health: Health): void {
    if (health === 'healthy') {
      this.#failures = 0;
      if (this.#state === 'half_open') this.#change('closed');
    } else if (health === 'failing') {
      this.#failures += 1;
      if (this.#state === 'half_open' || this.#failures >= this.#options.failures) this.#open();
    } else if (this.#state === 'half_open') {
      // The probe told nothing: the next call is one.
      this.#change('open');
    }
  }

  #open(): void {
    this.#failures = 0;
    this.#reopensAt = performance.now() + this.#options.openMs;
    this.#change('open');
  }

  #change(state: BreakerState): void {
    this.#state = state;
    this.#era += 1;
    this.#options.onChange?.(state);
  }
}
