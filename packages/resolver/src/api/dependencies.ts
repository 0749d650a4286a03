import type { BulkResolveInput, BulkResolveResult } from '@deadwax/contract/schemas';
import type { FastifyServerOptions } from 'fastify';
import type { AsyncResolver, Resolver } from '../resolver.ts';

/** Who asks. The id stands in logs, so it must tell nothing of the token. */
export interface Caller {
  readonly id: string;
}

/** One answered request, as the log of decisions wants it. */
export interface ResolvedBatch {
  readonly requestId: string;
  readonly callerId: string;
  readonly inputs: readonly BulkResolveInput[];
  readonly results: readonly BulkResolveResult[];
  readonly resolverVersion: string;
  readonly snapshotId: string;
}

export interface AppDependencies {
  /** Null until the snapshot is open. */
  getResolver(): AsyncResolver | Resolver | null;
  /** Null for a token that is not accepted. */
  authenticate(token: string): Promise<Caller | null>;
  /** The version of this service, for /version. */
  readonly version: string;
  /** Fastify's own logger option. Default: no log. */
  readonly logger?: FastifyServerOptions['logger'];
  /** Called once per answered request. It must not block; what it throws is logged and goes no further. */
  onResolved?(batch: ResolvedBatch): void;
}
