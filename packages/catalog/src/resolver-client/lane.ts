import { Breaker, type BreakerState, type Health, type Passage } from './breaker.ts';
import { faultOfAbort } from './fault-of.ts';
import { ResolverError, ResolverNetworkError, ResolverTimeoutError } from './faults.ts';
import { Limiter } from './limiter.ts';
import type { Shed } from './outcome.ts';
import type { ClassPolicy } from './policies.ts';

export interface Admission {
  /** What is left of the call's time. */
  readonly leftMs: number;
  readonly signal: AbortSignal | undefined;
}

/** What the callers of one class share: first the breaker, then the line for a permit. */
export class Lane {
  readonly policy: ClassPolicy;
  readonly limiter: Limiter;
  readonly breaker: Breaker;

  constructor(policy: ClassPolicy, onBreaker: (state: BreakerState) => void) {
    this.policy = policy;
    this.limiter = new Limiter(policy.limiter);
    this.breaker = new Breaker({ ...policy.breaker, onChange: onBreaker });
  }

  /** Sends one request once it is let through. */
  async send<T>(
    { leftMs, signal }: Admission,
    request: () => Promise<T | ResolverError>,
  ): Promise<T | ResolverError | Shed> {
    const passage = this.breaker.enter();
    if (!passage) return { outcome: 'shed', reason: 'breaker_open' };
    const permit = await this.limiter.acquire(Math.min(leftMs, this.policy.limiter.maxQueueWaitMs), signal);
    if (permit === 'aborted') {
      passage.settle('unknown');
      return faultOfAbort(signal?.reason);
    }
    if (permit === 'saturated') {
      passage.settle('failing');
      return { outcome: 'shed', reason: 'limiter_saturated' };
    }
    try {
      // The breaker may have opened on those who stood before this one.
      const through = passage.current ? passage : this.breaker.enter();
      return through ? await observe(through, request) : { outcome: 'shed', reason: 'breaker_open' };
    } finally {
      permit.release();
    }
  }
}

async function observe<T>(passage: Passage, request: () => Promise<T | ResolverError>): Promise<T | ResolverError> {
  let health: Health = 'unknown';
  try {
    const answer = await request();
    health = answer instanceof ResolverError ? assessFault(answer) : 'healthy';
    return answer;
  } finally {
    passage.settle(health);
  }
}

const overloaded = new Set([502, 503, 504]);

/** A quick refusal is a healthy answer: the breaker guards against one that is slow, gone or overloaded. */
function assessFault(fault: ResolverError): Health {
  if (fault.code === 'aborted') return 'unknown';
  if (fault instanceof ResolverTimeoutError || fault instanceof ResolverNetworkError) return 'failing';
  return overloaded.has(fault.status ?? 0) ? 'failing' : 'healthy';
}

export function isShed(value: unknown): value is Shed {
  return typeof value === 'object' && value !== null && (value as { outcome?: unknown }).outcome === 'shed';
}
