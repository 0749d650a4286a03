import type { BulkResolveInput } from '@deadwax/contract/schemas';
import type { FastifyServerOptions } from 'fastify';
import type { ChangeFinder } from '../changes/change-finder.ts';
import type { Engine } from '../engine/engine.ts';

/** Who asks. The id stands in logs, so it must tell nothing of the token. */
export interface Caller {
  readonly id: string;
}

/** One answered request, as the log of decisions wants it. */
export interface ResolvedBatch {
  readonly requestId: string;
  readonly callerId: string;
  readonly inputs: readonly BulkResolveInput[];
  /** The results as JSON, one for each input. */
  readonly verdicts: readonly string[];
  readonly resolverVersion: string;
  readonly snapshotId: string;
}

export interface AppDependencies {
  readonly engine: Engine;
  /** Null for a token that is not accepted. */
  authenticate(token: string): Promise<Caller | null>;
  /** Tells what changed between snapshots. Default: no snapshot but the one that serves is known. */
  readonly changes?: ChangeFinder;
  /** The version of this service, for /version. */
  readonly version: string;
  /** Fastify's own logger option. Default: no log. */
  readonly logger?: FastifyServerOptions['logger'];
  /** Called once per answered request. It must not block; what it throws is logged and goes no further. */
  onResolved?(batch: ResolvedBatch): void;
}
