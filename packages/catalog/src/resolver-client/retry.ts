import type { ResolverError } from './faults.ts';

export interface RetryPolicy {
  readonly maxAttempts: number;
  readonly backoffMs: number;
  readonly maxBackoffMs: number;
}

export interface Attempted {
  readonly fault: ResolverError;
  /** How many requests there were. */
  readonly attempts: number;
  /** What is left of the call's time. */
  readonly leftMs: number;
}

/** How long to wait before asking again; null where not to. Never sooner than the resolver asked for. */
export function planRetry({ fault, attempts, leftMs }: Attempted, policy: RetryPolicy): number | null {
  if (!fault.retryable || attempts >= policy.maxAttempts) return null;
  const waitMs = (fault.retryAfterMs ?? 0) + backOff(attempts, policy);
  return waitMs < leftMs ? waitMs : null;
}

/** Half of the wait is chance, so that those refused together do not come back together. */
function backOff(attempts: number, { backoffMs, maxBackoffMs }: RetryPolicy): number {
  return Math.min(maxBackoffMs, backoffMs * 2 ** (attempts - 1)) * (0.5 + Math.random() / 2);
}
