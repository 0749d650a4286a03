import { z } from 'zod';

/** Where a page of the queue ended. The score as the database writes it, so that it loses no digit. */
export interface QueuePosition {
  readonly score: string;
  readonly libraryId: number;
  /** How many of the most played rows were looked at for the page. */
  readonly looked: number;
}

export class ReviewCursorError extends Error {
  readonly code = 'cursor_malformed';

  constructor(options?: ErrorOptions) {
    super('The cursor is not one that the review queue gave.', options);
    this.name = 'ReviewCursorError';
  }
}

const shape = z.tuple([
  z.string().regex(/^\d{1,12}\.\d{6}$/),
  z.int().min(1).max(2_147_483_647),
  z.int().min(1).max(2_147_483_647),
]);

export function formatQueueCursor({ score, libraryId, looked }: QueuePosition): string {
  return Buffer.from(JSON.stringify([score, libraryId, looked])).toString('base64url');
}

/** Throws ReviewCursorError. */
export function parseQueueCursor(cursor: string): QueuePosition {
  const parts = shape.safeParse(readJson(cursor));
  if (!parts.success) throw new ReviewCursorError({ cause: parts.error });
  const [score, libraryId, looked] = parts.data;
  return { score, libraryId, looked };
}

function readJson(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return null;
  }
}
