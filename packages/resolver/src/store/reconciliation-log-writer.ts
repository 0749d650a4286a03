import type { Kysely } from 'kysely';
import { appendReconciliationLog, type LogEntry } from './append-reconciliation-log.ts';
import type { ResolverTables } from './tables.ts';

export interface LogWriterOptions {
  /** Entries held at most; beyond that the oldest waiting are given up, loudly. Default 50,000. */
  readonly capacity?: number;
  /** Told of every entry that could not be kept, with why. */
  readonly onLost: (entries: number, cause: unknown) => void;
}

const PAGE = 1000;
const ATTEMPTS = 3;

/** Writes the log behind the answers: callers never wait for it, `close` does. */
export class ReconciliationLogWriter {
  readonly #db: Kysely<ResolverTables>;
  readonly #capacity: number;
  readonly #onLost: LogWriterOptions['onLost'];
  #waiting: LogEntry[] = [];
  #work: Promise<void> | null = null;

  constructor(db: Kysely<ResolverTables>, { capacity = 50_000, onLost }: LogWriterOptions) {
    this.#db = db;
    this.#capacity = capacity;
    this.#onLost = onLost;
  }

  add(entries: readonly LogEntry[]): void {
    this.#waiting.push(...entries);
    const excess = this.#waiting.length - this.#capacity;
    if (excess > 0) {
      this.#waiting = this.#waiting.slice(excess);
      this.#onLost(excess, new Error('the log cannot keep up'));
    }
    // A drain with nothing to do ends before its promise is stored, and would pass for one at work.
    if (this.#waiting.length > 0) this.#work ??= this.#drain();
  }

  /** Resolves when everything added is written or given up. */
  async close(): Promise<void> {
    await this.#work;
  }

  async #drain(): Promise<void> {
    while (this.#waiting.length > 0) {
      const page = this.#waiting.slice(0, PAGE);
      this.#waiting = this.#waiting.slice(PAGE);
      await this.#write(page);
    }
    this.#work = null;
  }

  /** A page with an entry that the table refuses is halved, until only such entries are given up. */
  async #write(page: readonly LogEntry[]): Promise<void> {
    const error = await this.#append(page);
    if (error === null) return;
    if (page.length === 1 || !isRefusal(error)) {
      this.#onLost(page.length, error);
      return;
    }
    const middle = Math.ceil(page.length / 2);
    await this.#write(page.slice(0, middle));
    await this.#write(page.slice(middle));
  }

  /** Null once written; else why not. What the table refuses it would refuse again: only other faults are tried again. */
  async #append(page: readonly LogEntry[]): Promise<unknown> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        await appendReconciliationLog(this.#db, page);
        return null;
      } catch (error) {
        if (attempt === ATTEMPTS || isRefusal(error)) return error;
        await new Promise((resolve) => setTimeout(resolve, 50 * 2 ** attempt));
      }
    }
  }
}

// SQLSTATE classes 22 (data exception) and 23 (integrity constraint violation).
function isRefusal(error: unknown): boolean {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' && /^2[23]/.test(code);
}
