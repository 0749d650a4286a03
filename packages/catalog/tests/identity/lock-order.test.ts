import { openDatabase } from '@deadwax/platform/database/open-database';
import { type ControlledTransaction, type RawBuilder, sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { noteUntouched } from '../../src/changed/select-page.ts';
import { idList } from '../../src/database/json-rows.ts';
import type { CatalogDatabase, CatalogTables } from '../../src/database/tables.ts';
import { applyStandingLinks } from '../../src/identity/apply-standing-links.ts';
import { recordFailures } from '../../src/identity/record-failures.ts';
import { deleteRow } from '../../src/library/delete-row.ts';
import { seedRows } from '../jobs/seed-rows.ts';
import { until } from '../jobs/until.ts';
import { type IdentityTest, openIdentityTest, writer } from './open-identity-test.ts';

type Write = (db: CatalogDatabase) => Promise<unknown>;

const fail =
  (...ids: number[]): Write =>
  (db) =>
    recordFailures(
      db,
      ids.map((libraryId) => ({ libraryId, reason: 'timeout' })),
    );
const pass =
  (...rows: [id: number, since: string][]): Write =>
  (db) =>
    noteUntouched(
      db,
      rows.map(([library_id, since]) => ({
        ...{ library_id, since, links: [], is_compilation: false },
        ...{ artist_name: 'Low', album_title: 'x' },
      })),
      'new',
    );

// On a real server alone: the embedded database has no two sessions that could wait for each other.
describe('who writes what is noted of rows', () => {
  let test: IdentityTest;
  let second: CatalogDatabase;
  let closeSecond = async () => undefined as unknown;
  let [one, two] = [0, 0];
  beforeAll(async () => {
    test = await openIdentityTest('postgres');
    const database = await openDatabase<CatalogTables>(test.location);
    second = database.db;
    closeSecond = database.close;
  }, 60_000);
  beforeEach(async () => {
    await test.empty();
    const attempted = { outcome: 'unresolved', attemptedAt: '2026-01-01T00:00:00Z' } as const;
    [one, two] = (await seedRows(test.db, [attempted, attempted])) as [number, number];
    await sql`UPDATE library_attempt SET snapshot = 'since ' || library_id`.execute(test.db);
  });
  afterAll(async () => {
    await closeSecond();
    await test?.close();
  });

  const countWaiting = async () => {
    const { rows } = await sql`
      SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`.execute(test.db);
    return rows.length;
  };
  const hold = async (lock: RawBuilder<unknown>): Promise<ControlledTransaction<CatalogTables>> => {
    const holder = await test.db.startTransaction().execute();
    await lock.execute(holder);
    return holder;
  };
  /** Begins each when the one before it waits, lets go of what they wait for, and has all of them end. */
  const queueUp = async (holder: ControlledTransaction<CatalogTables>, writes: readonly Write[]) => {
    const begun: Promise<unknown>[] = [];
    for (const write of writes) {
      begun.push(second.transaction().execute(write));
      await until(async () => (await countWaiting()) === begun.length);
    }
    await holder.commit().execute();
    return Promise.all(begun);
  };

  it.each<[string, (id: number) => Write]>([
    ['that it could not be asked about', (id) => fail(id)],
    ['that no change touches it', (id) => pass([id, `since ${id}`])],
  ])(
    'and who deletes one that is in the rotation end both: %s',
    async (_, note) => {
      await sql`INSERT INTO rotation (library_id, bin, artist_name, album_title) VALUES (${one}, 'H', 'Low', 'x')`.execute(
        test.db,
      );
      const holder = await hold(sql`SELECT 1 FROM library_shown WHERE library_id = ${one} FOR UPDATE`);
      const remove: Write = (db) => deleteRow(db, { libraryId: one, actor: 'md', reason: null });
      expect(await queueUp(holder, [remove, note(one)])).toEqual([true, undefined]);
      expect((await sql`SELECT library_id FROM library_attempt`.execute(test.db)).rows).toEqual([{ library_id: two }]);
    },
    60_000,
  );

  it('ends though who edits the rotation holds the row that a deletion is to let go of', async () => {
    await sql`INSERT INTO rotation (library_id, bin, artist_name, album_title) VALUES (${one}, 'H', 'Low', 'x')`.execute(
      test.db,
    );
    const edit = (db: CatalogDatabase, bin: string) =>
      sql`UPDATE rotation SET bin = ${bin} WHERE library_id = ${one}`.execute(db);
    const editing = await test.db.startTransaction().execute();
    await edit(editing, 'M');
    const removed = second
      .transaction()
      .execute((transaction) => deleteRow(transaction, { libraryId: one, actor: 'md', reason: null }));
    await until(async () => (await countWaiting()) === 1);
    // A second change in the same transaction has the database look at the record itself.
    await edit(editing, 'L');
    await editing.commit().execute();
    expect(await removed).toBe(true);
  }, 60_000);

  it('takes rows in order of id, in whatever order they come and under whatever snapshots they were answered', async () => {
    const holder = await hold(sql`SELECT 1 FROM library_attempt WHERE library_id = ${one} FOR UPDATE`);
    await queueUp(holder, [fail(one, two), pass([two, `since ${two}`], [one, `since ${one}`])]);
    const { rows } = await sql`SELECT failures, unchanged_through FROM library_attempt`.execute(test.db);
    expect(rows).toEqual(Array.from({ length: 2 }, () => ({ failures: 1, unchanged_through: 'new' })));
  }, 60_000);

  it('is waited for by who writes links without an answer, before what is shown of any row is locked', async () => {
    const [third, fourth] = (await seedRows(test.db, [{}, {}])) as [number, number];
    await fail(third, fourth)(test.db);
    const link = { source: 'discogs_release', externalId: '7', method: 'exact_match', confidence: 1 };
    const choose = () => ({
      links: [{ ...link, derivedFrom: null, url: null }],
      verifiedAt: '2026-01-01T00:00:00Z',
    });
    const holder = await hold(sql`SELECT 1 FROM library_attempt WHERE library_id = ${fourth} FOR UPDATE`);
    const written = second
      .transaction()
      .execute((transaction) => applyStandingLinks(transaction, [third, fourth], { choose, writer }));
    await until(async () => (await countWaiting()) === 1);
    const { rows } = await sql`
      SELECT 1 FROM library_shown WHERE library_id IN ${idList([third, fourth])} FOR UPDATE SKIP LOCKED`.execute(
      test.db,
    );
    expect(rows).toHaveLength(2);
    await holder.commit().execute();
    expect((await written).outcomes.size).toBe(2);
  }, 60_000);
});
