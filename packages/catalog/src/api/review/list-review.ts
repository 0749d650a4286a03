import { InvalidInputError } from '@deadwax/platform/http/errors';
import { listReviewQueue } from '../../review/list-review-queue.ts';
import { ReviewCursorError } from '../../review/queue-cursor.ts';
import type { AppDependencies } from '../dependencies.ts';
import type { Handler } from '../handler.ts';

export function listReview({ db }: Pick<AppDependencies, 'db'>): Handler<'list-review'> {
  return async ({ query: { limit, cursor, reason: reasons } }) => {
    try {
      return await listReviewQueue(db, { limit, cursor, reasons });
    } catch (error) {
      if (!(error instanceof ReviewCursorError)) throw error;
      throw new InvalidInputError([{ pointer: '/cursor', message: error.message }]);
    }
  };
}
