import type { AppDependencies } from './dependencies.ts';
import type { Handlers } from './handler.ts';
import { decideReview } from './review/decide-review.ts';
import { listReview } from './review/list-review.ts';

export function reviewHandlers(dependencies: AppDependencies) {
  return {
    'list-review': listReview(dependencies),
    'decide-review': decideReview(dependencies),
  } satisfies Partial<Handlers>;
}
