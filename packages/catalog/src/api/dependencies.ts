import type { FastifyServerOptions } from 'fastify';
import type { CatalogDatabase } from '../database/tables.ts';
import type { VerifyToken } from './verify-token.ts';

export interface AppDependencies {
  readonly db: CatalogDatabase;
  readonly verifyToken: VerifyToken;
  /** The version of this service, for /version. */
  readonly version: string;
  /** Fastify's own logger option. Default: no log. */
  readonly logger?: FastifyServerOptions['logger'];
}
