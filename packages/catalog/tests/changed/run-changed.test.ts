import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sendChanged } from '../../src/changed/open-changed.ts';
import { workChanged } from '../../src/changed/work-changed.ts';
import { openTestPull, type TestPull } from '../jobs/open-pull.ts';
import { dialects } from '../jobs/open-test-database.ts';
import { seedRows } from '../jobs/seed-rows.ts';
import { replyTruth } from '../jobs/truth.ts';
import { type Reply, replyJson, replyStatus } from '../resolver-client/test-resolver.ts';

const ROWS = 6;

describe.each(dialects)('a run about a change of snapshot on %s', (dialect) => {
  let test: TestPull;
  let ids: number[];
  beforeAll(async () => {
    test = await openTestPull(dialect);
  }, 120_000);
  beforeEach(async () => {
    await test.startOver();
    ids = await seedRows(
      test.db,
      Array.from({ length: ROWS }, (_, place) => ({ title: `Album ${place}` })),
    );
    await test.pull();
    await sql`UPDATE library_attempt SET snapshot = 'old'`.execute(test.db);
    test.resolver.state.serving = 'new';
  });
  afterAll(() => test?.close());

  /** What is touched, by one page after another; verdicts as ever. */
  const answer = (tell: Reply): void => {
    const verdicts = replyTruth();
    test.resolver.state.reply = (asked, response, request) =>
      asked.url.endsWith('/find-touched-libraries')
        ? tell(asked, response, request)
        : verdicts(asked, response, request);
  };
  const touched =
    (isTouched: (id: number) => boolean): Reply =>
    (asked, response) =>
      replyJson(response, {
        ...{ contract_version: 1, snapshot: 'new', since: 'old' },
        touched: asked.inputs.map(({ library_id: id }) => id).filter(isTouched),
      });
  const unknown = replyStatus(
    404,
    { 'content-type': 'application/problem+json' },
    {
      ...{ type: 'urn:deadwax:problem:unknown_snapshot', title: 'Unknown snapshot', status: 404 },
      ...{ code: 'unknown_snapshot', detail: 'The snapshot is not kept here.', instance: 'urn:deadwax:request:1' },
      ...{ retryable: false, errors: [] },
    },
  );
  const run = async (pageRows = 2) => {
    const runId = await sendChanged(test.db, test.queue, { actor: 'test', pageRows });
    await workChanged(test.makeDependencies(), { runId });
    const { rows } = await sql<{ state: string; failure: string | null; report: Record<string, unknown> }>`
      SELECT state, failure, report FROM job_run WHERE run_id = ${runId}`.execute(test.db);
    return rows[0]!;
  };
  const countNoted = async () =>
    (await sql`SELECT 1 FROM library_attempt WHERE unchanged_through = 'new'`.execute(test.db)).rows.length;

  it('asks again about what is touched, and notes of the others that they are not', async () => {
    answer(touched((id) => id === ids[2]));
    expect(await run()).toMatchObject({
      state: 'succeeded',
      report: { looked_at: ROWS, touched: 1, untouched: ROWS - 1, could_not_tell: { rows: 0 } },
    });
    expect(await countNoted()).toBe(ROWS - 1);
  }, 60_000);

  it('counts rows of which nobody can tell where their own snapshot is gone', async () => {
    answer(unknown);
    expect(await run()).toMatchObject({
      state: 'succeeded',
      report: { looked_at: ROWS, untouched: 0, could_not_tell: { rows: ROWS, snapshots: ['old'] } },
    });
    expect(await countNoted()).toBe(0);
  }, 60_000);

  it.each([
    ['another', 'newer', 'another snapshot serves'],
    ['nobody knows which', null, 'answered 404'],
  ])(
    'ends as one that could not look where %s serves before it is through',
    async (_, serving, failure) => {
      let pages = 0;
      answer((...page) => {
        pages += 1;
        if (pages === 1) return touched(() => false)(...page);
        test.resolver.state.serving = serving;
        return unknown(...page);
      });
      const ended = await run();
      expect(ended).toMatchObject({
        state: 'failed',
        report: { looked_at: 2, untouched: 2, could_not_tell: { rows: 0 } },
      });
      expect(ended.failure).toContain(failure);
      expect([pages, await countNoted()]).toEqual([2, 2]);
    },
    60_000,
  );
});
