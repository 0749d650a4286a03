import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { libraryWatermark } from '../../src/export/library-watermark.ts';
import { addFlowsheetEntry } from '../../src/flowsheet/add-play.ts';
import { deleteRow } from '../../src/library/delete-row.ts';
import { defaultPullFlags } from '../../src/pull/flags.ts';
import { findRunningRun } from '../../src/pull/runs.ts';
import { sendPull } from '../../src/pull/send-pull.ts';
import { startWorker } from '../../src/worker/run-worker.ts';
import { openTestPull, type TestPull } from '../jobs/open-pull.ts';
import { dialects } from '../jobs/open-test-database.ts';
import { seedRows } from '../jobs/seed-rows.ts';
import { answerOf } from '../jobs/truth.ts';
import { until } from '../jobs/until.ts';

describe.each(dialects)('a pull of a whole library on %s', (dialect) => {
  let test: TestPull;
  beforeAll(async () => {
    test = await openTestPull(dialect);
  }, 60_000);
  beforeEach(() => test.startOver());
  afterAll(() => test?.close());

  const read = async <T>(query: string) => (await sql.raw<T>(query).execute(test.db)).rows;

  it('writes to the row it asked about, though the older number of each is the id of another', async () => {
    const ids = await seedRows(
      test.db,
      Array.from({ length: 6 }, () => ({})),
    );
    const largest = Math.max(...ids);
    await sql`UPDATE library SET legacy_release_id = ${largest}::integer + 1 - id`.execute(test.db);
    await test.pull();
    const asked = test.resolver.asked.flatMap(({ inputs }) => inputs);
    expect(asked.map(({ library_id, legacy_release_id }) => [library_id, legacy_release_id])).toEqual(
      ids.map((id) => [id, largest + 1 - id]),
    );
    const masters = await read<{ id: number; master: number }>(
      'SELECT library_id AS id, discogs_master_id AS master FROM library_identity ORDER BY 1',
    );
    expect(masters).toEqual(
      asked.map((input) => ({ id: input.library_id, master: answerOf(input).main?.discogs_master_id })),
    );
  });

  it('takes its turn where two are ordered in the same minute: no row is asked about twice', async () => {
    await seedRows(
      test.db,
      Array.from({ length: 12 }, (_, place) => (place % 4 === 0 ? { letters: 'Z' } : {})),
    );
    const flags = { ...defaultPullFlags, batchSize: 2, vaBatchSize: 2 };
    const runs = [await sendPull(test.db, test.queue, flags, 'one'), await sendPull(test.db, test.queue, flags, 'two')];
    const { signal: _signal, ...dependencies } = test.makeDependencies();
    const worker = await startWorker({ ...dependencies, queue: test.queue, name: 'only' }, { pollingSeconds: 0.5 });
    for (const runId of runs) await until(async () => (await findRunningRun(test.db, runId)) === null, 60_000);
    await worker.stop();
    const asked = test.resolver.asked.flatMap(({ inputs }) => inputs.map(({ library_id }) => library_id));
    expect(asked).toHaveLength(12);
    expect(new Set(asked).size).toBe(12);
    expect(await read('SELECT state FROM job_run ORDER BY run_id')).toEqual([
      { state: 'succeeded' },
      { state: 'succeeded' },
    ]);
  }, 90_000);

  it('touches no library row, and marks no export as out of date where nothing changed', async () => {
    await seedRows(test.db, [{ title: 'Nothing here' }, { letters: 'Z' }, {}, {}]);
    const versions = () => read('SELECT id, xmin::text AS version FROM library ORDER BY id');
    const before = await versions();
    await test.pull();
    expect(await versions()).toEqual(before);
    const mark = await libraryWatermark(test.db);
    await read(`UPDATE library_attempt SET attempted_at = attempted_at - interval '40 days'`);
    await read(`UPDATE library_identity SET last_verified_at = last_verified_at - interval '40 days'`);
    await test.pull();
    expect(test.resolver.asked.flatMap(({ inputs }) => inputs)).toHaveLength(8);
    expect(await libraryWatermark(test.db)).toBe(mark);
    expect(await versions()).toEqual(before);
  });

  it('leaves the database knowing how its tables are filled, so that searches are not planned for empty ones', async () => {
    const known = () =>
      read(`SELECT relname AS name, reltuples::integer AS rows FROM pg_class
        WHERE relname IN ('library', 'library_identity', 'library_identity_source') ORDER BY 1`);
    await seedRows(
      test.db,
      Array.from({ length: 50 }, () => ({})),
    );
    await test.pull();
    expect(await known()).toEqual([
      { name: 'library', rows: 50 },
      { name: 'library_identity', rows: 50 },
      { name: 'library_identity_source', rows: 50 },
    ]);
  });

  it('leaves the plays of a row that is deleted after it with what was played', async () => {
    const [id] = await seedRows(test.db, [{ artist: 'Broadcast', title: 'Tender Buttons' }]);
    await test.pull();
    const play = { showId: null, libraryId: id!, rotationId: null, entryType: 'track', trackTitle: 'Corporeal' };
    const untold = { artistName: null, albumTitle: null, label: null, requestFlag: false, message: null };
    await test.db
      .transaction()
      .execute((transaction) => addFlowsheetEntry(transaction, test.queue, { ...play, ...untold }));
    await test.db
      .transaction()
      .execute((transaction) => deleteRow(transaction, { libraryId: id!, actor: 'Ada', reason: null }));
    expect(await read('SELECT library_id, artist_name, album_title, track_title FROM flowsheet')).toEqual([
      { library_id: null, artist_name: 'Broadcast', album_title: 'Tender Buttons', track_title: 'Corporeal' },
    ]);
  });
});
