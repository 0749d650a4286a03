import { type KyselyPlugin, sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exportLibrary } from '../../src/export/export-library.ts';
import { libraryWatermark } from '../../src/export/library-watermark.ts';
import { spoolExport } from '../../src/export/spool-export.ts';
import { dialects, openTestDatabase, type TestDatabase } from '../jobs/open-test-database.ts';
import { useOwnTemporaryFolder } from './own-temporary-folder.ts';

const ROWS = 5500;
const isKnown = () => false;

describe.each(dialects)('the file of an export on %s', (dialect) => {
  let test: TestDatabase;
  beforeAll(async () => {
    test = await openTestDatabase(dialect);
    await sql`INSERT INTO artist (artist_name, alphabetical_name) VALUES ('Low', 'Low')`.execute(test.db);
    await sql`INSERT INTO library (artist_id, artist_name, album_title)
      SELECT artist.id, 'Low', 'Record ' || n FROM artist, generate_series(1, ${ROWS}::integer) AS n`.execute(test.db);
  }, 120_000);
  afterAll(() => test?.close());
  const spooled = useOwnTemporaryFolder();

  it('is written from a thousand records at a time, however many there are', async () => {
    let [fetched, written, most] = [0, 0, 0];
    const counting: KyselyPlugin = {
      transformQuery: ({ node }) => node,
      transformResult: async ({ result }) => {
        fetched += result.rows.length;
        most = Math.max(most, fetched - written);
        return result;
      },
    };
    const lines = async function* (db: TestDatabase['db']) {
      for await (const line of exportLibrary(db.withPlugin(counting))) {
        written += 1;
        yield line;
      }
    };
    const { file } = await spoolExport(
      test.db,
      { mark: libraryWatermark, lines },
      { isKnown, signal: new AbortController().signal },
    );
    await file?.close();
    expect([fetched, written]).toEqual([ROWS, ROWS]);
    expect(most).toBeLessThanOrEqual(1000);
  }, 60_000);

  it('waits for the disk: no more lines are made than it takes', async () => {
    let [made, most] = [0, 0];
    const before = process.memoryUsage();
    const lines = async function* () {
      for (; made < 150_000; made += 1) {
        if (made % 5000 === 0) {
          const { heapUsed, external } = process.memoryUsage();
          most = Math.max(most, heapUsed + external - before.heapUsed - before.external);
        }
        yield `${String(made).padEnd(2000, 'x')}\n`;
      }
    };
    const { file } = await spoolExport(
      test.db,
      { mark: libraryWatermark, lines },
      { isKnown, signal: new AbortController().signal },
    );
    await file?.close();
    expect(made).toBe(150_000);
    // 300 MB pass through.
    expect(most / 1e6).toBeLessThan(150);
  }, 60_000);

  it('ends with its reader, and gives back the connection', async () => {
    const leaving = new AbortController();
    let isEnded = false;
    const lines = async function* (db: TestDatabase['db']) {
      try {
        for (let turn = 0; ; turn += 1) {
          await sql`SELECT 1`.execute(db);
          if (turn === 20) leaving.abort(new Error('the client went away'));
          yield 'line\n';
        }
      } finally {
        isEnded = true;
      }
    };
    await expect(
      spoolExport(test.db, { mark: libraryWatermark, lines }, { isKnown, signal: leaving.signal }),
    ).rejects.toThrow();
    expect([isEnded, spooled()]).toEqual([true, []]);
    // On the embedded database there is one session: a transaction that were still open would hold this up.
    expect((await sql<{ one: number }>`SELECT 1 AS one`.execute(test.db)).rows).toEqual([{ one: 1 }]);
    if (dialect === 'postgres') {
      const { rows } = await sql<{ open: number }>`SELECT count(*)::integer AS open FROM pg_stat_activity
        WHERE state LIKE 'idle in transaction%' AND datname = current_database()`.execute(test.db);
      expect(rows).toEqual([{ open: 0 }]);
    }
  }, 60_000);
});
