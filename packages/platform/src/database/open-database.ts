import { mkdirSync } from 'node:fs';
import { PGlite } from '@electric-sql/pglite';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import { unaccent } from '@electric-sql/pglite/contrib/unaccent';
import { type Kysely, Kysely as KyselyDatabase, PGliteDialect, PostgresDialect } from 'kysely';
import pg from 'pg';
import { lockDirectory } from './lock-directory.ts';
import { createPreparingClient, RepeatedStatements } from './repeated-statements.ts';
import { withSimpleProtocol } from './simple-protocol.ts';

/** Where a service keeps its state: a PostgreSQL server, or an embedded database in a folder (null = in memory). */
export type DatabaseLocation = { readonly url: string } | { readonly directory: string | null };

export interface DatabaseOptions {
  /** Connections to a server at most. Default 5. */
  readonly maxConnections?: number;
  /** Told of every statement sent, whether it succeeds or not. */
  readonly onStatement?: () => void;
  /** What an embedded database starts from: a dump of the folder of another. Default nothing. */
  readonly image?: Blob | null;
}

export interface Database<Tables> {
  readonly db: Kysely<Tables>;
  readonly dialect: 'postgres' | 'pglite';
  /** The embedded database itself, for libraries that speak to it; null on a server. */
  readonly pglite: PGlite | null;
  close(): Promise<void>;
}

/**
 * Opens a database. The embedded one is for trying out: one session, and no promise after a power cut. Throws Error when
 * the folder is in use.
 */
export async function openDatabase<Tables>(
  location: DatabaseLocation,
  { maxConnections = 5, onStatement, image = null }: DatabaseOptions = {},
): Promise<Database<Tables>> {
  const log = onStatement ? () => onStatement() : undefined;
  if ('url' in location) {
    const pool = new pg.Pool({
      connectionString: location.url,
      max: maxConnections,
      application_name: 'deadwax',
      Client: createPreparingClient(new RepeatedStatements()),
    });
    // An idle connection that breaks is replaced by the pool; without a listener it would end the process.
    pool.on('error', () => undefined);
    // Nor may one that breaks between two statements of a transaction: the next statement says so to whoever waits.
    pool.on('connect', (client) => client.on('error', () => undefined));
    const db = new KyselyDatabase<Tables>({ dialect: new PostgresDialect({ pool }), ...(log ? { log } : {}) });
    return { db, dialect: 'postgres', pglite: null, close: () => db.destroy() };
  }
  const { directory } = location;
  if (directory !== null) mkdirSync(directory, { recursive: true });
  const unlock = directory === null ? () => undefined : lockDirectory(directory);
  try {
    const pglite = await PGlite.create({
      extensions: { pg_trgm, unaccent },
      ...(directory === null ? {} : { dataDir: `${directory}/pglite` }),
      ...(image === null ? {} : { loadDataDir: image }),
    });
    const db = new KyselyDatabase<Tables>({
      dialect: new PGliteDialect({ pglite: withSimpleProtocol(pglite) }),
      ...(log ? { log } : {}),
    });
    return { db, dialect: 'pglite', pglite, close: () => db.destroy().finally(unlock) };
  } catch (error) {
    unlock();
    throw error;
  }
}
