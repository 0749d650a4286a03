import { type Database, type DatabaseLocation, openDatabase } from '@deadwax/platform/database/open-database';
import type { FastifyInstance } from 'fastify';
import { PgBoss } from 'pg-boss';
import { createApp } from '../../src/api/app.ts';
import type { AppDependencies } from '../../src/api/dependencies.ts';
import { issueToken } from '../../src/api/issue-token.ts';
import type { Role } from '../../src/api/roles.ts';
import { createTokenVerifier } from '../../src/api/verify-token.ts';
import type { TokenConfig } from '../../src/config.ts';
import { openCatalogDatabase } from '../../src/database/open-catalog-database.ts';
import type { CatalogTables } from '../../src/database/tables.ts';
import { openQueue } from '../../src/queue/open-queue.ts';
import { readCatalogImage } from '../jobs/open-empty-catalog.ts';

export const tokenConfig: TokenConfig = {
  key: { secret: 'a-secret-for-tests-of-32-bytes-at-least' },
  generated: false,
  issuer: null,
  audience: null,
};

/** The Authorization header of somebody with a role. */
export async function signIn(role: Role): Promise<{ authorization: string }> {
  const token = await issueToken(tokenConfig, { userId: `a-${role}`, name: `The ${role}`, role, lifetime: '1h' });
  return { authorization: `Bearer ${token}` };
}

export interface TestCatalog extends Pick<AppDependencies, 'db' | 'queue'> {
  readonly app: FastifyInstance;
  close(): Promise<void>;
}

interface ServeOptions {
  readonly gateway?: AppDependencies['gateway'];
}

function serve(database: Database<CatalogTables>, queue: PgBoss, { gateway = null }: ServeOptions = {}): TestCatalog {
  const { db } = database;
  const app = createApp({ db, queue, gateway, verifyToken: createTokenVerifier(tokenConfig), version: '9.9.9' });
  return {
    app,
    db,
    queue,
    close: async () => {
      await app.close();
      await queue.stop({ graceful: false });
      await database.close();
    },
  };
}

const raise = (error: Error): never => {
  throw error;
};

/** The catalog over a database of its own: empty, embedded and in memory unless another is named. Asks nobody without a gateway. */
export async function openTestCatalog(
  location: DatabaseLocation = { directory: null },
  options: ServeOptions = {},
): Promise<TestCatalog> {
  const image = 'directory' in location ? await readCatalogImage() : null;
  const database = await openCatalogDatabase(location, { image });
  return serve(database, await openQueue(database, location, { onError: raise, supervise: false }), options);
}

/** The catalog over a server that is not there. */
export async function openBrokenCatalog(): Promise<TestCatalog> {
  const url = 'postgres://nobody@127.0.0.1:9/nothing';
  return serve(await openDatabase<CatalogTables>({ url }), new PgBoss(url));
}
