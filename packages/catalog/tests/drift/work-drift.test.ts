import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type DriftOptions, sendDrift } from '../../src/drift/open-drift.ts';
import { workDrift } from '../../src/drift/work-drift.ts';
import { advanceSoloRun, LostRunError } from '../../src/runs/solo-run.ts';
import { openTestPull, type TestPull } from '../jobs/open-pull.ts';
import { dialects } from '../jobs/open-test-database.ts';
import { seedRows } from '../jobs/seed-rows.ts';
import { replyTruth } from '../jobs/truth.ts';
import { replyInTurn, replyStatus } from '../resolver-client/test-resolver.ts';

describe.each(dialects)('a comparison in the hands of workers on %s', (dialect) => {
  let test: TestPull;
  beforeAll(async () => {
    test = await openTestPull(dialect);
  }, 120_000);
  beforeEach(async () => {
    await test.startOver();
    await seedRows(
      test.db,
      Array.from({ length: 7 }, (_, place) => ({ title: `Album ${place}` })),
    );
    await test.pull();
    test.resolver.reset(replyTruth(undefined, 2));
  });
  afterAll(() => test?.close());

  const open = (options: Partial<DriftOptions> = {}) =>
    sendDrift(test.db, test.queue, { actor: 'test', sample: 'all', sliceRows: 2, ...options });
  const readRun = async (runId: number) => {
    const run = await test.db
      .selectFrom('job_run')
      .select(['state', 'failure', 'cursor_id', 'report'])
      .where('run_id', '=', String(runId))
      .executeTakeFirstOrThrow();
    return { ...run, report: run.report as Record<string, unknown> | null };
  };
  const askedIds = () => test.resolver.asked.flatMap(({ inputs }) => inputs.map(({ library_id }) => library_id));

  it.each([
    ['the whole library', {}],
    ['a sample', { sample: 6, seed: 'a' }],
  ] as const)('goes on over %s where a worker stopped, and counts no row twice', async (_, options) => {
    const runId = await open(options);
    const stopping = new AbortController();
    const log = (step: string) => {
      if (step === 'drift_slice') stopping.abort(new Error('the worker is stopping'));
    };
    const first = test.makeDependencies({ signal: stopping.signal, log });
    await expect(workDrift(first, { runId })).rejects.toThrow('the worker is stopping');
    expect(await readRun(runId)).toMatchObject({
      state: 'running',
      report: { compared: 2, cleanliness: 'incomplete' },
    });
    await workDrift(test.makeDependencies(), { runId });
    const { state, report } = await readRun(runId);
    const rows = 'sample' in options ? 6 : 7;
    expect({ state, report }).toMatchObject({ state: 'succeeded', report: { selected: rows, compared: rows } });
    expect(new Set(askedIds()).size).toBe(rows);
    expect(askedIds()).toHaveLength(rows);
    const { rows: kept } = await sql`SELECT 1 FROM identity_drift WHERE run_id = ${runId}`.execute(test.db);
    expect(kept).toHaveLength(rows);
  });

  it('is counted by one worker where two believe that it is theirs', async () => {
    const runId = await open();
    test.resolver.reset(async (asked, response, request) => {
      // Another worker was given the message, and is a slice ahead.
      if (test.resolver.asked.length === 2)
        await advanceSoloRun(test.db, runId, { from: 2, to: 4, report: { counted: 'by the other' } });
      await replyTruth()(asked, response, request);
    });
    await expect(workDrift(test.makeDependencies(), { runId })).rejects.toBeInstanceOf(LostRunError);
    expect(await readRun(runId)).toMatchObject({ state: 'running', cursor_id: 4, report: { counted: 'by the other' } });
  });

  it('asks again through an outage that passes, and is whole', async () => {
    const runId = await open();
    test.resolver.reset(replyInTurn(replyStatus(503), replyStatus(503), replyTruth()));
    const breaker = { failures: 100, openMs: 1 };
    const retry = { maxAttempts: 1, backoffMs: 1, maxBackoffMs: 1 };
    const patient = test.makeDependencies({ patienceMs: [5, 5, 5] }, { classes: { batch: { breaker, retry } } });
    await workDrift(patient, { runId });
    expect((await readRun(runId)).report).toMatchObject({
      compared: 7,
      could_not_ask: { rows: 0 },
      classes: { same: 7 },
      cleanliness: 'clean',
    });
  });

  it('ends where the resolver refuses the key, and its message with it', async () => {
    const runId = await open();
    test.resolver.reset(replyStatus(401));
    await workDrift(test.makeDependencies(), { runId });
    expect(await readRun(runId)).toMatchObject({ state: 'aborted', failure: 'the resolver refuses the key' });
    test.resolver.reset();
    await workDrift(test.makeDependencies(), { runId });
    expect(test.resolver.asked).toEqual([]);
  });

  it('keeps small differences of a week of runs, and changed ids for good', async () => {
    const ids: number[] = [];
    for (let night = 0; night < 9; night += 1) {
      const runId = await open({ sample: 1 });
      await workDrift(test.makeDependencies(), { runId });
      ids.push(runId);
      await sql`
        INSERT INTO identity_drift (run_id, library_id, class, stratum, stored, fresh)
        SELECT ${runId}::bigint, l.id, 'confidence_only', '', '{}', '{}' FROM library l
        WHERE NOT EXISTS (SELECT 1 FROM identity_drift d WHERE d.run_id = ${runId} AND d.library_id = l.id)`.execute(
        test.db,
      );
    }
    const { rows } = await sql<{ class: string; runs: number }>`
      SELECT class, count(DISTINCT run_id)::integer AS runs FROM identity_drift GROUP BY 1 ORDER BY 1`.execute(test.db);
    expect(rows).toEqual([
      { class: 'confidence_only', runs: 7 },
      { class: 'id_changed:discogs_master_id', runs: 9 },
    ]);
  });
});
