import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sendChanged } from '@deadwax/catalog/changed/open-changed';
import type { ChangedReport } from '@deadwax/catalog/changed/report';
import { workChanged } from '@deadwax/catalog/changed/work-changed';
import { defaultPullFlags } from '@deadwax/catalog/pull/flags';
import { runPull } from '@deadwax/catalog/pull/run-pull';
import { createResolverGateway } from '@deadwax/catalog/resolver-client/gateway';
import { createApp } from '@deadwax/resolver/api/app';
import { createTokenAuthenticator } from '@deadwax/resolver/api/token-authenticator';
import { ChangeFinder } from '@deadwax/resolver/changes/change-finder';
import { Engine } from '@deadwax/resolver/engine/engine';
import { openWorkbench } from '@deadwax/resolver/engine/open-workbench';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  dialects,
  openTestDatabase,
  type TestDatabase,
} from '../../../packages/catalog/tests/jobs/open-test-database.ts';
import { seedRows } from '../../../packages/catalog/tests/jobs/seed-rows.ts';
import { buildShopOf, type ShopArtist } from '../../../packages/resolver/tests/api/build-shop.ts';

const stereolab: ShopArtist = { id: 'a1', name: 'Stereolab', releases: { r1: 'Dots and Loops' } };
const autechre: ShopArtist = { id: 'a2', name: 'Autechre', releases: { r2: 'Confield' } };
const fall: ShopArtist = { id: 'a3', name: 'The Fall', releases: { r3: 'Grotesque' } };
const shops = {
  // Stereolab's record is another one then, Autechre is as it was, The Fall is new.
  old: [stereolab, autechre],
  young: [
    { ...stereolab, releases: { r9: 'Dots and Loops' } },
    ...[autechre, fall, { id: 'a5', name: 'Various', releases: { r5: 'Pebbles' } }],
  ],
};
const library = [
  { artist: 'Stereolab', title: 'Dots and Loops' },
  { artist: 'Autechre', title: 'Confield' },
  { artist: 'Fall, The', title: 'Grotesque' },
  { artist: 'Nobody At All', title: 'Nothing' },
];
const token = 'a-token-of-this-test';

let folder = '';
let baseUrl = '';
let asked: number[] = [];
/** While it is set, the resolver fails whoever asks for verdicts. */
let isBroken = false;

class WatchedEngine extends Engine {
  override ask(batch: Parameters<Engine['ask']>[0]) {
    if (isBroken) throw new Error('broken for a test');
    const inputs: { library_id: number }[] = JSON.parse(`[${batch.pieces}]`).flat();
    asked.push(...inputs.map(({ library_id: id }) => id));
    return super.ask(batch);
  }
}
const engine = new WatchedEngine();
let app: ReturnType<typeof createApp>;
const serve = async (name: keyof typeof shops) => engine.serve(await openWorkbench(join(folder, name), { workers: 0 }));

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'deadwax-changed-'));
  for (const [name, artists] of Object.entries(shops)) await buildShopOf(join(folder, name), artists);
  const authenticate = createTokenAuthenticator([token]);
  const changes = new ChangeFinder(folder, { onFault: (error) => Promise.reject(error) });
  app = createApp({ engine, authenticate, version: '1.2.3', changes });
  baseUrl = await app.listen({ host: '127.0.0.1', port: 0 });
});
afterAll(async () => {
  app.server.closeAllConnections();
  await app.close();
  await engine.close();
  await rm(folder, { recursive: true });
});

describe.each(dialects)('a change of snapshot on %s', (dialect) => {
  let test: TestDatabase;
  let ids: number[] = [];
  beforeAll(async () => {
    test = await openTestDatabase(dialect);
  }, 120_000);
  afterAll(() => test?.close());

  const logged: string[] = [];
  const makeDependencies = () => ({
    db: test.db,
    gateway: createResolverGateway({ baseUrl, token }),
    signal: new AbortController().signal,
    log: (step: string) => void logged.push(step),
    patienceMs: [],
  });
  const readRun = (runId: number) =>
    test.db
      .selectFrom('job_run')
      .select(['state', 'failure', 'report'])
      .where('run_id', '=', String(runId))
      .executeTakeFirstOrThrow();
  const run = async (dependencies = makeDependencies(), pageRows = 2) => {
    asked = [];
    const runId = await sendChanged(test.db, test.queue, { actor: 'test', pageRows });
    await workChanged(dependencies, { runId });
    const { state, failure, report } = await readRun(runId);
    return { state, failure, report: report as ChangedReport };
  };
  const readLinks = async () =>
    (
      await test.db
        .selectFrom('library_identity_source')
        .select(['library_id', 'external_id'])
        .orderBy('library_id')
        .orderBy('external_id')
        .execute()
    ).map(({ library_id: id, external_id }) => `${ids.indexOf(id)} ${external_id}`);

  beforeEach(async () => {
    isBroken = false;
    await test.empty();
    ids = await seedRows(test.db, library);
    await serve('old');
    await runPull(makeDependencies(), defaultPullFlags, { actor: 'test' });
  });

  it('has the rows that it touches asked about again, and no others', async () => {
    expect(await readLinks()).toEqual(['0 a1', '0 r1', '1 a2', '1 r2']);
    await serve('young');
    const { state, report } = await run();
    expect(state).toBe('succeeded');
    expect(report).toMatchObject({ looked_at: 4, touched: 2, untouched: 2, could_not_tell: { rows: 0 } });
    expect(report.snapshot).toBe(engine.serving?.snapshotId);
    expect(report.asked).toMatchObject({ scanned: 2, rows_resolved: 2, rows_unresolved: 0 });
    expect(asked).toEqual([ids[0], ids[2]]);
    expect(await readLinks()).toEqual(['0 a1', '0 r9', '1 a2', '1 r2', '2 a3', '2 r3']);
  });

  it('knows of a row all that tells a compilation: its shelf, and a heading with a slip', async () => {
    await test.empty();
    ids = await seedRows(test.db, [
      { artist: 'The Pebble Men', title: 'Pebbles', shelf: 'Z 12' },
      { artist: 'Varius Artists', title: 'Pebbles' },
      { artist: 'The Pebble Men', title: 'Pebbles', shelf: 'R 12' },
    ]);
    await serve('old');
    await runPull(makeDependencies(), defaultPullFlags, { actor: 'test' });
    await serve('young');
    expect((await run()).report).toMatchObject({ looked_at: 3, touched: 2, untouched: 1 });
    expect(asked.toSorted((a, b) => a - b)).toEqual([ids[0], ids[1]]);
  });

  it('has nothing asked where there is none, and nothing twice', async () => {
    expect((await run()).report).toMatchObject({ looked_at: 0, touched: 0 });
    await serve('young');
    await run();
    expect((await run()).report).toMatchObject({ looked_at: 0, touched: 0 });
    expect(asked).toEqual([]);
  });

  it('is told from the snapshot that a row was last compared with, whichever it was answered under', async () => {
    await serve('young');
    await run();
    await serve('old');
    // The Fall is gone again, and Stereolab's record is what it was.
    expect((await run()).report).toMatchObject({ looked_at: 4, touched: 2, untouched: 2 });
    expect(await readLinks()).toEqual(expect.arrayContaining(['0 r1', '1 a2', '1 r2']));
  });

  it('leaves rows that could not be asked to the next run, with what stands of them', async () => {
    await serve('young');
    isBroken = true;
    const failed = await run();
    expect(failed.report).toMatchObject({ touched: 2, asked: { rows_skipped: { lml_error: 2 } } });
    expect(await readLinks()).toEqual(['0 a1', '0 r1', '1 a2', '1 r2']);
    const attempts = await test.db
      .selectFrom('library_attempt')
      .select(['library_id', 'failures', 'outcome'])
      .orderBy('library_id')
      .execute();
    expect(attempts.map(({ failures }) => failures)).toEqual([1, 0, 1, 0]);
    expect(attempts.map(({ outcome }) => outcome)).toEqual([
      ...['single_artist', 'single_artist', 'unresolved', 'unresolved'],
    ]);
    isBroken = false;
    expect((await run()).report).toMatchObject({ looked_at: 2, touched: 2, asked: { rows_resolved: 2 } });
  });

  it('says of which rows nobody can tell, and leaves them as they are', async () => {
    await test.db
      .updateTable('library_attempt')
      .set({ snapshot: 'gone' })
      .where('library_id', '=', ids[0] as number)
      .execute();
    await serve('young');
    const { state, report } = await run();
    expect(state).toBe('succeeded');
    expect(report).toMatchObject({ looked_at: 4, touched: 1, could_not_tell: { rows: 1, snapshots: ['gone'] } });
    expect(asked).toEqual([ids[2]]);
  });

  it('waits for rows that were edited: their push asks', async () => {
    await test.db
      .updateTable('library_attempt')
      .set({ pending_since: new Date().toISOString() })
      .where('library_id', '=', ids[0] as number)
      .execute();
    await serve('young');
    expect((await run()).report).toMatchObject({ looked_at: 3, touched: 1 });
  });

  it('ends a run whose resolver is not there, or refuses the key, with its reason', async () => {
    const gone = { ...makeDependencies(), gateway: createResolverGateway({ baseUrl: 'http://127.0.0.1:9', token }) };
    expect(await run(gone)).toMatchObject({ state: 'failed', failure: expect.stringContaining('resolver') });
    await serve('young');
    const refused = { ...makeDependencies(), gateway: createResolverGateway({ baseUrl, token: 'another' }) };
    expect(await run(refused)).toMatchObject({ state: 'aborted', failure: expect.stringContaining('key') });
    expect(asked).toEqual([]);
  });

  it('goes on where a worker stopped', async () => {
    await serve('young');
    const runId = await sendChanged(test.db, test.queue, { actor: 'test', pageRows: 1 });
    const stopping = new AbortController();
    const log = (step: string) => {
      if (step === 'changed_page') stopping.abort(new Error('the worker is stopping'));
    };
    const stopped = workChanged({ ...makeDependencies(), signal: stopping.signal, log }, { runId });
    await expect(stopped).rejects.toThrow('the worker is stopping');
    asked = [];
    await workChanged(makeDependencies(), { runId });
    expect(await readRun(runId)).toMatchObject({ state: 'succeeded', report: { looked_at: 4, touched: 2 } });
    expect(asked).toEqual([ids[2]]);
  });
});
