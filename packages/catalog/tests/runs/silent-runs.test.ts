import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { defaultPullFlags } from '../../src/pull/flags.ts';
import { findRunningRun, openRun } from '../../src/pull/runs.ts';
import { endSilentRuns } from '../../src/runs/end-silent-runs.ts';
import { dialects, openTestDatabase, type TestDatabase } from '../jobs/open-test-database.ts';
import { seedRows } from '../jobs/seed-rows.ts';

describe.each(dialects)('runs that nobody goes on with, on %s', (dialect) => {
  let test: TestDatabase;

  beforeAll(async () => {
    test = await openTestDatabase(dialect);
  }, 60_000);
  beforeEach(() => test.empty());
  afterAll(() => test?.close());

  const open = async (hours: number) => {
    const run = await test.db.transaction().execute((within) => openRun(within, defaultPullFlags, 'test'));
    await sql`UPDATE job_run SET heartbeat_at = now() - make_interval(hours => ${hours}::integer)
      WHERE run_id = ${run.runId}`.execute(test.db);
    return run.runId;
  };
  const states = async () =>
    (await test.db.selectFrom('job_run').select(['state', 'failure']).orderBy('run_id').execute()).map(
      ({ state, failure }) => [state, failure],
    );

  it('end after a day without a word, and no sooner', async () => {
    await seedRows(test.db, [{}]);
    const [lost] = [await open(25), await open(23)];
    expect(await endSilentRuns(test.db)).toEqual([lost]);
    expect(await states()).toEqual([
      ['failed', 'nobody was heard of for 24 hours'],
      ['running', null],
    ]);
    expect(await endSilentRuns(test.db)).toEqual([]);
  });

  it('are over for a message that comes after all', async () => {
    await seedRows(test.db, [{}]);
    const lost = await open(25);
    expect(await findRunningRun(test.db, lost)).not.toBeNull();
    await endSilentRuns(test.db);
    expect(await findRunningRun(test.db, lost)).toBeNull();
  });

  it('leave runs that have ended as they ended', async () => {
    const lost = await open(25);
    await sql`UPDATE job_run SET state = 'succeeded', finished_at = now() WHERE run_id = ${lost}`.execute(test.db);
    expect(await endSilentRuns(test.db)).toEqual([]);
    expect(await states()).toEqual([['succeeded', null]]);
  });
});
