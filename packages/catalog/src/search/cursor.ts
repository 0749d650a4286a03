import { createHash } from 'node:crypto';
import { z } from 'zod';
import { printQuery } from './query/print-query.ts';
import type { Matched, Search } from './search-request.ts';

/** Which statement found the page: the words, or the guesses where no words matched. Later pages ask the same one. */
export type Phase = 'words' | 'guesses';

/** Where a page ended. Keys as the database writes them, so that none loses a digit. */
export interface Position {
  readonly phase: Phase;
  readonly matched: Matched;
  readonly total: number;
  readonly tier: number;
  readonly keys: readonly string[];
  readonly id: number;
}

/** A cursor that this search did not give: of another query, or none at all. */
export class SearchCursorError extends Error {
  readonly code: 'cursor_malformed' | 'cursor_of_another_search';

  constructor(code: SearchCursorError['code'], options?: ErrorOptions) {
    const say = {
      cursor_malformed: 'The cursor is not one that a search gave.',
      cursor_of_another_search: 'The cursor belongs to a search for something else, or in another order.',
    };
    super(say[code], options);
    this.name = 'SearchCursorError';
    this.code = code;
  }
}

const shape = z.tuple([
  z.string(),
  z.enum(['words', 'guesses']),
  z.enum(['text', 'fuzzy', 'alias', 'credit']).nullable(),
  z.int().min(0),
  z.int().min(0).max(1),
  z.array(z.string().max(10_000)).min(1).max(2),
  z.int().min(1).max(2_147_483_647),
]);

export function formatCursor(search: Search, { phase, matched, total, tier, keys, id }: Position): string {
  const parts = [fingerprint(search), phase, matched, total, tier, [...keys], id] satisfies z.infer<typeof shape>;
  return Buffer.from(JSON.stringify(parts)).toString('base64url');
}

/** Throws SearchCursorError. */
export function parseCursor(search: Search, cursor: string): Position {
  const parts = shape.safeParse(readJson(cursor));
  if (!parts.success) throw new SearchCursorError('cursor_malformed', { cause: parts.error });
  const [mark, phase, matched, total, tier, keys, id] = parts.data;
  if (mark !== fingerprint(search)) throw new SearchCursorError('cursor_of_another_search');
  return { phase, matched, total, tier, keys, id };
}

function readJson(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return null;
  }
}

/** What must not change between two pages. */
function fingerprint({ expression, filters, sort, order }: Search): string {
  const wanted = Object.entries(filters)
    .filter(([, value]) => value !== undefined)
    .sort(([one], [other]) => (one < other ? -1 : 1));
  const text = JSON.stringify([expression === null ? null : printQuery(expression), wanted, sort, order]);
  return createHash('sha256').update(text).digest('base64url').slice(0, 16);
}
