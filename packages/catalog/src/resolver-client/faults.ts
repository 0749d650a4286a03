import type { Problem } from '@deadwax/contract/schemas';

interface FaultOptions extends ErrorOptions {
  /** Status that the resolver answered; null where it did not answer. */
  readonly status?: number | null;
  /** The problem's own code, or one of ours. */
  readonly code: string;
  readonly retryAfterMs?: number | null;
  /** The body of the refusal, where it follows the contract: `errors` points at the inputs to leave out. */
  readonly problem?: Problem | null;
}

/** Why the resolver gave no verdict. A fault says nothing about any record. */
export abstract class ResolverError extends Error {
  readonly status: number | null;
  readonly code: string;
  readonly retryAfterMs: number | null;
  readonly problem: Problem | null;
  /** Whether the same question may be answered later. */
  abstract readonly retryable: boolean;
  /** The status to pass on to whoever asked us. */
  abstract readonly gatewayStatus: number;

  constructor(message: string, { status, code, retryAfterMs, problem, ...options }: FaultOptions) {
    super(message, options);
    this.name = new.target.name;
    this.status = status ?? null;
    this.code = code;
    this.retryAfterMs = retryAfterMs ?? null;
    this.problem = problem ?? null;
  }
}

/** 401 and 403: every further question would be refused too, so whoever has more of them stops. */
export class ResolverAuthError extends ResolverError {
  readonly retryable = false;
  // The service's own token is wrong; it is nothing that its user could mend.
  readonly gatewayStatus = 502;
}

/** Any other status that refuses this very request. */
export class ResolverRequestError extends ResolverError {
  readonly retryable = false;
  get gatewayStatus(): number {
    return this.status !== null && this.status >= 400 ? this.status : 502;
  }
}

/** 429 and 503: not at the moment. */
export class ResolverUnavailableError extends ResolverError {
  readonly retryable = true;
  readonly gatewayStatus = 503;
}

/** Any other 5xx. */
export class ResolverUpstreamError extends ResolverError {
  readonly retryable = true;
  get gatewayStatus(): number {
    return this.status === 504 ? 504 : 502;
  }
}

export class ResolverTimeoutError extends ResolverError {
  readonly retryable = true;
  readonly gatewayStatus = 504;
}

/** No connection, or one that broke before the answer was whole. */
export class ResolverNetworkError extends ResolverError {
  readonly retryable = true;
  readonly gatewayStatus = 502;
}

/** The caller itself gave up. */
export class ResolverAbortedError extends ResolverError {
  readonly retryable = false;
  readonly gatewayStatus = 499;
}

/** An answer that does not follow the contract. */
export class ResolverInvalidAnswerError extends ResolverError {
  readonly retryable = false;
  readonly gatewayStatus = 502;
}
