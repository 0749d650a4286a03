import type { ApiError, ErrorEntry, Fault } from './api-error.ts';

export const problemMediaType = 'application/problem+json; charset=utf-8';

/** RFC 9457 problem details, as every service's contract declares them. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  code: string;
  detail: string;
  instance: string;
  retryable: boolean;
  errors: Fault[];
}

export function presentProblem(error: ApiError, { status, title, retryable }: ErrorEntry, requestId: string): Problem {
  return {
    type: `urn:deadwax:problem:${error.code}`,
    title,
    status,
    code: error.code,
    detail: error.message,
    instance: `urn:deadwax:request:${requestId}`,
    retryable,
    errors: [...error.faults],
  };
}
