import { sql } from 'kysely';
import type { Job } from 'pg-boss';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addRow } from '../../src/library/add-row.ts';
import { editRow } from '../../src/library/edit-row.ts';
import { getRecord } from '../../src/library/get-record.ts';
import type { LibraryFields } from '../../src/library/library-fields.ts';
import { refreshRow } from '../../src/push/refresh-row.ts';
import { workPush } from '../../src/push/work-push.ts';
import type { QueueMessages } from '../../src/queue/open-queue.ts';
import { fields } from '../jobs/fields.ts';
import { openTestPull, type TestPull } from '../jobs/open-pull.ts';
import { dialects } from '../jobs/open-test-database.ts';
import { replyTruth } from '../jobs/truth.ts';
import { replyInTurn } from '../resolver-client/test-resolver.ts';

const never = new AbortController().signal;

describe.each(dialects)('edits that meet answers on %s', (dialect) => {
  let test: TestPull;
  beforeAll(async () => {
    test = await openTestPull(dialect);
  }, 60_000);
  beforeEach(() => test.startOver());
  afterAll(() => test?.close());

  const add = () => test.db.transaction().execute((transaction) => addRow(transaction, test.queue, fields));
  const edit = (libraryId: number, change: Partial<LibraryFields>) =>
    test.db
      .transaction()
      .execute((transaction) =>
        editRow(transaction, test.queue, { libraryId, change: (before) => ({ ...before, ...change }) }),
      );
  const identityOf = async (id: number) => (await getRecord(test.db, id))?.identity;
  const work = async () => {
    const jobs = (await test.queue.fetch('identity.push', { batchSize: 100 })) as Job<QueueMessages['identity.push']>[];
    await workPush(test.makeDependencies(), jobs, never);
  };
  const weaken = { method: 'name_variation' as const, confidence: 0.9 };
  const weakly = replyTruth((results) =>
    results.map((result) => ({
      ...result,
      ...weaken,
      provenance: result.provenance.map((entry) => ({ ...entry, ...weaken })),
    })),
  );

  it('asks about a hint that was edited while the row was asked about', async () => {
    const id = await add();
    test.resolver.reset(
      replyInTurn(async (asked, response, request) => {
        await edit(id, { year: 1997 });
        await replyTruth()(asked, response, request);
      }, replyTruth()),
    );
    await work();
    await work();
    expect(test.resolver.asked.map(({ inputs }) => inputs[0]?.year)).toEqual([null, 1997]);
  });

  it.each<[string, (id: number) => Promise<unknown>]>([
    [
      'a pull',
      async () => {
        await sql`UPDATE library_identity SET last_verified_at = now() - interval '8 days'`.execute(test.db);
        return test.pull();
      },
    ],
    ['a refresh', (id) => refreshRow(test.makeDependencies(), id, { actor: 'Ada', signal: never })],
  ])('lets what was sure of another record give way, though %s is quicker than the push', async (_what, ask) => {
    const id = await add();
    await work();
    await edit(id, { albumTitle: 'Another' });
    test.resolver.reset(weakly);
    await ask(id);
    expect(await identityOf(id)).toMatchObject({ status: 'resolved', ...weaken });
    const { rows } = await sql<{ method: string }>`SELECT method FROM library_identity_source`.execute(test.db);
    expect(rows).toEqual([{ method: 'name_variation' }]);
  });
});
