import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { PullCounters } from '../../src/pull/counters.ts';
import { changeResults, openTestPull, type TestPull } from '../jobs/open-pull.ts';
import { dialects } from '../jobs/open-test-database.ts';
import { type Seed, seedRows } from '../jobs/seed-rows.ts';
import { replyTruth } from '../jobs/truth.ts';
import { type Reply, replyInTurn, replyStatus } from '../resolver-client/test-resolver.ts';

const albums = (count: number): Seed[] => Array.from({ length: count }, (_, place) => ({ title: `Album ${place}` }));
const skipped = (counters: PullCounters | undefined) =>
  Object.fromEntries(Object.entries(counters?.rows_skipped ?? {}).filter(([, count]) => count > 0));

/** Refuses whole what has the row among its inputs. */
const refuse =
  (status: number, isBad: (title: string) => boolean): Reply =>
  (asked, response, request) =>
    asked.inputs.some(({ album_title }) => isBad(album_title))
      ? replyStatus(status)(asked, response, request)
      : replyTruth()(asked, response, request);

describe.each(dialects)('what goes wrong in a pull on %s', (dialect) => {
  let test: TestPull;
  beforeAll(async () => {
    test = await openTestPull(dialect);
  }, 60_000);
  beforeEach(() => test.startOver());
  afterAll(() => test?.close());

  const read = async <T>(query: string) => (await sql.raw<T>(query).execute(test.db)).rows;
  const readAttempts = () =>
    read<{ id: number; outcome: string | null; failure: string | null; failures: number }>(
      'SELECT library_id AS id, outcome, failure, failures FROM library_attempt ORDER BY library_id',
    );
  const once = { classes: { batch: { retry: { maxAttempts: 1 } } } };

  it('leaves rows that could not be asked about as they were, says why, and asks again next time', async () => {
    const ids = await seedRows(test.db, albums(3));
    test.resolver.reset(replyStatus(500));
    const { nonVa } = await test.pull({ batchSize: 2 }, test.makeDependencies({}, once));
    expect(nonVa).toMatchObject({ scanned: 3, rows_resolved: 0, lml_total_calls: 2 });
    expect(skipped(nonVa)).toEqual({ lml_error: 3 });
    expect(await readAttempts()).toEqual(ids.map((id) => ({ id, outcome: null, failure: 'http_500', failures: 1 })));
    test.resolver.reset(replyTruth());
    expect((await test.pull()).nonVa).toMatchObject({ scanned: 3, rows_resolved: 3 });
    expect(await readAttempts()).toEqual(
      ids.map((id) => ({ id, outcome: 'single_artist', failure: null, failures: 0 })),
    );
  });

  it('never takes a failure for an answer: what stood stands, and the last answer is still the last', async () => {
    const [id] = await seedRows(test.db, [{ title: 'Album' }]);
    await test.pull();
    await read(`UPDATE library_identity SET last_verified_at = now() - interval '8 days'`);
    const before = await read('SELECT * FROM library_identity');
    test.resolver.reset(replyStatus(503));
    await test.pull({}, test.makeDependencies({}, once));
    expect(await read('SELECT * FROM library_identity')).toEqual(before);
    expect(await readAttempts()).toEqual([{ id, outcome: 'single_artist', failure: 'http_503', failures: 1 }]);
  });

  it('asks a page again with patience, and counts its rows once', async () => {
    await seedRows(test.db, albums(3));
    test.resolver.reset(replyInTurn(replyStatus(500), replyStatus(503, { 'retry-after': '0' }), replyTruth()));
    const { nonVa } = await test.pull({}, test.makeDependencies({ patienceMs: [5, 5, 5] }, once));
    expect(nonVa).toMatchObject({ scanned: 3, rows_resolved: 3, lml_total_calls: 3 });
    expect(test.logged.filter(({ step }) => step === 'lml_error').map(({ details }) => details.reason)).toEqual([
      'http_500',
      'http_503',
    ]);
    expect((await readAttempts()).every(({ failure }) => failure === null)).toBe(true);
  });

  it('waits as long as the resolver asks for before it asks again', async () => {
    await seedRows(test.db, albums(1));
    test.resolver.reset(replyInTurn(replyStatus(503, { 'retry-after': '1' }), replyTruth()));
    await test.pull();
    const [first, second] = test.resolver.asked;
    expect((second?.atMs ?? 0) - (first?.atMs ?? 0)).toBeGreaterThanOrEqual(1000);
  });

  it.each([400, 413, 422])('halves a batch that is refused with %i down to the row that breaks it', async (status) => {
    const ids = await seedRows(test.db, albums(8));
    test.resolver.reset(refuse(status, (title) => title === 'Album 5'));
    const { nonVa } = await test.pull();
    expect(nonVa).toMatchObject({ scanned: 8, rows_resolved: 7, lml_total_calls: 7 });
    expect(skipped(nonVa)).toEqual({ lml_error: 1 });
    const failed = (await readAttempts()).filter(({ failure }) => failure !== null);
    expect(failed).toEqual([{ id: ids[5], outcome: null, failure: `http_${status}`, failures: 1 }]);
  });

  it.each([401, 403])('ends the run at once where the resolver answers %i, with the reason', async (status) => {
    await seedRows(test.db, albums(6));
    test.resolver.reset(replyInTurn(replyTruth(), replyStatus(status)));
    await expect(test.pull({ batchSize: 2 })).rejects.toMatchObject({ code: 'resolver_refuses_key' });
    expect(test.resolver.asked).toHaveLength(2);
    const [run] = await read<Record<string, unknown>>(`
      SELECT state, failure, report->'non_va'->'rows_resolved' AS resolved, finished_at IS NOT NULL AS finished FROM job_run`);
    expect(run).toEqual({ state: 'aborted', failure: 'the resolver refuses the key', resolved: 2, finished: true });
    test.resolver.reset(replyTruth());
    expect((await test.pull()).nonVa).toMatchObject({ scanned: 4, rows_resolved: 4 });
  });

  it('writes the others of a page where the database refuses one row', async () => {
    const ids = await seedRows(test.db, albums(7));
    await read(`ALTER TABLE library_identity ADD CONSTRAINT no_third CHECK (library_id <> ${ids[3]})`);
    const { nonVa } = await test.pull();
    await read('ALTER TABLE library_identity DROP CONSTRAINT no_third');
    expect(nonVa).toMatchObject({ scanned: 7, rows_resolved: 6, lml_total_calls: 1 });
    expect(skipped(nonVa)).toEqual({ writer_error: 1 });
    const [told] = test.logged.filter(({ step }) => step === 'writer_error');
    expect(told?.details).toMatchObject({ libraryId: ids[3], error: { constraint: 'no_third', code: '23514' } });
    expect(await read('SELECT library_id AS id FROM library_identity ORDER BY 1')).toEqual(
      ids.filter((id) => id !== ids[3]).map((id) => ({ id })),
    );
    const failed = (await readAttempts()).filter(({ failure }) => failure !== null);
    expect(failed).toEqual([{ id: ids[3], outcome: null, failure: 'writer_error', failures: 1 }]);
    expect((await test.pull()).nonVa).toMatchObject({ scanned: 1, rows_resolved: 1 });
  });

  it('writes no verdict out of its band, and says why', async () => {
    const [id] = await seedRows(test.db, albums(2));
    const where = ({ library_id }: { library_id: number }) => library_id === id;
    const beyond = changeResults(where, (result) => [{ ...result, method: 'name_variation', confidence: 0.5 }]);
    test.resolver.reset(replyTruth(beyond));
    const { nonVa } = await test.pull();
    expect(nonVa).toMatchObject({ scanned: 2, rows_resolved: 1 });
    expect(skipped(nonVa)).toEqual({ writer_error: 1 });
    const [first] = await readAttempts();
    expect(first).toMatchObject({ id, outcome: null, failure: expect.stringContaining('out of its band') });
  });

  it('writes to no row but those asked about, each from the one answer that bears its id', async () => {
    const ids = await seedRows(test.db, albums(5));
    const [missing, doubled] = ids;
    const strangers = await seedRows(test.db, [{ title: 'Not asked', identityVerifiedAt: new Date().toISOString() }]);
    test.resolver.reset(
      replyTruth((results) => {
        const others = results.filter(({ library_id }) => library_id !== missing);
        const twice = others.filter(({ library_id }) => library_id === doubled);
        return [
          ...others.toReversed(),
          ...twice,
          ...others.slice(-1).map((each) => ({ ...each, library_id: strangers[0]! })),
        ];
      }),
    );
    const { nonVa } = await test.pull();
    expect(nonVa).toMatchObject({ scanned: 5, rows_resolved: 3 });
    expect(skipped(nonVa)).toEqual({ lml_cardinality_mismatch: 1, lml_untrusted_library_id: 1 });
    expect((await readAttempts()).map(({ id, failure }) => [id, failure])).toEqual([
      [missing, 'missing'],
      [doubled, 'untrusted'],
      ...ids.slice(2).map((id) => [id, null]),
    ]);
    expect(
      await read(`SELECT discogs_master_id AS id FROM library_identity WHERE library_id = ${strangers[0]}`),
    ).toEqual([{ id: 1 }]);
  });

  it('gives no answer to a row that was edited or deleted while it was asked about', async () => {
    const [edited, deleted, left] = await seedRows(test.db, albums(3));
    test.resolver.reset(async (asked, response, request) => {
      await read(`UPDATE library SET album_title = 'Another' WHERE id = ${edited}`);
      await read(`DELETE FROM library WHERE id = ${deleted}`);
      await replyTruth()(asked, response, request);
    });
    const { nonVa } = await test.pull();
    expect(nonVa).toMatchObject({ scanned: 3, rows_resolved: 1 });
    expect(skipped(nonVa)).toEqual({ superseded: 2 });
    expect(await read('SELECT library_id AS id FROM library_identity')).toEqual([{ id: left }]);
    test.resolver.reset(replyTruth());
    expect((await test.pull()).nonVa).toMatchObject({ scanned: 1, rows_resolved: 1 });
  });

  it('asks for less at once after every strain, and for more again when it is calm', async () => {
    await seedRows(test.db, albums(40));
    test.resolver.reset(replyInTurn(replyStatus(500), replyStatus(500), replyTruth()));
    const { nonVa } = await test.pull({ batchSize: 8 }, test.makeDependencies({}, once));
    expect(test.resolver.asked.map(({ inputs }) => inputs.length)).toEqual([8, 4, 2, 2, 2, 4, 4, 4, 8, 2]);
    expect(nonVa).toMatchObject({ scanned: 40, rows_resolved: 28 });
    expect(skipped(nonVa)).toEqual({ lml_error: 12 });
  });

  it('stops between pages when told to, with what is written counted', async () => {
    await seedRows(test.db, albums(6));
    const stopping = new AbortController();
    test.resolver.reset((asked, response, request) => {
      if (test.resolver.asked.length === 2) stopping.abort(new Error('enough'));
      return replyTruth()(asked, response, request);
    });
    await expect(test.pull({ batchSize: 2 }, { signal: stopping.signal })).rejects.toThrow('enough');
    const [range] = await read<Record<string, unknown>>(`
      SELECT counters->'rows_resolved' AS resolved, cursor_id FROM job_range WHERE cohort = 'non_va'`);
    expect(range).toEqual({ resolved: 2, cursor_id: 2 });
    expect(await read('SELECT library_id AS id FROM library_identity ORDER BY 1')).toEqual([{ id: 1 }, { id: 2 }]);
  });
});
