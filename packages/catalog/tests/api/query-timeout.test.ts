import { openDatabase } from '@deadwax/platform/database/open-database';
import { startTestPostgres } from '@deadwax/platform/testing/embedded-postgres';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { expectContract, expectProblem } from './expect-contract.ts';
import { openTestCatalog, signIn } from './test-app.ts';

// On a server alone: the embedded database has one session and no clock, so nothing in it ends a statement.
it('says of a search that takes longer than it may that it did, and searches again after', async () => {
  const server = await startTestPostgres();
  const catalog = await openTestCatalog({ url: server.url });
  const other = await openDatabase<unknown>({ url: server.url });
  const search = async () => catalog.app.inject({ url: '/api/v1/library?q=dots', headers: await signIn('reader') });
  try {
    await other.db.transaction().execute(async (transaction) => {
      await sql`LOCK TABLE library IN ACCESS EXCLUSIVE MODE`.execute(transaction);
      const response = await search();
      expectContract('search-library', response);
      expectProblem(response, 503, 'query_timeout');
      expect(response.headers['retry-after']).toBe('5');
    });
    expect((await search()).statusCode).toBe(200);
  } finally {
    await other.close();
    await catalog.close();
    await server.stop();
  }
}, 60_000);
