import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openCatalogDatabase } from '../../src/database/open-catalog-database.ts';
import { advanceRange, claimRange, LostClaimError } from '../../src/pull/claim-range.ts';
import { balances, emptyCounters } from '../../src/pull/counters.ts';
import { defaultPullFlags, type PullFlags } from '../../src/pull/flags.ts';
import { workOne } from '../../src/pull/run-pull.ts';
import { findRunningRun, openRun, type PullRun, sumRun } from '../../src/pull/runs.ts';
import { sendPull } from '../../src/pull/send-pull.ts';
import { workPull } from '../../src/pull/work-pull.ts';
import { openQueue } from '../../src/queue/open-queue.ts';
import { startWorker } from '../../src/worker/run-worker.ts';
import { openTestPull, type TestPull } from '../jobs/open-pull.ts';
import { dialects } from '../jobs/open-test-database.ts';
import { type Seed, seedRows } from '../jobs/seed-rows.ts';
import { replyTruth } from '../jobs/truth.ts';
import { until } from '../jobs/until.ts';
import { replyStatus } from '../resolver-client/test-resolver.ts';

const albums = (count: number): Seed[] => Array.from({ length: count }, (_, place) => ({ title: `Album ${place}` }));
const small: PullFlags = { ...defaultPullFlags, batchSize: 2, vaBatchSize: 2 };

describe.each(dialects)('ranges of a pull on %s', (dialect) => {
  let test: TestPull;
  beforeAll(async () => {
    test = await openTestPull(dialect);
  }, 60_000);
  beforeEach(() => test.startOver());
  afterAll(() => test?.close());

  const read = async <T>(query: string) => (await sql.raw<T>(query).execute(test.db)).rows;
  const open = (): Promise<PullRun> =>
    test.db.transaction().execute((transaction) => openRun(transaction, small, 'test'));
  const rangeOf = ({ ranges }: PullRun) => ranges.find(({ cohort }) => cohort === 'non_va')?.rangeNo as number;
  const claim = (run: PullRun, worker: string, leaseSeconds = 60) =>
    claimRange(test.db, { runId: run.runId, rangeNo: rangeOf(run), worker, leaseSeconds });
  const lapse = (seconds: number) => read(`UPDATE job_range SET claimed_at = now() - interval '${seconds} seconds'`);

  it('are held by one worker, until it was not heard of for the lease', async () => {
    await seedRows(test.db, albums(3));
    const run = await open();
    expect(await claim(run, 'first')).toMatchObject({ cursorId: 0, lastId: 3, cohort: 'non_va' });
    expect(await claim(run, 'second')).toBe('held');
    await lapse(59);
    expect(await claim(run, 'second')).toBe('held');
    await lapse(61);
    expect(await claim(run, 'second')).toMatchObject({ cursorId: 0 });
    expect(await claim(run, 'first')).toBe('held');
  });

  it('are claimed by one of many that try at once', async () => {
    await seedRows(test.db, albums(3));
    const run = await open();
    const claims = await Promise.all(Array.from({ length: 8 }, (_, place) => claim(run, `worker ${place}`)));
    expect(claims.filter((each) => each !== 'held')).toHaveLength(1);
  });

  it('are taken over where a worker died, from its last page on, and every row is asked once', async () => {
    await seedRows(test.db, albums(7));
    const run = await open();
    const dying = new AbortController();
    test.resolver.reset((asked, response, request) => {
      if (test.resolver.asked.length === 3) dying.abort(new Error('died'));
      return replyTruth()(asked, response, request);
    });
    const rangeNo = rangeOf(run);
    await expect(
      workOne(test.makeDependencies({ signal: dying.signal }), run, { rangeNo, worker: 'first' }),
    ).rejects.toThrow('died');
    // As one that was killed leaves it: claimed, and silent.
    await read(`UPDATE job_range SET state = 'working' WHERE range_no = ${rangeNo}`);
    await lapse(61);
    expect(await workOne(test.makeDependencies(), run, { rangeNo, worker: 'second', leaseSeconds: 60 })).toBe('done');
    const asked = test.resolver.asked.flatMap(({ inputs }) => inputs.map(({ library_id }) => library_id));
    expect(asked).toEqual([1, 2, 3, 4, 5, 6, 5, 6, 7]);
    const { non_va: counters } = await sumRun(test.db, run.runId);
    expect(counters).toMatchObject({ scanned: 7, rows_resolved: 7, lml_total_calls: 4 });
    expect(await read('SELECT count(*)::integer AS count FROM library_identity')).toEqual([{ count: 7 }]);
  });

  it.each(['another worker', 'the same worker'])('are not written to by a worker whose claim %s took', async (who) => {
    await seedRows(test.db, albums(4));
    const run = await open();
    const rangeNo = rangeOf(run);
    const taker = who === 'the same worker' ? 'first' : 'second';
    test.resolver.reset(async (asked, response, request) => {
      if (test.resolver.asked.length === 2) {
        await lapse(61);
        expect(await claim(run, taker)).toMatchObject({ cursorId: 2 });
      }
      await replyTruth()(asked, response, request);
    });
    const working = workOne(test.makeDependencies(), run, { rangeNo, worker: 'first' });
    await expect(working).rejects.toBeInstanceOf(LostClaimError);
    expect(await read('SELECT library_id AS id FROM library_attempt ORDER BY 1')).toEqual([{ id: 1 }, { id: 2 }]);
    const [range] = await read<Record<string, unknown>>(`
      SELECT cursor_id, state, counters->'scanned' AS scanned, worker LIKE '${taker}/%' AS taken
      FROM job_range WHERE range_no = ${rangeNo}`);
    expect(range).toEqual({ cursor_id: 2, state: 'working', scanned: 2, taken: true });
  });

  it('are free at once where their worker ends with a fault', async () => {
    await seedRows(test.db, albums(2));
    const run = await open();
    const stopped = test.makeDependencies({ signal: AbortSignal.abort(new Error('stopping')) });
    const message = { runId: run.runId, rangeNo: rangeOf(run) };
    await expect(workPull(stopped, message, { name: 'first', leaseSeconds: 60 })).rejects.toThrow('stopping');
    await workPull(test.makeDependencies(), message, { name: 'second', leaseSeconds: 60 });
    expect((await sumRun(test.db, run.runId)).non_va?.rows_resolved).toBe(2);
  });

  it('cannot be moved on after their run was aborted or ended', async () => {
    await seedRows(test.db, albums(2));
    const run = await open();
    const held = await claim(run, 'first');
    if (typeof held === 'string') throw new Error(held);
    await advanceRange(test.db, held, { cursorId: 2, counters: emptyCounters(), done: true });
    const again = advanceRange(test.db, held, { cursorId: 1, counters: emptyCounters(), done: false });
    await expect(again).rejects.toBeInstanceOf(LostClaimError);
    expect(await claim(run, 'second')).toBe('done');
    await read(`UPDATE job_run SET state = 'aborted'`);
    expect(await findRunningRun(test.db, run.runId)).toBeNull();
    expect(await claimRange(test.db, { runId: run.runId, rangeNo: 0, worker: 'second', leaseSeconds: 60 })).toBe(
      'done',
    );
  });

  it('end for every worker where one is refused the key', async () => {
    await seedRows(test.db, albums(2));
    const runId = await sendPull(test.db, test.queue, small, 'test');
    test.resolver.reset(replyStatus(401));
    for (const rangeNo of [0, 1])
      await workPull(test.makeDependencies(), { runId, rangeNo }, { name: 'a', leaseSeconds: 60 });
    expect(await read('SELECT state, failure FROM job_run')).toEqual([
      { state: 'aborted', failure: 'the resolver refuses the key' },
    ]);
    expect(test.resolver.asked).toHaveLength(1);
  });

  it('are worked on by a worker of the queue until the run is over', async () => {
    await seedRows(test.db, [...albums(9), ...albums(3).map((seed) => ({ ...seed, letters: 'Z' }))]);
    const runId = await sendPull(test.db, test.queue, small, 'test');
    const { signal: _signal, ...dependencies } = test.makeDependencies();
    const worker = await startWorker({ ...dependencies, queue: test.queue, name: 'only' }, { pollingSeconds: 0.5 });
    await until(async () => (await findRunningRun(test.db, runId)) === null);
    await worker.stop();
    expect(await sumRun(test.db, runId)).toMatchObject({ va: { scanned: 3 }, non_va: { scanned: 9 } });
  });
});

describe('two workers on postgres', () => {
  let test: TestPull;
  beforeAll(async () => {
    test = await openTestPull('postgres');
  }, 60_000);
  beforeEach(() => test.startOver());
  afterAll(() => test?.close());

  it('share a run through the queue, each with connections of its own, and ask each row once', async () => {
    // Two ranges of each cohort.
    const seeds = Array.from({ length: 4200 }, (_, place) => (place % 10 === 0 ? { letters: 'Z' } : {}));
    await seedRows(test.db, seeds);
    const flags = { ...defaultPullFlags, batchSize: 100, vaBatchSize: 20 };
    test.resolver.reset(async (asked, response, request) => {
      await new Promise((resolve) => setTimeout(resolve, 10));
      await replyTruth()(asked, response, request);
    });
    const raise = (error: Error): never => {
      throw error;
    };
    const open = async (name: string) => {
      const database = await openCatalogDatabase(test.location);
      const queue = await openQueue(database, test.location, { onError: raise, supervise: false });
      const { signal: _signal, ...dependencies } = test.makeDependencies({ db: database.db });
      const worker = await startWorker({ ...dependencies, queue, name }, { ranges: 1, pollingSeconds: 0.5 });
      return async () => {
        await worker.stop();
        await queue.stop({ graceful: false });
        await database.close();
      };
    };
    const closers = [await open('left'), await open('right')];
    const runId = await sendPull(test.db, test.queue, flags, 'test');
    await until(async () => (await findRunningRun(test.db, runId)) === null, 60_000);
    for (const close of closers) await close();
    const asked = test.resolver.asked.flatMap(({ inputs }) => inputs.map(({ library_id }) => library_id));
    expect(asked).toHaveLength(4200);
    expect(new Set(asked).size).toBe(4200);
    const { va, non_va } = await sumRun(test.db, runId);
    expect([va?.rows_resolved_compilation, non_va?.rows_resolved]).toEqual([420, 3780]);
    expect([va, non_va].every((counters) => counters !== undefined && balances(counters))).toBe(true);
    const { rows } = await sql<{ worker: string }>`
      SELECT DISTINCT split_part(worker, '/', 1) AS worker FROM job_range ORDER BY 1`.execute(test.db);
    expect(rows.map(({ worker }) => worker)).toEqual(['left', 'right']);
  }, 90_000);
});
