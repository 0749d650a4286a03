import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { dryRunReport } from '../../src/pull/counters.ts';
import type { Cohort } from '../../src/pull/eligible.ts';
import { defaultPullFlags, type PullFlags } from '../../src/pull/flags.ts';
import { runPull } from '../../src/pull/run-pull.ts';
import { presentReport } from '../../src/pull/runs.ts';
import { changeResults, openTestPull, type TestPull } from '../jobs/open-pull.ts';
import { dialects } from '../jobs/open-test-database.ts';
import { type Seed, seedRows } from '../jobs/seed-rows.ts';
import { replyTruth } from '../jobs/truth.ts';
import { replyInTurn, replyStatus } from '../resolver-client/test-resolver.ts';

const kinds: Seed[] = [
  { title: 'Album 0' },
  { title: 'Album 1' },
  { title: 'Nothing' },
  { title: 'Sampler 0', letters: 'Z' },
  { title: 'Sampler 1', letters: 'Z' },
  { title: 'Obscure sampler', letters: 'Z' },
];

describe.each(dialects)('a dry run on %s', (dialect) => {
  let test: TestPull;
  beforeAll(async () => {
    test = await openTestPull(dialect);
  }, 60_000);
  beforeEach(() => test.startOver());
  afterAll(() => test?.close());

  /** What each drain would do, compilations first. */
  const run = async (given: Partial<PullFlags> = {}) => {
    const flags = { ...defaultPullFlags, ...given, dryRun: true };
    const { runId, report } = await runPull(test.makeDependencies(), flags, { actor: 'test', concurrency: 1 });
    const kept = await sql<{ report: unknown }>`SELECT report FROM job_run WHERE run_id = ${runId}`.execute(test.db);
    const shown = presentReport(report, flags) as Partial<Record<Cohort, ReturnType<typeof dryRunReport>>>;
    expect(kept.rows).toEqual([{ report: shown }]);
    return [shown.va, shown.non_va].filter((each) => each !== undefined);
  };

  /** Everything in every table, the queue's included, but for the run itself. */
  async function readAll(): Promise<Record<string, unknown>> {
    const { rows: tables } = await sql<{ name: string }>`
      SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
      WHERE schemaname IN ('public', 'queue') AND tablename NOT IN ('queue', 'version', 'job_run', 'job_range') ORDER BY 1`.execute(
      test.db,
    );
    const contents: Record<string, unknown> = {};
    for (const { name } of tables) {
      const { rows } = await sql.raw(`SELECT t::text AS row FROM ${name} t ORDER BY 1`).execute(test.db);
      contents[name] = rows;
    }
    return contents;
  }

  it('gives one report of each drain, with locked keys, and leaves every table as it was', async () => {
    await seedRows(test.db, kinds);
    const before = await readAll();
    const reports = await run({ batchSize: 2, vaBatchSize: 2 });
    expect(await readAll()).toEqual(before);
    expect(reports.map((report) => Object.keys(report))).toEqual(
      Array(2).fill([
        'scanned',
        'lml_total_calls',
        'lml_total_latency_ms',
        'would_resolve',
        'would_resolve_compilation',
        'would_unresolved',
        'would_skip',
        'source_rows_skipped_null_confidence',
      ]),
    );
    const nothing = { lml_error: 0, lml_cardinality_mismatch: 0, lml_untrusted_library_id: 0 };
    expect(reports[0]).toMatchObject({
      scanned: 3,
      lml_total_calls: 2,
      would_resolve: 0,
      would_resolve_compilation: 2,
      would_unresolved: 0,
    });
    expect(reports[0]?.would_skip).toEqual({ compilation: 1, ...nothing });
    expect(reports[1]).toMatchObject({ scanned: 3, lml_total_calls: 2, would_resolve: 2, would_unresolved: 1 });
    expect(reports[1]?.would_skip).toEqual({ compilation: 0, ...nothing });
  }, 60_000);

  it('asks all that a pull would ask', async () => {
    await seedRows(test.db, kinds);
    await run();
    const asked = test.resolver.asked.map(({ body }) => body);
    test.resolver.reset(replyTruth());
    await test.pull({}, {}, 1);
    expect(asked).toEqual(test.resolver.asked.map(({ body }) => body));
  });

  it('counts faults, missing and untrusted answers as a pull would', async () => {
    await seedRows(test.db, kinds.slice(0, 3));
    const drop = changeResults(
      ({ library_id }) => library_id === 1,
      () => [],
    );
    const double = changeResults(
      ({ library_id }) => library_id === 2,
      (result) => [result, result],
    );
    test.resolver.reset(
      replyInTurn(
        replyTruth((results) => double(drop(results))),
        replyStatus(422),
      ),
    );
    const [, report] = await run({ batchSize: 2 });
    expect(report?.scanned).toBe(3);
    expect(report?.would_skip).toEqual({
      compilation: 0,
      lml_error: 1,
      lml_cardinality_mismatch: 1,
      lml_untrusted_library_id: 1,
    });
  });

  it('has one drain where compilations are rechecked', async () => {
    await seedRows(test.db, kinds);
    await test.pull();
    const reports = await run({ recheck: true });
    expect(reports).toMatchObject([{ scanned: 3, would_resolve_compilation: 2 }]);
  });

  it('ends where the resolver refuses the key', async () => {
    await seedRows(test.db, kinds);
    test.resolver.reset(replyStatus(401));
    await expect(run()).rejects.toMatchObject({ code: 'resolver_refuses_key' });
    expect(test.resolver.asked).toHaveLength(1);
  });
});
