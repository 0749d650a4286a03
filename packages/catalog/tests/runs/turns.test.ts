import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sendDrift } from '../../src/drift/open-drift.ts';
import { workDrift } from '../../src/drift/work-drift.ts';
import { defaultPullFlags } from '../../src/pull/flags.ts';
import { sendPull } from '../../src/pull/send-pull.ts';
import { workPull } from '../../src/pull/work-pull.ts';
import { NotItsTurnError } from '../../src/runs/turns.ts';
import { keepSchedules } from '../../src/worker/keep-schedules.ts';
import { startWorker } from '../../src/worker/run-worker.ts';
import { openTestPull, type TestPull } from '../jobs/open-pull.ts';
import { dialects } from '../jobs/open-test-database.ts';
import { seedRows } from '../jobs/seed-rows.ts';
import { replyTruth } from '../jobs/truth.ts';
import { until } from '../jobs/until.ts';

describe.each(dialects)('runs that ask about the whole library on %s', (dialect) => {
  let test: TestPull;
  beforeAll(async () => {
    test = await openTestPull(dialect);
  }, 120_000);
  beforeEach(async () => {
    await test.startOver();
    await seedRows(
      test.db,
      Array.from({ length: 8 }, (_, place) => ({ title: `Album ${place}` })),
    );
  });
  afterAll(() => test?.close());

  const read = async (query: string) => (await sql.raw<Record<string, unknown>>(query).execute(test.db)).rows;
  const openPull = () => sendPull(test.db, test.queue, defaultPullFlags, 'test');
  const openDrift = () => sendDrift(test.db, test.queue, { actor: 'test', sample: 'all' });
  const work = async (run: () => Promise<void>) => {
    const { signal: _signal, ...dependencies } = test.makeDependencies();
    const worker = await startWorker({ ...dependencies, queue: test.queue, name: 'only' }, { pollingSeconds: 0.5 });
    try {
      await run();
    } finally {
      await worker.stop();
    }
  };
  const ended = async (count: number) =>
    (await read(`SELECT 1 FROM job_run WHERE state = 'succeeded' AND job <> 'gate'`)).length === count;

  it('take turns where two are due at the same minute, whatever they are', async () => {
    await test.pull();
    await read(`UPDATE library_identity SET last_verified_at = now() - interval '8 days'`);
    test.resolver.reset(async (asked, response, request) => {
      await new Promise((resolve) => setTimeout(resolve, 100));
      await replyTruth()(asked, response, request);
    });
    await Promise.all([openPull(), openDrift(), openPull(), openDrift()]);
    await work(() => until(() => ended(5), 60_000));
    // None began to write before the one before it had ended.
    const order = await read(`SELECT run_id, job, finished_at FROM job_run WHERE run_id > 1 ORDER BY finished_at`);
    expect(order.map(({ run_id }) => Number(run_id))).toEqual([2, 3, 4, 5]);
    expect(test.resolver.state.mostOpen).toBe(1);
  }, 90_000);

  it('wait while another goes before, and are shown to live meanwhile', async () => {
    const pull = await openPull();
    const drift = await openDrift();
    await read(`UPDATE job_run SET heartbeat_at = now() - interval '10 minutes' WHERE run_id = ${drift}`);
    await expect(workDrift(test.makeDependencies(), { runId: drift })).rejects.toBeInstanceOf(NotItsTurnError);
    expect(test.resolver.asked).toEqual([]);
    const [run] = await read(
      `SELECT state, heartbeat_at > now() - interval '1 minute' AS lives FROM job_run WHERE run_id = ${drift}`,
    );
    expect(run).toEqual({ state: 'running', lives: true });
    for (const rangeNo of [0, 1])
      await workPull(test.makeDependencies(), { runId: pull, rangeNo }, { name: 'a', leaseSeconds: 60 });
    await workDrift(test.makeDependencies(), { runId: drift });
    expect(await ended(2)).toBe(true);
  });

  it('are held up by none that nobody was heard of in for a quarter of an hour', async () => {
    const pull = await openPull();
    const drift = await openDrift();
    await read(`UPDATE job_run SET heartbeat_at = now() - interval '14 minutes' WHERE run_id = ${pull}`);
    await expect(workDrift(test.makeDependencies(), { runId: drift })).rejects.toBeInstanceOf(NotItsTurnError);
    await read(`UPDATE job_run SET heartbeat_at = now() - interval '16 minutes' WHERE run_id = ${pull}`);
    await workDrift(test.makeDependencies(), { runId: drift });
    expect(await ended(1)).toBe(true);
  });

  it('are opened by the schedule, once each however often they are due, with the state of the gate', async () => {
    await openPull();
    for (const name of ['catalog.open-drift', 'catalog.open-drift', 'catalog.open-pull'])
      await test.queue.send(name, {});
    const skipped = () => test.logged.filter(({ step }) => step === 'schedule_skipped').length;
    const scheduled = () => test.logged.filter(({ step }) => step === 'scheduled').length;
    // Nobody is answered meanwhile, so that the first run is still going on when the next is due.
    let open = () => {};
    const opened = new Promise<void>((resolve) => {
      open = resolve;
    });
    test.resolver.reset(async (asked, response, request) => {
      await opened;
      await replyTruth()(asked, response, request);
    });
    await work(async () => {
      await until(async () => skipped() + scheduled() === 3);
      open();
      await until(() => ended(2), 60_000);
    });
    expect([scheduled(), skipped()]).toEqual([1, 2]);
    expect(await read(`SELECT job, actor FROM job_run WHERE actor = 'schedule' ORDER BY run_id LIMIT 2`)).toEqual([
      { job: 'gate', actor: 'schedule' },
      { job: 'drift', actor: 'schedule' },
    ]);
  }, 90_000);

  it('are scheduled as the configuration says, and no more once it says nothing', async () => {
    const crons = async () =>
      Object.fromEntries((await test.queue.getSchedules()).map(({ name, cron }) => [name, cron]));
    await keepSchedules(test.queue, { drift: '30 8 * * *', pull: '0 4 * * 1', changed: '45 * * * *' });
    expect(await crons()).toEqual({
      'catalog.refresh-plays': '7 * * * *',
      'catalog.open-drift': '30 8 * * *',
      'catalog.open-pull': '0 4 * * 1',
      'catalog.open-changed': '45 * * * *',
    });
    await keepSchedules(test.queue, { drift: '0 9 * * *', pull: null, changed: null });
    expect(await crons()).toEqual({ 'catalog.refresh-plays': '7 * * * *', 'catalog.open-drift': '0 9 * * *' });
  });
});
