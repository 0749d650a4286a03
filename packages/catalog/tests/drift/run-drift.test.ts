import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { cleanStreak } from '../../src/drift/clean-streak.ts';
import type { DriftOptions } from '../../src/drift/open-drift.ts';
import { runDrift } from '../../src/drift/run-drift.ts';
import { changeResults, openTestPull, type TestPull } from '../jobs/open-pull.ts';
import { dialects } from '../jobs/open-test-database.ts';
import { type Seed, seedRows } from '../jobs/seed-rows.ts';
import { replyTruth } from '../jobs/truth.ts';
import { replyStatus } from '../resolver-client/test-resolver.ts';

const seeds: Seed[] = [
  ...Array.from({ length: 12 }, (_, place) => ({ title: `Album ${place}` })),
  ...Array.from({ length: 4 }, (_, place) => ({ title: `Nothing ${place}` })),
  ...Array.from({ length: 4 }, (_, place) => ({ title: `Sampler ${place}`, letters: 'Z' })),
];

describe.each(dialects)('drift on %s', (dialect) => {
  let test: TestPull;
  beforeAll(async () => {
    test = await openTestPull(dialect);
  }, 60_000);
  beforeEach(async () => {
    await test.startOver();
    await seedRows(test.db, seeds);
    await test.pull();
    test.resolver.reset(replyTruth());
  });
  afterAll(() => test?.close());

  const run = async (options: Partial<DriftOptions> = {}) =>
    runDrift(test.makeDependencies(), { actor: 'test', sample: 'all', sliceRows: 6, ...options });
  const read = async <T>(query: string) => (await sql.raw<T>(query).execute(test.db)).rows;
  const readIdentity = async () =>
    Promise.all(
      [
        'library_identity',
        'library_identity_source',
        'library_identity_history',
        'identity_override',
        'library_attempt',
      ]
        .concat('artist_identity', 'artist_identity_conflict', 'compilation_track_artist')
        .map((table) => read(`SELECT t.*, t.xmin::text FROM ${table} t ORDER BY t::text`)),
    );
  /** The resolver knows other ids of records of this title. */
  const changeIds = (title: string, version = '0.1.0+model.1') =>
    test.resolver.reset((asked, response, request) => {
      const wanted = asked.inputs
        .filter(({ album_title }) => album_title === title)
        .map(({ library_id }) => library_id);
      return replyTruth(
        changeResults(
          ({ library_id, main }) => wanted.includes(library_id) && main !== null,
          (result) => {
            const id = 77;
            const main = { ...(result.main as NonNullable<typeof result.main>), discogs_master_id: id };
            const provenance = result.provenance.map((entry) => ({ ...entry, external_id: String(id) }));
            return [{ ...result, main, provenance, resolver_version: version }];
          },
        ),
      )(asked, response, request);
    });

  it('finds everything the same where nothing changed, asks as drift, and is clean', async () => {
    const { report, runId } = await run();
    expect(report).toMatchObject({
      population: 20,
      selected: 20,
      compared: 20,
      classes: { same: 20 },
      kinds: { stored: { single_artist: 12, unresolved: 4, compilation: 4 } },
      id_changed_share: 0,
      alert: false,
      cleanliness: 'clean',
    });
    expect(report.kinds.fresh).toEqual(report.kinds.stored);
    expect(test.resolver.asked).toHaveLength(4);
    expect(test.resolver.asked.every(({ body }) => body.include_tracks === false)).toBe(true);
    expect(await read(`SELECT state, report ->> 'compared' AS compared FROM job_run WHERE run_id = ${runId}`)).toEqual([
      { state: 'succeeded', compared: '20' },
    ]);
  });

  it('writes no identity, whatever it finds', async () => {
    const before = await readIdentity();
    test.resolver.reset(replyTruth(undefined, 2));
    const { report, runId } = await run();
    expect(report.classes).toEqual({ same: 4, 'id_changed:discogs_master_id': 16 });
    expect(await readIdentity()).toEqual(before);
    const [kept] = await read<Record<string, unknown>>(
      `SELECT count(*)::integer AS rows, min(class) AS class, min(fresh #>> '{classes,0}') AS first,
        bool_and(stored #>> '{links,0,externalId}' <> (fresh #>> '{links,0,externalId}')) AS apart
       FROM identity_drift WHERE run_id = ${runId}`,
    );
    const driftClass = 'id_changed:discogs_master_id';
    expect(kept).toEqual({ rows: 16, class: driftClass, first: driftClass, apart: true });
    expect(report).toMatchObject({ alert: true, cleanliness: 'unclean', id_changed_share: expect.closeTo(0.8, 6) });
  });

  it('tells rows apart that another version decided: they are no dirt', async () => {
    changeIds('Album 3', '0.2.0+model.2');
    const { report } = await run();
    expect(report).toMatchObject({
      version_changed: 1,
      classes_version_changed: { 'id_changed:discogs_master_id': 1 },
      kinds: { stored: { single_artist: 11 } },
      cleanliness: 'clean',
      alert: true,
    });
    changeIds('Album 3');
    expect((await run()).report.cleanliness).toBe('unclean');
    expect((await run({ alertShare: 0.1 })).report.alert).toBe(false);
  });

  it('counts what it could not ask apart: no drift, and nothing to call clean', async () => {
    test.resolver.reset(replyStatus(503, { 'retry-after': '0' }));
    const { report } = await run();
    expect(report).toMatchObject({ compared: 0, classes: {}, could_not_ask: { rows: 20 }, id_changed_share: null });
    expect(report).toMatchObject({ alert: false, cleanliness: 'incomplete' });
    test.resolver.reset(replyTruth((results) => results.slice(1)));
    const { report: second } = await run();
    expect(second).toMatchObject({ compared: 16, could_not_ask: { rows: 4, reasons: { missing: 4 } } });
    expect(second.cleanliness).toBe('incomplete');
    expect(await read('SELECT 1 FROM identity_drift')).toEqual([]);
  });

  it('stops where the resolver refuses the key', async () => {
    test.resolver.reset(replyStatus(401));
    await expect(run()).rejects.toThrow('refuses the key');
    expect(test.resolver.asked).toHaveLength(1);
    expect(await read('SELECT state, failure FROM job_run ORDER BY run_id DESC LIMIT 1')).toEqual([
      { state: 'aborted', failure: 'the resolver refuses the key' },
    ]);
  });

  it('stops between slices when told to, with what it has counted', async () => {
    const control = new AbortController();
    const log = () => control.abort(new Error('enough'));
    const dependencies = test.makeDependencies({ signal: control.signal, log });
    const going = runDrift(dependencies, { actor: 'test', sample: 'all', sliceRows: 6 });
    await expect(going).rejects.toThrow('enough');
    const [ended] = await read(`SELECT state, report -> 'compared' AS compared, report ->> 'cleanliness' AS clean
      FROM job_run ORDER BY run_id DESC LIMIT 1`);
    expect(ended).toEqual({ state: 'aborted', compared: 6, clean: 'incomplete' });
  });

  it('draws the same sample by the same seed, every stratum in it, and another by another', async () => {
    await sql`UPDATE library_identity SET last_verified_at = now() - interval '40 days' WHERE library_id = 3`.execute(
      test.db,
    );
    const draw = async (seed: string) => {
      test.resolver.reset(replyTruth());
      const { report } = await run({ sample: 7, seed });
      return { report, ids: test.resolver.asked.flatMap(({ inputs }) => inputs.map(({ library_id }) => library_id)) };
    };
    const first = await draw('a');
    expect((await draw('a')).ids).toEqual(first.ids);

    const drawn = [];
    for (const seed of ['b', 'c', 'd']) drawn.push((await draw(seed)).ids.join());
    expect(drawn.some((ids) => ids !== first.ids.join())).toBe(true);
    expect(first.ids).toHaveLength(7);
    expect(first.ids).toContain(3);
    expect(first.report).toMatchObject({ population: 20, selected: 7, cleanliness: 'incomplete' });
    expect(first.report.strata).toMatchObject({
      'exact_match / 30 days or more / 0.95 to 1.00': { population: 1, compared: 1 },
      'exact_match / under 7 days / 0.95 to 1.00': { population: 11, compared: 2 },
      'compilation / under 7 days / without': { population: 4, compared: 2 },
      'unresolved / under 7 days / without': { population: 4, compared: 2 },
    });
  });

  it('weighs the share of a sample by the strata: one changed of two is half of its stratum', async () => {
    await sql`UPDATE library_identity SET method = 'trigram', confidence = 0.9 WHERE library_id IN (1, 2)`.execute(
      test.db,
    );
    await sql`UPDATE library_identity SET discogs_master_id = 5 WHERE library_id = 1`.execute(test.db);
    const { report } = await run({ sample: 8, strata: ['method'] });
    expect(report.strata.trigram).toMatchObject({ population: 2, compared: 2, id_changed: 1 });
    expect(report.id_changed_share).toBeCloseTo((2 / 20) * (1 / 2), 6);
  });

  it('writes what differs where told to, and is the same after', async () => {
    changeIds('Album 3');
    const { report, runId } = await run({ apply: true });
    expect(report).toMatchObject({ classes: { same: 19, 'id_changed:discogs_master_id': 1 }, applied: { written: 1 } });
    expect(await read('SELECT discogs_master_id AS id FROM library_identity WHERE library_id = 4')).toEqual([
      { id: 77 },
    ]);
    expect(await read('SELECT library_id, run_id::integer, actor FROM library_identity_history')).toEqual([
      { library_id: 4, run_id: runId, actor: 'test' },
    ]);
    expect((await run()).report.classes).toEqual({ same: 20 });
  });

  it('shows what people hide, and what was written over them', async () => {
    await sql`INSERT INTO identity_override (library_id, source, action, external_id, actor) VALUES
      (1, 'discogs_master', 'pin', '5', 'ann')`.execute(test.db);
    expect((await run()).report).toMatchObject({ manual_rows: 1, manual_overwritten: 1, cleanliness: 'unclean' });
    await sql`UPDATE library_identity SET discogs_master_id = 5, method = 'manual' WHERE library_id = 1`.execute(
      test.db,
    );
    await sql`UPDATE library_identity_source SET external_id = '5', method = 'manual' WHERE library_id = 1`.execute(
      test.db,
    );
    expect((await run()).report).toMatchObject({
      classes: { same: 19, manual_shadowed: 1 },
      manual_overwritten: 0,
      cleanliness: 'clean',
    });
  });

  it('leaves rows out that were answered anew meanwhile, and those that wait for an edit’s answer', async () => {
    await sql`UPDATE library_attempt SET pending_since = now() WHERE library_id = 1`.execute(test.db);
    test.resolver.reset(async (asked, response, request) => {
      await sql`UPDATE library_attempt SET attempted_at = now() WHERE library_id = 2`.execute(test.db);
      await sleep(2);
      return replyTruth()(asked, response, request);
    });
    const { report } = await run({ sliceRows: 100 });
    expect(report).toMatchObject({ population: 19, compared: 18, superseded: 1, cleanliness: 'clean' });
  });

  it('counts clean runs over everything in a row', async () => {
    expect(await cleanStreak(test.db)).toEqual({ runs: 0, days: 0, since: null });
    await run();
    await run({ sample: 5 });
    await run();
    expect(await cleanStreak(test.db)).toMatchObject({ runs: 2, days: 1, since: expect.any(Date) });
    test.resolver.reset(replyStatus(503, { 'retry-after': '0' }));
    await run();
    expect(await cleanStreak(test.db)).toMatchObject({ runs: 2 });
    changeIds('Album 3');
    await run();
    expect(await cleanStreak(test.db)).toMatchObject({ runs: 0 });
    test.resolver.reset(replyTruth());
    await run();
    expect(await cleanStreak(test.db)).toMatchObject({ runs: 1 });
  });
});
