import type { Database } from '@deadwax/platform/database/open-database';
import type { FastifyInstance } from 'fastify';
import type { PgBoss } from 'pg-boss';
import { createApp } from './api/app.ts';
import { createTokenVerifier } from './api/verify-token.ts';
import type { CatalogConfig } from './config.ts';
import { openCatalogDatabase } from './database/open-catalog-database.ts';
import type { CatalogTables } from './database/tables.ts';
import { nameWorker } from './pull/run-pull.ts';
import { openQueue } from './queue/open-queue.ts';
import { createResolverGateway, type ResolverGateway } from './resolver-client/gateway.ts';
import { startWorker } from './worker/run-worker.ts';

/** What the processes of the catalog are made of. */
export interface Catalog {
  readonly database: Database<CatalogTables>;
  readonly queue: PgBoss;
  /** Null where no resolver is configured. */
  readonly gateway: ResolverGateway | null;
  /** The HTTP face, not listening yet. Closing the catalog closes it. */
  createApp(version: string): FastifyInstance;
  /** Takes messages of the queue from here on. Throws Error where no resolver is configured: there is nobody to ask. */
  work(log: (step: string, details: Readonly<Record<string, unknown>>) => void): Promise<void>;
  close(): Promise<void>;
}

/** Opens the database, brings its schema up to date, and opens the queue in it. */
export async function openCatalog(
  {
    database: location,
    resolver,
    tokens,
    leaseSeconds,
    schedules,
    pullFlags,
    usesLegacyIdentity,
    logLevel,
  }: CatalogConfig,
  onError: (error: Error) => void,
): Promise<Catalog> {
  const database = await openCatalogDatabase(location);
  const closers: (() => Promise<unknown>)[] = [() => database.close()];
  const close = async () => {
    for (const step of closers.toReversed()) await step().catch(onError);
  };
  try {
    const queue = await openQueue(database, location, { onError, supervise: true, leaseSeconds });
    closers.push(() => queue.stop({ graceful: false }));
    const gateway = resolver === null ? null : createResolverGateway({ baseUrl: resolver.url, token: resolver.token });
    return {
      database,
      queue,
      gateway,
      createApp: (version) => {
        const verifyToken = createTokenVerifier(tokens);
        const app = createApp({
          db: database.db,
          queue,
          gateway,
          verifyToken,
          pullFlags,
          usesLegacyIdentity,
          version,
          logger: { level: logLevel },
        });
        closers.push(() => app.close());
        return app;
      },
      work: async (log) => {
        if (gateway === null) throw new Error('RESOLVER_API_URL is not set: there is nobody to ask');
        const worker = await startWorker(
          { db: database.db, gateway, queue, name: nameWorker(), log },
          { leaseSeconds, schedules, pullFlags },
        );
        closers.push(() => worker.stop());
      },
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}
