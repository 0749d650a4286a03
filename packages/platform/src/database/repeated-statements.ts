import { createHash } from 'node:crypto';
import pg from 'pg';

/**
 * Stands before a statement that comes again and again with other values. A connection to a server then plans it once and keeps
 * the plan: what it is asked with must not decide how it is found. To the embedded database it is a comment.
 */
export const REPEATED = '/* repeated */';

// A plan of ten tables takes a connection some hundred kilobytes: those that do come again, and not without end.
const TIMES_SEEN = 3;
const MAX_NAMED = 64;
const MAX_WATCHED = 1000;

/** Names for statements that came often enough; none for others, nor for any more once all names are given. */
export class RepeatedStatements {
  readonly #names = new Map<string, string>();
  readonly #seen = new Map<string, number>();

  nameOf(text: string): string | undefined {
    if (!text.startsWith(REPEATED)) return undefined;
    const known = this.#names.get(text);
    if (known !== undefined || this.#names.size >= MAX_NAMED) return known;
    const times = (this.#seen.get(text) ?? 0) + 1;
    if (this.#seen.size >= MAX_WATCHED) this.#seen.clear();
    this.#seen.set(text, times);
    if (times < TIMES_SEEN) return undefined;
    this.#seen.delete(text);
    const name = `repeated_${createHash('sha256').update(text).digest('hex').slice(0, 24)}`;
    this.#names.set(text, name);
    return name;
  }
}

type Query = (config: unknown, values?: unknown, callback?: unknown) => unknown;

/** A client that has the server keep the plans of repeated statements. */
export function createPreparingClient(statements: RepeatedStatements): typeof pg.Client {
  return class PreparingClient extends pg.Client {
    override query(...given: readonly unknown[]): never {
      const [text, values, ...rest] = given;
      const name = typeof text === 'string' && Array.isArray(values) ? statements.nameOf(text) : undefined;
      const ask = super.query.bind(this) as unknown as Query;
      return (name === undefined ? ask(text, values, ...rest) : ask({ name, text, values }, ...rest)) as never;
    }
  };
}
