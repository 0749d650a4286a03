import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { listReviewQueue } from '../../src/review/list-review-queue.ts';
import { dialects, openTestDatabase, type TestDatabase } from '../jobs/open-test-database.ts';
import { seedRows } from '../jobs/seed-rows.ts';

describe.each(dialects)('what drift found, in the review queue on %s', (dialect) => {
  let test: TestDatabase;

  beforeAll(async () => {
    test = await openTestDatabase(dialect);
  }, 60_000);
  beforeEach(async () => {
    await test.empty();
    await seedRows(test.db, [{ identityVerifiedAt: '2026-01-01T00:00:00Z' }, {}]);
  });
  afterAll(() => test?.close());

  /** A run that compared all rows, or a sample, and found this of the first row. */
  const compare = async (sample: number | 'all', found: string | null, state = 'succeeded') => {
    const { rows } = await sql<{ run_id: string }>`INSERT INTO job_run (job, parameters, state, actor)
      VALUES ('drift', jsonb_build_object('sample', ${JSON.stringify(sample)}::text::jsonb), ${state}, 'test')
      RETURNING run_id`.execute(test.db);
    if (found !== null)
      await sql`INSERT INTO identity_drift (run_id, library_id, class, stratum, stored, fresh)
        VALUES (${rows[0]!.run_id}, 1, ${found}, 'all', '{}', '{"identity": {"ids": {}}, "links": []}')`.execute(
        test.db,
      );
  };
  const reasons = async () =>
    (await listReviewQueue(test.db, { limit: 10 })).items.map(({ library, reasons }) => [library.id, reasons]);
  const changed = 'id_changed:discogs_master_id';
  const queued = [[1, ['id_changed']]];

  it('stays while samples are compared that say nothing of the row', async () => {
    await compare('all', changed);
    await compare(1, null);
    await compare(1, null);
    expect(await reasons()).toEqual(queued);
  });

  it('is what the latest comparison says that speaks of the row', async () => {
    await compare('all', changed);
    await compare(1, 'confidence_only');
    expect(await reasons()).toEqual([]);
    await compare(1, changed);
    expect(await reasons()).toEqual(queued);
  });

  it('goes with the next comparison of the whole library', async () => {
    await compare('all', changed);
    await compare(1, changed);
    await compare('all', null);
    expect(await reasons()).toEqual([]);
  });

  it('is not told of by a comparison that failed, nor ended by one', async () => {
    await compare('all', changed);
    await compare('all', null, 'failed');
    expect(await reasons()).toEqual(queued);
    await compare('all', null);
    await compare('all', changed, 'failed');
    expect(await reasons()).toEqual([]);
  });

  it('is told of by samples where the whole library was never compared', async () => {
    await compare(1, changed);
    await compare(1, null);
    expect(await reasons()).toEqual(queued);
  });
});
