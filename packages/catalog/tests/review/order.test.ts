import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listReviewQueue } from '../../src/review/list-review-queue.ts';
import { dialects, openTestDatabase, type TestDatabase } from '../jobs/open-test-database.ts';
import { seedRows } from '../jobs/seed-rows.ts';

const ROWS = 5000;

// More rows than the queue looks at first; two thirds are unsure, by a measure that has nothing to do with their plays.
describe.each(dialects)('the order of a long review queue on %s', (dialect) => {
  let test: TestDatabase;

  beforeAll(async () => {
    test = await openTestDatabase(dialect);
    await seedRows(
      test.db,
      Array.from({ length: ROWS }, () => ({ identityVerifiedAt: '2026-01-01T00:00:00Z' })),
    );
    await sql`UPDATE library_identity SET method = 'trigram',
      confidence = CASE WHEN library_id % 3 = 0 THEN 0.9 ELSE 0.7 + (library_id * 37 % 14) / 100.0 END`.execute(
      test.db,
    );
  }, 60_000);
  afterAll(() => test?.close());

  const readExpected = async () => {
    const { rows } = await sql<{ id: number; plays: number; confidence: number }>`
      SELECT id, plays, confidence FROM library JOIN library_identity ON library_id = id WHERE confidence < 0.85`.execute(
      test.db,
    );
    const score = ({ plays, confidence }: (typeof rows)[number]) => Number(((1 - confidence) * (1 + plays)).toFixed(6));
    return rows.toSorted((a, b) => score(b) - score(a) || a.id - b.id).map(({ id }) => id);
  };
  const readPages = async (limit: number, most: number) => {
    const ids: number[] = [];
    let cursor: string | undefined;
    do {
      const page = await listReviewQueue(test.db, { limit, ...(cursor === undefined ? {} : { cursor }) });
      ids.push(...page.items.map(({ library }) => library.id));
      cursor = page.next_cursor ?? undefined;
    } while (cursor !== undefined && ids.length < most);
    return ids;
  };

  it.each([
    ['a few are played very often', 'floor(60000 / (1 + id * 7919 % 5000))::integer'],
    ['all are played alike', '4'],
    ['nothing was played', '0'],
    ['plays go with the id', 'id'],
  ])('is by plays and doubt together where %s', async (_, plays) => {
    await sql.raw(`UPDATE library SET plays = ${plays}`).execute(test.db);
    const expected = await readExpected();
    expect(await readPages(50, 300)).toEqual(expected.slice(0, 300));
    expect(await readPages(1000, ROWS)).toEqual(expected);
  });
});
