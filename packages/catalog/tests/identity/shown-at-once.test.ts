import { openDatabase } from '@deadwax/platform/database/open-database';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { idList } from '../../src/database/json-rows.ts';
import type { CatalogDatabase, CatalogTables } from '../../src/database/tables.ts';
import { applyVerdicts } from '../../src/identity/apply-verdicts.ts';
import { recordFailures } from '../../src/identity/record-failures.ts';
import { deleteRow } from '../../src/library/delete-row.ts';
import { dialects } from '../jobs/open-test-database.ts';
import { found, resolved } from './answers.ts';
import { answersTo, type IdentityTest, openIdentityTest, seed, writer } from './open-identity-test.ts';

describe.each(dialects)('what lists show, written by several at once on %s', (dialect) => {
  let test: IdentityTest;
  let second: CatalogDatabase;
  let closeSecond = async () => undefined as unknown;
  beforeAll(async () => {
    test = await openIdentityTest(dialect);
    second = test.db;
    // The embedded database has one session, which transactions take in turn.
    if (dialect === 'pglite') return;
    const database = await openDatabase<CatalogTables>(test.location);
    second = database.db;
    closeSecond = database.close;
  }, 60_000);
  beforeEach(() => test.empty());
  afterAll(async () => {
    await closeSecond();
    await test?.close();
  });

  const remove = (libraryId: number) =>
    test.db.transaction().execute((transaction) => deleteRow(transaction, { libraryId, actor: 'md', reason: null }));

  it('holds up neither who writes answers nor who notes that there were none', async () => {
    const ids = await seed(test.db, 30, 'Broadcast');
    for (let round = 0; round < 15; round += 1) {
      const answers = await answersTo(
        test.db,
        ids.map((library_id) => resolved([found('discogs_master', String(library_id + round))], { library_id })),
      );
      await Promise.all([
        test.db.transaction().execute((transaction) => applyVerdicts(transaction, answers, writer)),
        second.transaction().execute((transaction) =>
          recordFailures(
            transaction,
            ids.map((libraryId) => ({ libraryId, reason: 'timeout' })),
          ),
        ),
      ]);
    }
    const { rows } = await sql`SELECT library_id FROM library_shown WHERE identity IS NOT NULL`.execute(test.db);
    expect(rows).toHaveLength(30);
  }, 60_000);

  it('has all that is put in the rotation of a record, and lets it be deleted meanwhile', async () => {
    const [id] = await seed(test.db, 1, 'Low');
    const add = (db: CatalogDatabase, bin: string) =>
      sql`INSERT INTO rotation (library_id, bin, artist_name, album_title) VALUES (${id!}, ${bin}, 'Low', 'x')`.execute(
        db,
      );
    for (let round = 0; round < 8; round += 1)
      await Promise.all([add(test.db, 'H'), add(second, 'M'), add(test.db, 'L'), add(second, 'S')]);
    const { rows } = await sql<{ count: number }>`
      SELECT json_array_length(rotation) AS count FROM library_shown WHERE library_id = ${id!}`.execute(test.db);
    expect(rows).toEqual([{ count: 32 }]);
    await Promise.all([remove(id!), sql`UPDATE rotation SET kill_date = current_date WHERE bin = 'H'`.execute(second)]);
    expect((await sql`SELECT 1 FROM library_shown`.execute(test.db)).rows).toEqual([]);
  }, 60_000);

  it('lets a record in the rotation be deleted while it is noted that nobody answers of it, and of others', async () => {
    for (let round = 0; round < 20; round += 1) {
      const ids = await seed(test.db, 20, 'Low');
      const failures = ids.map((libraryId) => ({ libraryId, reason: 'timeout' }));
      const gone = ids[round]!;
      await recordFailures(
        test.db,
        round % 2 === 0 ? failures : failures.filter(({ libraryId }) => libraryId !== gone),
      );
      await sql`INSERT INTO rotation (library_id, bin, artist_name, album_title) VALUES (${gone}, 'H', 'Low', 'x')`.execute(
        test.db,
      );
      await Promise.all([
        remove(gone),
        second.transaction().execute((transaction) => recordFailures(transaction, failures)),
      ]);
      const { rows } = await sql<{ failures: number }>`
        SELECT failures FROM library_attempt WHERE library_id IN ${idList(ids)} ORDER BY library_id`.execute(test.db);
      expect(rows).toEqual(Array.from({ length: 19 }, () => ({ failures: 2 })));
    }
  }, 60_000);
});
