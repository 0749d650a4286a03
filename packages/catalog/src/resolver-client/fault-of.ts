import { validateProblem } from '@deadwax/contract/generated/validators';
import { describeCause, findCauseCode } from './describe-cause.ts';
import {
  ResolverAbortedError,
  ResolverAuthError,
  type ResolverError,
  ResolverInvalidAnswerError,
  ResolverNetworkError,
  ResolverRequestError,
  ResolverTimeoutError,
  ResolverUnavailableError,
  ResolverUpstreamError,
} from './faults.ts';
import { parseRetryAfter } from './retry-after.ts';

const unauthorized = new Set([401, 403]);
const unavailable = new Set([429, 503]);
// undici's own limits and the kernel's, where they end a request before ours does.
const timeouts = new Set(['ETIMEDOUT', 'UND_ERR_CONNECT_TIMEOUT', 'UND_ERR_HEADERS_TIMEOUT', 'UND_ERR_BODY_TIMEOUT']);

export interface Refusal {
  readonly response: Response;
  readonly body: unknown;
  /** Names the token without giving it away. */
  readonly fingerprint: string;
  readonly cause?: unknown;
}

/** The fault behind a status that is no success. */
export function faultOfResponse({ response, body, fingerprint, cause }: Refusal): ResolverError {
  const { status } = response;
  const problem = validateProblem(body) ? body : null;
  const options = {
    status,
    code: problem?.code ?? `http_${status}`,
    problem,
    retryAfterMs: parseRetryAfter(response.headers.get('retry-after')),
    ...(cause === undefined ? {} : { cause }),
  };
  const said = `the resolver answered ${status}${problem ? ` ${problem.code}: ${problem.detail}` : ''}`;
  if (unauthorized.has(status)) return new ResolverAuthError(`${said} (token ${fingerprint})`, options);
  if (unavailable.has(status)) return new ResolverUnavailableError(said, options);
  if (status >= 500) return new ResolverUpstreamError(said, options);
  return new ResolverRequestError(said, options);
}

/** The fault behind a request that brought no whole answer. */
export function faultOfBreakage(cause: unknown): ResolverError {
  // Only a whole body is parsed: what is no JSON would not be JSON next time either.
  if (cause instanceof SyntaxError) {
    const message = `the answer is no JSON: ${cause.message}`;
    return new ResolverInvalidAnswerError(message, { status: 200, code: 'invalid_answer', cause });
  }
  const code = findCauseCode(cause);
  const message = describeCause(cause);
  if (code !== null && timeouts.has(code)) {
    return new ResolverTimeoutError(`the resolver did not answer in time: ${message}`, { code: 'timeout', cause });
  }
  return new ResolverNetworkError(`no whole answer from the resolver: ${message}`, { code: 'network', cause });
}

export function faultOfTimeout(timeoutMs: number, cause?: unknown): ResolverTimeoutError {
  return new ResolverTimeoutError(`the resolver did not answer within ${timeoutMs} ms`, { code: 'timeout', cause });
}

export function faultOfAbort(cause: unknown): ResolverAbortedError {
  return new ResolverAbortedError('the caller gave up', { code: 'aborted', cause });
}
