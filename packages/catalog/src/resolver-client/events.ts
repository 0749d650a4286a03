import type { BreakerState } from './breaker.ts';
import type { ResolverError } from './faults.ts';
import type { Shed } from './outcome.ts';
import type { Caller, CallerClass } from './policies.ts';

/** What happens on the way, for logs and metrics. `fault.message` names the driver's own cause. */
export type ResolverEvent =
  | {
      readonly type: 'answered';
      readonly caller: Caller;
      readonly inputs: number;
      readonly missing: number;
      readonly untrusted: number;
      readonly foreign: number;
      readonly durationMs: number;
    }
  | {
      readonly type: 'failed';
      readonly caller: Caller;
      readonly attempt: number;
      readonly fault: ResolverError;
      /** Wait before the next request; null where this was the last. */
      readonly retryInMs: number | null;
    }
  | { readonly type: 'shed'; readonly caller: Caller; readonly reason: Shed['reason'] }
  | { readonly type: 'shared'; readonly caller: Caller; readonly from: 'in_flight' | 'memory' }
  | { readonly type: 'breaker'; readonly callerClass: CallerClass; readonly state: BreakerState };

export type EmitResolverEvent = (event: ResolverEvent) => void;

/** A listener that throws breaks no call. */
export function guardListener(listener: EmitResolverEvent | undefined): EmitResolverEvent {
  return (event) => {
    try {
      listener?.(event);
    } catch {
      // Whoever listens reports their own faults.
    }
  };
}
