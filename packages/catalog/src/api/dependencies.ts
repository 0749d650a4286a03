import type { FastifyServerOptions } from 'fastify';
import type { PgBoss } from 'pg-boss';
import type { CatalogDatabase } from '../database/tables.ts';
import type { PullFlags } from '../pull/flags.ts';
import type { ResolverGateway } from '../resolver-client/gateway.ts';
import type { VerifyToken } from './verify-token.ts';

export interface AppDependencies {
  readonly db: CatalogDatabase;
  readonly queue: PgBoss;
  /** Null where no resolver is configured: what needs one is answered with `resolver_unavailable`. */
  readonly gateway: ResolverGateway | null;
  readonly verifyToken: VerifyToken;
  /** What a pull does where nobody says otherwise. Default the defaults of a pull. */
  readonly pullFlags?: PullFlags;
  /** Whether the ids of the station's older systems are in use. Default true. */
  readonly usesLegacyIdentity?: boolean;
  /** The version of this service, for /version. */
  readonly version: string;
  /** Fastify's own logger option. Default: no log. */
  readonly logger?: FastifyServerOptions['logger'];
}
