import type { PGlite } from '@electric-sql/pglite';
import type { PGliteDialectConfig } from 'kysely';

type Client = Extract<PGliteDialectConfig['pglite'], { query: unknown }>;
type Session = Pick<PGlite, 'query' | 'exec'>;

/**
 * PGlite as node-postgres is: text without parameters goes by the simple protocol, which takes any number of statements
 * and gives the result of the last.
 */
export function withSimpleProtocol(pglite: PGlite): Client {
  return {
    get closed() {
      return pglite.closed;
    },
    get ready() {
      return pglite.ready;
    },
    waitReady: pglite.waitReady,
    close: () => pglite.close(),
    query: createQuery(pglite),
    transaction: (run) =>
      pglite.transaction((session) =>
        run({ query: createQuery(session), rollback: () => session.rollback() }),
      ) as never,
  };
}

function createQuery(session: Session): Client['query'] {
  return async <T>(text: string, parameters: unknown[] = [], options: Parameters<Client['query']>[2] = {}) => {
    if (parameters.length > 0) return session.query<T>(text, parameters, options as never);
    const results = await session.exec(text, options as never);
    return (results.at(-1) ?? { rows: [], fields: [] }) as never;
  };
}
