import type { ResolverEvent } from '../../src/resolver-client/events.ts';
import type { ResolverError } from '../../src/resolver-client/faults.ts';
import { createResolverGateway, type ResolverGatewayOptions } from '../../src/resolver-client/gateway.ts';
import type { Answered, BulkResolveOutcome } from '../../src/resolver-client/outcome.ts';
import { secret } from './samples.ts';

/** A gateway whose waits between requests are short, and what it told on the way. */
export function makeGateway(options: Partial<ResolverGatewayOptions> & Pick<ResolverGatewayOptions, 'baseUrl'>) {
  const events: ResolverEvent[] = [];
  const retry = { backoffMs: 5, maxBackoffMs: 20 };
  const gateway = createResolverGateway({
    token: secret,
    onEvent: (event) => events.push(event),
    policies: { classes: { background: { retry }, batch: { retry } } },
    ...options,
  });
  return { gateway, events };
}

export function faultOf(outcome: BulkResolveOutcome): ResolverError {
  if (outcome.outcome !== 'failed') throw new Error(`${outcome.outcome}, not failed`);
  return outcome.fault;
}

export function answerOf(outcome: BulkResolveOutcome): Answered {
  if (outcome.outcome !== 'answered') throw new Error(JSON.stringify(outcome));
  return outcome;
}
