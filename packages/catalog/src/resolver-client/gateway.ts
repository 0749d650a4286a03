import type { BulkResolveInput } from '@deadwax/contract/schemas';
import { askResolver, type Setup } from './ask-resolver.ts';
import type { BreakerState } from './breaker.ts';
import { Coalescer } from './coalesce.ts';
import { type EmitResolverEvent, guardListener } from './events.ts';
import { Lane } from './lane.ts';
import type { BulkResolveOutcome } from './outcome.ts';
import { type Caller, type CallerClass, type PolicyOverrides, parsePolicies } from './policies.ts';
import { createSnapshotClient, type SnapshotClient } from './snapshots.ts';
import { createTransport, type TransportOptions } from './transport.ts';

export interface ResolverGatewayOptions extends TransportOptions {
  /** Laid over the default table, and checked when the gateway is made. */
  readonly policies?: PolicyOverrides | undefined;
  /** Told of answers, faults, sheds and breakers. Default nobody. */
  readonly onEvent?: EmitResolverEvent | undefined;
}

export interface BulkResolveCall {
  /** Decides patience, limits and further attempts. */
  readonly caller: Caller;
  /** Ask for the tracks too. Default false. */
  readonly includeTracks?: boolean | undefined;
  /** Ends the call at any point. */
  readonly signal?: AbortSignal | undefined;
  /** Take no answer that was remembered or already under way. Default false; matters to interactive callers only. */
  readonly fresh?: boolean | undefined;
}

export interface LaneStatus {
  readonly breaker: BreakerState;
  readonly active: number;
  readonly queued: number;
}

export interface ResolverGateway {
  /** Never rejects for anything that the resolver or the network does. */
  bulkResolve(inputs: readonly BulkResolveInput[], call: BulkResolveCall): Promise<BulkResolveOutcome>;
  readonly snapshots: SnapshotClient;
  inspect(): Readonly<Record<CallerClass, LaneStatus>>;
}

/** The catalog's only way to the resolver. Limits, breakers and memory belong to the gateway: make one per process. */
export function createResolverGateway({ policies, onEvent, ...transport }: ResolverGatewayOptions): ResolverGateway {
  const emit = guardListener(onEvent);
  const table = parsePolicies(policies);
  const makeLane = (callerClass: CallerClass) =>
    new Lane(table.classes[callerClass], (state) => emit({ type: 'breaker', callerClass, state }));
  const lanes = {
    interactive: makeLane('interactive'),
    background: makeLane('background'),
    batch: makeLane('batch'),
  };
  const setup: Setup = { transport: createTransport(transport), policies: table, lanes, emit };
  const coalescer = new Coalescer((question) => askResolver(setup, question));

  return {
    async bulkResolve(inputs, { caller, includeTracks = false, signal, fresh = false }) {
      const question = { inputs, caller, includeTracks, signal };
      const shareable = inputs.length === 1 && table.callers[caller].class === 'interactive';
      if (!shareable) return askResolver(setup, question);
      const outcome = await coalescer.ask(question, fresh);
      if (outcome.outcome === 'answered' && outcome.from !== 'request') {
        emit({ type: 'shared', caller, from: outcome.from });
      }
      return outcome;
    },
    snapshots: createSnapshotClient(transport),
    inspect: () => ({
      interactive: inspectLane(lanes.interactive),
      background: inspectLane(lanes.background),
      batch: inspectLane(lanes.batch),
    }),
  };
}

function inspectLane({ breaker, limiter }: Lane): LaneStatus {
  return { breaker: breaker.state, active: limiter.active, queued: limiter.queued };
}
