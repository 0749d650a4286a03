import { type Kysely, sql } from 'kysely';
import { expect, it } from 'vitest';
import { startTestPostgres } from '../testing/embedded-postgres.ts';
import { isConnectionFault, isTimeoutFault } from './connection-fault.ts';
import { openDatabase } from './open-database.ts';

async function faultOf(db: Kysely<unknown>, query: string): Promise<unknown> {
  return sql
    .raw(query)
    .execute(db)
    .then(
      () => null,
      (error: unknown) => error,
    );
}

it('is told from what the database answers', async () => {
  const { db, close } = await openDatabase<unknown>({ directory: null });
  expect(isConnectionFault(await faultOf(db, 'SELECT nonsense'))).toBe(false);
  expect(isConnectionFault(await faultOf(db, 'SELECT 1 / 0'))).toBe(false);
  await close();
});

it('is a server that is not there', async () => {
  const { db, close } = await openDatabase<unknown>({ url: 'postgres://u:p@127.0.0.1:9/x' });
  expect(isConnectionFault(await faultOf(db, 'SELECT 1'))).toBe(true);
  await close();
});

it('is an embedded database that is closed', async () => {
  const { db, pglite, close } = await openDatabase<unknown>({ directory: null });
  await pglite?.close();
  expect(isConnectionFault(await faultOf(db, 'SELECT 1'))).toBe(true);
  await close().catch(() => undefined);
});

it('is a session that ends between two statements of a transaction, and the process lives on', async () => {
  const server = await startTestPostgres();
  const [dying, other] = [await openDatabase<unknown>(server), await openDatabase<unknown>(server)];
  const fault = await dying.db
    .transaction()
    .execute(async (transaction) => {
      const { rows } = await sql<{ pid: number }>`SELECT pg_backend_pid() AS pid`.execute(transaction);
      await sql`SELECT pg_terminate_backend(${rows[0]?.pid}, 5000)`.execute(other.db);
      await sql`SELECT 1`.execute(transaction);
    })
    .catch((error: unknown) => error);
  expect(isConnectionFault(fault)).toBe(true);
  expect(await faultOf(dying.db, 'SELECT 1')).toBeNull();
  await Promise.all([dying.close(), other.close()]);
  await server.stop();
});

it.each([
  ['57P01', 'terminating connection due to administrator command', true],
  ['53300', 'sorry, too many clients already', true],
  ['08006', 'connection failure', true],
  ['23505', 'duplicate key value violates unique constraint', false],
  [undefined, 'Connection terminated unexpectedly', true],
  [undefined, 'something else', false],
])('is told by code %s and message %s', (code, message, expected) => {
  expect(isConnectionFault(Object.assign(new Error(message), { code }))).toBe(expected);
});

it.each([null, 'ECONNREFUSED', { code: 'ECONNREFUSED' }])('is never what is no error: %j', (thrown) => {
  expect(isConnectionFault(thrown)).toBe(false);
});

it.each([
  ['57014', true],
  ['55P03', true],
  ['57P01', false],
  [undefined, false],
])('tells by code %s whether a statement took too long: %s', (code, expected) => {
  const error = Object.assign(new Error('canceling statement'), { code });
  expect(isTimeoutFault(error)).toBe(expected);
  expect(isTimeoutFault({ code })).toBe(false);
});
