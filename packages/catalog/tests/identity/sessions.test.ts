import { type Database, openDatabase } from '@deadwax/platform/database/open-database';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { CatalogDatabase, CatalogTables } from '../../src/database/tables.ts';
import { applyVerdicts } from '../../src/identity/apply-verdicts.ts';
import { dialects } from '../jobs/open-test-database.ts';
import { until } from '../jobs/until.ts';
import { found, resolved, weakly } from './answers.ts';
import { answersTo, type IdentityTest, idsOf, openIdentityTest, seed, writer } from './open-identity-test.ts';

const TABLES = [
  'library_identity',
  'library_identity_source',
  'library_identity_history',
  'library_attempt',
  'artist_identity',
  'artist_identity_conflict',
];

async function dump(db: CatalogDatabase): Promise<unknown[]> {
  const rows: unknown[] = [];
  for (const table of TABLES)
    rows.push((await sql`SELECT to_jsonb(t) FROM ${sql.table(table)} AS t ORDER BY 1`.execute(db)).rows);
  return rows;
}

describe.each(dialects)('writers at once on %s', (dialect) => {
  let test: IdentityTest;
  let second: Pick<Database<CatalogTables>, 'db'>;
  let closeSecond = async () => undefined as unknown;
  beforeAll(async () => {
    test = await openIdentityTest(dialect);
    // The embedded database has one session, which transactions take in turn.
    if (dialect === 'pglite') second = test;
    else {
      const database = await openDatabase<CatalogTables>(test.location);
      second = database;
      closeSecond = database.close;
    }
  }, 60_000);
  beforeEach(() => test.empty());
  afterAll(async () => {
    await closeSecond();
    await test?.close();
  });

  const write = (db: CatalogDatabase, answers: Awaited<ReturnType<typeof answersTo>>) =>
    db.transaction().execute((transaction) => applyVerdicts(transaction, answers, writer));

  it('give a row that had nothing one identity, and a history of the other', async () => {
    for (let round = 0; round < 10; round += 1) {
      const [id] = await seed(test.db);
      const of = (master: string) =>
        answersTo(test.db, [resolved([found('discogs_master', master)], { library_id: id! })]);
      const [older, newer] = [await of('1'), await of('2')];
      await Promise.all([write(test.db, older), write(second.db, newer)]);
      // Whichever came first: the newer answer stands.
      expect(idsOf(await test.read(id!))).toEqual({ discogs_master: '2' });
      const history = await test.history(id!);
      expect(history.map(({ identity }) => identity?.discogs_master_id)).toEqual(history.length === 0 ? [] : [1]);
    }
  });

  it('of pages that overlap, in opposite orders, both end', async () => {
    const ids = await seed(test.db, 40, 'Broadcast');
    const page = (order: number[], artist: string) =>
      answersTo(
        test.db,
        order.map((library_id) =>
          resolved([found('discogs_master', String(library_id)), found('discogs_artist', artist)], { library_id }),
        ),
      );
    for (let round = 0; round < 8; round += 1) {
      const [up, down] = [
        await page(ids.slice(0, 30), `${100 + round}`),
        await page(ids.slice(10).reverse(), `${200 + round}`),
      ];
      const applied = await Promise.all([write(test.db, up), write(second.db, down)]);
      expect(applied.map(({ outcomes }) => outcomes.size)).toEqual([30, 30]);
    }
    const { rows } = await sql<{ count: number }>`SELECT count(*)::integer AS count FROM library_identity`.execute(
      test.db,
    );
    expect(rows).toEqual([{ count: 40 }]);
  }, 60_000);

  it('of the same artist, in opposite orders, both end, and the artist has one id of each source', async () => {
    const names = ['Broadcast', 'Stereolab', 'Pram'];
    const ids: number[] = [];
    for (const name of names) ids.push(...(await seed(test.db, 2, name)));
    const page = (rows: number[], base: number) =>
      answersTo(
        test.db,
        rows.map((library_id) => resolved([found('discogs_artist', String(base + library_id))], { library_id })),
      );
    const odd = await page(
      ids.filter((_, place) => place % 2 === 0),
      100,
    );
    const even = await page(ids.filter((_, place) => place % 2 === 1).reverse(), 200);
    await Promise.all([write(test.db, odd), write(second.db, even)]);
    const { rows } = await sql<{ artists: number; conflicts: number }>`
      SELECT (SELECT count(*)::integer FROM artist_identity) AS artists,
        (SELECT count(*)::integer FROM artist_identity_conflict) AS conflicts`.execute(test.db);
    expect(rows).toEqual([{ artists: 3, conflicts: 3 }]);
  });
});

describe('a writer whose database session dies', () => {
  let test: IdentityTest;
  beforeAll(async () => {
    test = await openIdentityTest('postgres');
  }, 60_000);
  beforeEach(() => test.empty());
  afterAll(() => test?.close());

  /** Kills the session of `work` before its statement of that number. Gives whether there was one. */
  const killBefore = async (statement: number, work: (db: CatalogDatabase) => Promise<unknown>): Promise<boolean> => {
    const database = await openDatabase<CatalogTables>(test.location, { maxConnections: 1 });
    try {
      await database.db.transaction().execute(async (transaction) => {
        const { rows } = await sql<{ pid: number }>`SELECT pg_backend_pid() AS pid`.execute(transaction);
        let sent = 0;
        const counted = transaction.withPlugin({
          transformQuery: ({ node }) => node,
          transformResult: async ({ result }) => {
            sent += 1;
            if (sent === statement) await kill(rows[0]!.pid);
            return result;
          },
        });
        await work(counted);
        if (sent < statement) throw new Finished();
      });
      return true;
    } catch (error) {
      return !(error instanceof Finished);
    } finally {
      await database.close();
    }
  };
  const kill = async (pid: number) => {
    await sql`SELECT pg_terminate_backend(${pid})`.execute(test.db);
    const isGone = async () =>
      (await sql`SELECT 1 FROM pg_stat_activity WHERE pid = ${pid}`.execute(test.db)).rows.length === 0;
    await until(isGone);
  };

  it('leaves everything as it was, between whichever two of its statements that is', async () => {
    const ids = await seed(test.db, 3, 'Broadcast');
    const page = (master: string, artist: string) =>
      ids.map((library_id) =>
        resolved([found('discogs_master', master), found('discogs_artist', artist, weakly)], { library_id }),
      );
    await test.apply([...page('1', '7').slice(0, 2)]);
    const before = await dump(test.db);
    const answers = await answersTo(test.db, page('2', '8'));
    const apply = (db: CatalogDatabase) => applyVerdicts(db, answers, writer);
    let statements = 1;
    while (await killBefore(statements, apply)) {
      expect(await dump(test.db)).toEqual(before);
      statements += 1;
      expect(statements).toBeLessThan(30);
    }
    expect(statements).toBeGreaterThan(6);
    // The next to come finds no lock in its way.
    const applied = await test.db.transaction().execute(apply);
    expect([...applied.outcomes.values()]).toEqual(['written', 'written', 'written']);
  }, 60_000);
});

class Finished extends Error {}
