export interface LimiterOptions {
  readonly maxConcurrent: number;
  /** Null does not count. */
  readonly maxPerMinute: number | null;
}

export interface Permit {
  /** Safe to call again. */
  release(): void;
}

interface Waiter {
  readonly admit: (permit: Permit) => void;
}

/** Caps requests at once and by the minute. Waiters stand in one line that only `#admitNext` shortens, so none overshoot. */
export class Limiter {
  readonly #maxConcurrent: number;
  readonly #bucket: TokenBucket | null;
  readonly #waiters = new Set<Waiter>();
  #active = 0;
  #refill: NodeJS.Timeout | undefined;

  constructor({ maxConcurrent, maxPerMinute }: LimiterOptions) {
    this.#maxConcurrent = maxConcurrent;
    this.#bucket = maxPerMinute === null ? null : new TokenBucket(maxPerMinute);
  }

  get active(): number {
    return this.#active;
  }

  get queued(): number {
    return this.#waiters.size;
  }

  /** Waits at most so long. A waiter that gives up leaves the line. */
  acquire(maxWaitMs: number, signal?: AbortSignal): Promise<Permit | 'saturated' | 'aborted'> {
    return new Promise((resolve) => {
      if (signal?.aborted) return resolve('aborted');
      const leave = (outcome: Permit | 'saturated' | 'aborted') => {
        clearTimeout(patience);
        signal?.removeEventListener('abort', onAbort);
        this.#waiters.delete(waiter);
        if (this.#waiters.size === 0) this.#stopRefill();
        resolve(outcome);
      };
      const waiter: Waiter = { admit: leave };
      const onAbort = () => leave('aborted');
      const patience = setTimeout(() => leave('saturated'), Math.max(0, maxWaitMs));
      signal?.addEventListener('abort', onAbort, { once: true });
      this.#waiters.add(waiter);
      this.#admitNext();
    });
  }

  #admitNext(): void {
    for (const waiter of this.#waiters) {
      if (this.#active >= this.#maxConcurrent) return;
      const waitMs = this.#bucket?.take() ?? 0;
      if (waitMs > 0) {
        this.#admitAfter(waitMs);
        return;
      }
      this.#active += 1;
      waiter.admit(this.#makePermit());
    }
  }

  #admitAfter(waitMs: number): void {
    this.#refill ??= setTimeout(() => {
      this.#refill = undefined;
      this.#admitNext();
    }, Math.ceil(waitMs));
  }

  #stopRefill(): void {
    clearTimeout(this.#refill);
    this.#refill = undefined;
  }

  #makePermit(): Permit {
    let held = true;
    return {
      release: () => {
        if (!held) return;
        held = false;
        this.#active -= 1;
        this.#admitNext();
      },
    };
  }
}

/** Holds a minute's worth at most, and fills evenly. */
class TokenBucket {
  readonly #capacity: number;
  #tokens: number;
  #filledAt = performance.now();

  constructor(perMinute: number) {
    this.#capacity = perMinute;
    this.#tokens = perMinute;
  }

  /** Takes a token and returns 0; or takes none and returns how long until there is one. */
  take(): number {
    const perMs = this.#capacity / 60_000;
    const now = performance.now();
    this.#tokens = Math.min(this.#capacity, this.#tokens + (now - this.#filledAt) * perMs);
    this.#filledAt = now;
    // Fractions of the clock add up to a hair less than one.
    if (this.#tokens < 1 - 1e-9) return (1 - this.#tokens) / perMs;
    this.#tokens -= 1;
    return 0;
  }
}
