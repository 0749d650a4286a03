import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openTestPull, type TestPull } from '../jobs/open-pull.ts';
import { dialects } from '../jobs/open-test-database.ts';
import { type Seed, seedRows } from '../jobs/seed-rows.ts';
import { answerOf, replyTruth } from '../jobs/truth.ts';

const kinds: Seed[] = [
  ...Array.from({ length: 7 }, (_, place) => ({ title: `Album ${place}` })),
  ...Array.from({ length: 3 }, (_, place) => ({ title: `Nothing ${place}` })),
  ...Array.from({ length: 4 }, (_, place) => ({ title: `Sampler ${place}`, letters: 'Z' })),
  { title: 'Obscure sampler', letters: 'Z' },
  { title: 'Nothing of a sampler', credits: true },
];

describe.each(dialects)('a pull on %s', (dialect) => {
  let test: TestPull;
  beforeAll(async () => {
    test = await openTestPull(dialect);
  }, 60_000);
  beforeEach(() => test.startOver());
  afterAll(() => test?.close());

  const read = async <T>(query: string) => (await sql.raw<T>(query).execute(test.db)).rows;
  const age = (days: number) =>
    sql
      .raw(
        `UPDATE library_identity SET last_verified_at = last_verified_at - interval '${days} days';
         UPDATE library_attempt SET attempted_at = attempted_at - interval '${days} days'`,
      )
      .execute(test.db);

  it('gives every row its answer, of three kinds and over several batches, and counts each once', async () => {
    const ids = await seedRows(test.db, kinds);
    const { va, nonVa, runId } = await test.pull({ batchSize: 3, vaBatchSize: 2 });
    expect(va).toMatchObject({ scanned: 6, rows_resolved_compilation: 4, rows_unresolved: 1, rows_resolved: 0 });
    expect(va?.rows_skipped).toMatchObject({ compilation: 1, lml_error: 0, writer_error: 0, superseded: 0 });
    expect(nonVa).toMatchObject({ scanned: 10, rows_resolved: 7, rows_unresolved: 3, rows_resolved_compilation: 0 });
    expect([va?.lml_total_calls, nonVa?.lml_total_calls]).toEqual([3, 4]);
    const stored = await read<{ id: number; title: string; outcome: string; master: number | null }>(`
      SELECT l.id, l.album_title AS title, a.outcome, i.discogs_master_id AS master
      FROM library l JOIN library_attempt a ON a.library_id = l.id LEFT JOIN library_identity i ON i.library_id = l.id
      WHERE a.failed_at IS NULL ORDER BY l.id`);
    expect(stored).toEqual(
      ids.map((id, place) => {
        const { title = '', letters, credits } = kinds[place] as Seed;
        const isVarious = letters === 'Z' || credits === true;
        const asked = { library_id: id, artist_name: 'Stereolab', album_title: title };
        const { kind, main } = answerOf({ ...asked, is_compilation: isVarious ? true : null });
        return { id, title, outcome: kind, master: main?.discogs_master_id ?? null };
      }),
    );
    const [run] = await read<{ state: string; report: unknown; actor: string }>(
      `SELECT state, report, actor FROM job_run WHERE run_id = ${runId}`,
    );
    expect(run).toEqual({ state: 'succeeded', report: { va, non_va: nonVa }, actor: 'test' });
  });

  it('writes times that the driver gives back as they were: a Date in raw SQL is no text', async () => {
    await seedRows(test.db, [{}]);
    const before = Date.now();
    await test.pull();
    const [row] = await read<{ verified: Date; same: boolean }>(`
      SELECT last_verified_at AS verified, last_verified_at = a.attempted_at AS same
      FROM library_identity JOIN library_attempt a USING (library_id)`);
    expect(row?.same).toBe(true);
    expect(row?.verified.getTime()).toBeGreaterThanOrEqual(before);
    expect(row?.verified.getTime()).toBeLessThanOrEqual(Date.now());
  });

  it('asks for nothing the second time', async () => {
    await seedRows(test.db, kinds);
    await test.pull();
    test.resolver.reset(replyTruth());
    const { va, nonVa } = await test.pull();
    expect([va?.scanned, nonVa?.scanned]).toEqual([0, 0]);
    expect(test.resolver.asked).toEqual([]);
    expect(await read('SELECT 1 FROM library_identity_history')).toEqual([]);
  });

  it('asks again where nothing was found once the time-to-live is over, and no sooner', async () => {
    await seedRows(test.db, [{ title: 'Nothing' }, { title: 'Nothing but a sampler', letters: 'Z' }]);
    await test.pull();
    await age(29);
    expect((await test.pull()).nonVa?.scanned).toBe(0);
    await age(2);
    const { va, nonVa } = await test.pull();
    expect([va?.scanned, nonVa?.scanned]).toEqual([1, 1]);
  });

  it('asks compilations first, and the rest after', async () => {
    await seedRows(test.db, kinds);
    await test.pull({ batchSize: 4, vaBatchSize: 2 }, {}, 1);
    const order = test.resolver.asked.map(({ inputs }) => inputs.map(({ is_compilation }) => is_compilation));
    expect(order.map((each) => each[0])).toEqual([true, true, true, null, null, null]);
    expect(test.resolver.asked.every(({ body }) => body.include_tracks === true)).toBe(true);
  });

  it('rechecks only compilations that were answered before, however fresh', async () => {
    await seedRows(test.db, kinds.slice(0, -1));
    await test.pull();
    await seedRows(test.db, [{ title: 'New sampler', letters: 'Z' }]);
    test.resolver.reset(replyTruth(undefined, 2));
    const { va, nonVa } = await test.pull({ recheck: true, vaBatchSize: 2 });
    expect(nonVa).toBeUndefined();
    expect(va).toMatchObject({ scanned: 5, rows_resolved_compilation: 4, history_rows: 4 });
    expect(va?.rows_skipped.compilation).toBe(1);
    expect(test.resolver.asked.flatMap(({ inputs }) => inputs.map(({ album_title }) => album_title))).not.toContain(
      'New sampler',
    );
  });

  it('writes one line of history for each row that changed, and none for those that did not', async () => {
    await seedRows(test.db, kinds);
    await test.pull();
    await age(8);
    test.resolver.reset((asked, response, request) => {
      const changed = asked.inputs.some(({ album_title }) => album_title === 'Album 0') ? 2 : 1;
      return replyTruth(undefined, changed)(asked, response, request);
    });
    const { nonVa, runId } = await test.pull({ batchSize: 1 });
    expect(nonVa).toMatchObject({ scanned: 7, rows_resolved: 7, history_rows: 1 });
    const history = await read<Record<string, unknown>>(`
      SELECT l.album_title AS title, h.reason_category AS category, h.run_id::integer AS run_id
      FROM library_identity_history h JOIN library l ON l.id = h.library_id`);
    expect(history).toEqual([{ title: 'Album 0', category: 'rerun', run_id: runId }]);
  });

  it('closes the run of an empty library at once', async () => {
    const { runId, va, nonVa } = await test.pull();
    expect([va, nonVa]).toEqual([undefined, undefined]);
    expect(await read(`SELECT state FROM job_run WHERE run_id = ${runId}`)).toEqual([{ state: 'succeeded' }]);
  });

  it('asks only for what the older systems knew where it is told to', async () => {
    await seedRows(test.db, [{ title: 'Known', canonical: true }, { title: 'Unknown' }]);
    const { nonVa } = await test.pull({ includeNullCanonical: false });
    expect(nonVa?.scanned).toBe(1);
    expect(test.resolver.asked[0]?.inputs.map(({ album_title }) => album_title)).toEqual(['Known']);
  });
});
