import type { OperationId } from '@deadwax/contract/generated/catalog/operations';
import { operations } from '@deadwax/contract/generated/catalog/operations';
import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createApp } from '../../src/api/app.ts';
import type { Role } from '../../src/api/roles.ts';
import { createTokenVerifier } from '../../src/api/verify-token.ts';
import { recordOutcome } from '../../src/runs/heartbeats.ts';
import { startWorker } from '../../src/worker/run-worker.ts';
import { openTestPull, type TestPull } from '../jobs/open-pull.ts';
import { dialects } from '../jobs/open-test-database.ts';
import { seedRows } from '../jobs/seed-rows.ts';
import { replyTruth } from '../jobs/truth.ts';
import { until } from '../jobs/until.ts';
import { expectContract, expectProblem } from './expect-contract.ts';
import { signIn, tokenConfig } from './test-app.ts';

describe.each(dialects)('jobs over HTTP on %s', (dialect) => {
  let test: TestPull;
  let app: FastifyInstance;
  let worker: Awaited<ReturnType<typeof startWorker>>;
  beforeAll(async () => {
    test = await openTestPull(dialect);
    const { db, queue } = test;
    app = createApp({ db, queue, gateway: null, verifyToken: createTokenVerifier(tokenConfig), version: '9.9.9' });
    const { signal: _signal, ...dependencies } = test.makeDependencies();
    worker = await startWorker({ ...dependencies, queue, name: 'only' }, { pollingSeconds: 0.5 });
  }, 120_000);
  beforeEach(() => test.startOver());
  afterAll(async () => {
    await worker?.stop();
    await app?.close();
    await test?.close();
  });

  const ask = async (operationId: OperationId, payload?: object, role: Role = 'admin') => {
    const { method, path } = operations[operationId];
    const response = await app.inject({ method, url: path, headers: await signIn(role), ...(payload && { payload }) });
    expectContract(operationId, response);
    return response;
  };
  /** Starts a job and waits for the worker to end it. */
  const run = async (operationId: OperationId, payload: object) => {
    const started = await ask(operationId, payload);
    expect(started.statusCode).toBe(202);
    expect(started.json()).toMatchObject({ state: 'running', actor: 'The admin' });
    const { location } = started.headers;
    const read = async () => app.inject({ url: String(location), headers: await signIn('reader') });
    await until(async () => (await read()).json().state !== 'running', 30_000);
    const ended = await read();
    expectContract('get-job-run', ended);
    return ended.json();
  };

  it('compares the whole library in slices, and shows the report with examples', async () => {
    expectProblem(await ask('get-latest-drift', undefined, 'reader'), 404, 'not_found');
    await seedRows(test.db, [{ title: 'Dots and Loops' }, { title: 'Nothing' }, { title: 'Sampler', letters: 'Z' }]);
    await test.pull();
    test.resolver.reset(replyTruth(undefined, 2));
    const ended = await run('start-drift', { slice_rows: 1, alert_share: 0.5 });
    expect(ended).toMatchObject({ state: 'succeeded', parameters: { sample: 'all', sliceRows: 1, apply: false } });
    const latest = (await ask('get-latest-drift', undefined, 'reader')).json();
    expect(latest).toMatchObject({
      run_id: ended.run_id,
      // Both records that there are ids of changed, of three.
      report: {
        compared: 3,
        classes: { same: 1, 'id_changed:discogs_master_id': 2 },
        alert: true,
        cleanliness: 'unclean',
      },
      clean_streak: { runs: 0, days: 0, since: null },
    });
    expect(latest.report.id_changed_share).toBeCloseTo(2 / 3, 6);
    const [example] = latest.examples;
    expect(example).toMatchObject({
      library_id: 1,
      album_title: 'Dots and Loops',
      class: 'id_changed:discogs_master_id',
    });
    expect(example.stored.ids.discogs_master_id).not.toBe(example.fresh.ids.discogs_master_id);
    expect(test.logged.filter(({ step }) => step === 'drift_alert')).toHaveLength(1);
    const { rows } = await sql`SELECT 1 FROM library_identity_history`.execute(test.db);
    expect(rows).toEqual([]);
  }, 60_000);

  it('draws a sample, and applies what it finds where told to', async () => {
    await seedRows(
      test.db,
      Array.from({ length: 6 }, (_, place) => ({ title: `Album ${place}` })),
    );
    await test.pull();
    test.resolver.reset(replyTruth(undefined, 2));
    const ended = await run('start-drift', { sample_rows: 2, stratify_by: ['method'], seed: 'a', apply: true });
    expect(ended.report).toMatchObject({ population: 6, selected: 2, applied: { written: 2 } });
    const { rows } = await sql`SELECT 1 FROM library_identity_history`.execute(test.db);
    expect(rows).toHaveLength(2);
  }, 60_000);

  it('takes older ids over, and takes them back', async () => {
    await seedRows(test.db, [{ canonical: true }, { canonical: true }, {}]);
    const identities = async () => (await sql`SELECT library_id FROM library_identity`.execute(test.db)).rows.length;
    expect((await run('start-legacy-migration', { dry_run: true })).report.would_write_sources).toBe(2);
    expect(await identities()).toBe(0);
    expect((await run('start-legacy-migration', {})).report).toMatchObject({ scanned: 3, would_write_sources: 2 });
    expect(await identities()).toBe(2);
    expect((await run('start-legacy-migration', { unwind: true })).report).toMatchObject({ scanned: 2, unwound: 2 });
    expect(await identities()).toBe(0);
  }, 60_000);

  it('ends a run about a change of snapshot with its reason where the resolver cannot tell of any', async () => {
    await seedRows(test.db, [{}]);
    await test.pull();
    const ended = await run('start-changed', { page_rows: 1 });
    expect(ended).toMatchObject({ job: 'changed', state: 'failed', parameters: { pageRows: 1 } });
    expect(ended.failure).toContain('resolver');
    expectProblem(await ask('start-changed', { page_rows: 0 }), 422, 'invalid_input');
    expectProblem(await ask('start-changed', {}, 'dj'), 403, 'forbidden');
  }, 60_000);

  it('says what a pull would do, and does none of it', async () => {
    await seedRows(test.db, [{}, { title: 'Nothing' }]);
    const { report } = await run('start-pull', { dry_run: true });
    expect(report.non_va).toMatchObject({ scanned: 2, would_resolve: 1, would_unresolved: 1 });
    for (const table of ['library_identity', 'library_attempt'])
      expect((await sql`SELECT 1 FROM ${sql.table(table)}`.execute(test.db)).rows).toEqual([]);
  }, 60_000);

  it('reports the gate by stratum', async () => {
    await seedRows(test.db, [{ title: 'Dots and Loops' }, { title: 'Nothing', artist: 'Low' }, { letters: 'Z' }]);
    await test.pull();
    const report = (await ask('get-identity-gate', undefined, 'reader')).json();
    expect(report).toMatchObject({
      threshold: 1000,
      floor: 0.7,
      overall: {
        total_rows: 3,
        unresolved_rows: 1,
        truly_unresolved_rows: 1,
        found_nothing_rows: 1,
        gate_status: 'PASS',
      },
      strata: { single_artist: { total_rows: 2 }, compilation: { total_rows: 1, unresolved_rows: 0 } },
    });
    const strict = await app.inject({ url: '/api/v1/identity/gate?threshold=1', headers: await signIn('reader') });
    expect(strict.json().overall.gate_status).toBe('FAIL');
    const wrong = await app.inject({ url: '/api/v1/identity/gate?floor=2', headers: await signIn('reader') });
    expectProblem(wrong, 422, 'invalid_input');
  }, 60_000);

  it('tells an idle job from a dead one: every job’s last success and failure stand in the metrics', async () => {
    const metrics = async () => (await app.inject('/metrics')).body;
    const series = (job: string, what: string) => `deadwax_catalog_job_last_${what}_timestamp_seconds{job="${job}"}`;
    expect(await metrics()).not.toContain(series('drift', 'success'));
    await seedRows(test.db, [{}]);
    await run('start-drift', {});
    await test.queue.send('catalog.refresh-plays', {});
    await until(async () => (await metrics()).includes(series('refresh-plays', 'success')), 30_000);
    const broken = recordOutcome(test.db, 'refresh-plays', () => Promise.reject(new Error('no such view')));
    await expect(broken).rejects.toThrow('no such view');
    const text = await metrics();
    expect(text).toContain(series('refresh-plays', 'failure'));
    expect(text).toContain('deadwax_catalog_drift_alert 0');
    // Nothing was there to compare: a share of nothing is no share.
    expect(text).not.toMatch(/^deadwax_catalog_drift_id_changed_share \d/m);
    const [, at] = /job_last_success_timestamp_seconds\{job="drift"\} (\S+)/.exec(text) ?? [];
    expect(Math.abs(Number(at) - Date.now() / 1000)).toBeLessThan(60);
  }, 60_000);
});
