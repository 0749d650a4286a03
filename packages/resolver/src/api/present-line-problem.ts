import type { ApiError } from '@deadwax/platform/http/api-error';
import { presentProblem } from '@deadwax/platform/http/problem';
import { errorRegistry } from '../errors.ts';

/** The line that answers a line of a stream which cannot be resolved. */
export function presentLineProblem(error: ApiError, requestId: string, line: number): string {
  const entry = errorRegistry[error.code as keyof typeof errorRegistry] ?? errorRegistry.internal_error;
  return JSON.stringify(presentProblem(error, entry, `${requestId}:line:${line}`));
}
