import { sql } from 'kysely';
import type { Job } from 'pg-boss';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addRow } from '../../src/library/add-row.ts';
import { editRow } from '../../src/library/edit-row.ts';
import { getRecord } from '../../src/library/get-record.ts';
import type { LibraryFields } from '../../src/library/library-fields.ts';
import { answerInTime, refreshRow } from '../../src/push/refresh-row.ts';
import { workPush } from '../../src/push/work-push.ts';
import type { QueueMessages } from '../../src/queue/open-queue.ts';
import { startWorker } from '../../src/worker/run-worker.ts';
import { fields } from '../jobs/fields.ts';
import { openTestPull, type TestPull } from '../jobs/open-pull.ts';
import { dialects } from '../jobs/open-test-database.ts';
import { replyTruth } from '../jobs/truth.ts';
import { until } from '../jobs/until.ts';
import { holdReplies, replyInTurn, replyStatus } from '../resolver-client/test-resolver.ts';

const never = new AbortController().signal;

describe.each(dialects)('a push on %s', (dialect) => {
  let test: TestPull;
  beforeAll(async () => {
    test = await openTestPull(dialect);
  }, 60_000);
  beforeEach(() => test.startOver());
  afterAll(() => test?.close());

  const add = (change: Partial<LibraryFields> = {}) =>
    test.db.transaction().execute((transaction) => addRow(transaction, test.queue, { ...fields, ...change }));
  const edit = (libraryId: number, change: Partial<LibraryFields>) =>
    test.db
      .transaction()
      .execute((transaction) =>
        editRow(transaction, test.queue, { libraryId, change: (before) => ({ ...before, ...change }) }),
      );
  const countWaiting = async () =>
    (
      await sql<{ count: number }>`
        SELECT count(*)::integer AS count FROM queue.job WHERE name = 'identity.push' AND state < 'active'`.execute(
        test.db,
      )
    ).rows[0]?.count;
  const identityOf = async (id: number) => (await getRecord(test.db, id))?.identity;
  /** Takes the messages that wait, as a worker does. */
  const work = async (policies?: Parameters<TestPull['makeDependencies']>[1]) => {
    const jobs = (await test.queue.fetch<QueueMessages['identity.push']>('identity.push', { batchSize: 100 })) as Job<
      QueueMessages['identity.push']
    >[];
    await workPush(test.makeDependencies({}, policies), jobs, never);
    return jobs.length;
  };

  it('has its message in the transaction of the row: neither without the other', async () => {
    const failing = test.db.transaction().execute(async (transaction) => {
      await addRow(transaction, test.queue, fields);
      throw new Error('second thoughts');
    });
    await expect(failing).rejects.toThrow('second thoughts');
    expect(await countWaiting()).toBe(0);
    const id = await add();
    expect(await countWaiting()).toBe(1);
    const changing = test.db.transaction().execute(async (transaction) => {
      const change = (before: LibraryFields) => ({ ...before, albumTitle: 'Another' });
      await editRow(transaction, test.queue, { libraryId: id, change });
      throw new Error('second thoughts');
    });
    await expect(changing).rejects.toThrow('second thoughts');
    expect(await countWaiting()).toBe(1);
    expect((await getRecord(test.db, id))?.album_title).toBe(fields.albumTitle);
  });

  it('takes a row from added to pending to resolved', async () => {
    const id = await add({ year: 1997, format: 'CD', label: 'Duophonic' });
    expect(await identityOf(id)).toMatchObject({ status: 'pending', method: null });
    expect(await work()).toBe(1);
    expect(await identityOf(id)).toMatchObject({ status: 'resolved', method: 'exact_match', confidence: 1 });
    expect(test.resolver.asked[0]?.inputs).toMatchObject([
      { library_id: id, year: 1997, format: 'CD', label: 'Duophonic', is_compilation: null },
    ]);
    expect(test.resolver.asked[0]?.headers['x-caller-reason']).toBe('push');
  });

  it.each([
    ['Nothing', null, 'unresolved'],
    ['Sampler', 'Z', 'compilation'],
  ])('says what came of %s', async (albumTitle, codeVolumeLetters, status) => {
    const id = await add({ albumTitle, codeVolumeLetters });
    await work();
    expect((await identityOf(id))?.status).toBe(status);
  });

  it('asks anew about an edited title, and what stood of the other record gives way', async () => {
    const id = await add();
    await work();
    const before = await identityOf(id);
    expect(await edit(id, { albumTitle: 'Nothing of the kind' })).toBe('changed_identity');
    expect((await identityOf(id))?.status).toBe('pending');
    await work();
    expect(await identityOf(id)).toMatchObject({ status: 'unresolved', ids: { discogs_master_id: null } });
    const { rows } = await sql<Record<string, unknown>>`
      SELECT identity->>'discogs_master_id' AS id, reason_category, superseded_reason
      FROM library_identity_history`.execute(test.db);
    expect(rows).toEqual([
      {
        id: String(before?.ids.discogs_master_id),
        reason_category: 'withdrawn',
        superseded_reason: 'the row was edited',
      },
    ]);
  });

  it('takes the word of a weaker answer over what was sure of another record', async () => {
    const id = await add();
    await work();
    await edit(id, { albumTitle: 'Another' });
    const weaken = { method: 'name_variation' as const, confidence: 0.9 };
    test.resolver.reset(
      replyTruth((results) =>
        results.map((result) => ({
          ...result,
          ...weaken,
          provenance: result.provenance.map((entry) => ({ ...entry, ...weaken })),
        })),
      ),
    );
    await work();
    expect(await identityOf(id)).toMatchObject({ status: 'resolved', ...weaken });
  });

  it.each<[string, Partial<LibraryFields>]>([
    ['a genre', { genre: 'Jazz' }],
    ['an alternate name', { alternateArtistName: 'The Groop' }],
    ['nothing', {}],
  ])('is not made by an edit of %s', async (_what, change) => {
    const id = await add();
    await work();
    expect(await edit(id, change)).toMatch(/^(un)?changed$/);
    expect(await countWaiting()).toBe(0);
    expect((await identityOf(id))?.status).toBe('resolved');
  });

  it.each<[string, Partial<LibraryFields>]>([
    ['the year', { year: 2001 }],
    ['the barcode', { barcode: '5034202009023' }],
    ['the label', { label: 'Elektra' }],
    ['the older number', { legacyReleaseId: 4711 }],
    ['the volume letters', { codeVolumeLetters: 'Z' }],
  ])('is made by an edit of %s, which keeps what stands until the answer', async (_what, change) => {
    const id = await add();
    await work();
    const { ids } = (await identityOf(id)) ?? {};
    expect(await edit(id, change)).toBe('changed_identity');
    expect(await countWaiting()).toBe(1);
    expect((await identityOf(id))?.ids).toEqual(ids);
  });

  it('answers the add form in time, and leaves the worker nothing to ask', async () => {
    const id = await add();
    const outcome = await answerInTime(test.makeDependencies(), id, { waitMs: 1500, isEdit: false, signal: never });
    expect(outcome).toEqual({ state: 'answered', applied: 'written' });
    expect((await identityOf(id))?.status).toBe('resolved');
    expect(await work()).toBe(1);
    expect(test.resolver.asked).toHaveLength(1);
  });

  it('lets the add form go when time is up, and the worker answers', async () => {
    const id = await add();
    const { reply, open } = holdReplies(replyTruth());
    test.resolver.reset(reply);
    const begun = performance.now();
    const outcome = await answerInTime(test.makeDependencies(), id, { waitMs: 100, isEdit: false, signal: never });
    expect(performance.now() - begun).toBeLessThan(1000);
    expect(outcome).toMatchObject({ state: 'could_not_ask' });
    expect((await identityOf(id))?.status).toBe('pending');
    open();
    test.resolver.reset(replyTruth());
    expect(await work()).toBe(1);
    expect((await identityOf(id))?.status).toBe('resolved');
  });

  it('does not ask for a form that does not wait', async () => {
    const id = await add();
    expect(await answerInTime(test.makeDependencies(), id, { waitMs: 0, isEdit: false, signal: never })).toBeNull();
    expect(test.resolver.asked).toEqual([]);
  });

  it('gives an answer to no row that was edited meanwhile: the later message has it asked again', async () => {
    const id = await add();
    test.resolver.reset(
      replyInTurn(async (asked, response, request) => {
        await edit(id, { albumTitle: 'Nothing' });
        await replyTruth()(asked, response, request);
      }, replyTruth()),
    );
    await work();
    expect((await identityOf(id))?.status).toBe('pending');
    await work();
    expect((await identityOf(id))?.status).toBe('unresolved');
  });

  it('is done with where the row is gone', async () => {
    const id = await add();
    await sql`DELETE FROM library WHERE id = ${id}`.execute(test.db);
    expect(await work()).toBe(1);
    expect(test.resolver.asked).toEqual([]);
  });

  it('refreshes a row at once, whatever is known of it', async () => {
    const id = await add();
    await work();
    test.resolver.reset(replyTruth(undefined, 2));
    const outcome = await refreshRow(test.makeDependencies(), id, { actor: 'Ada', signal: never });
    expect(outcome).toEqual({ state: 'answered', applied: 'written' });
    expect(await refreshRow(test.makeDependencies(), 999, { actor: 'Ada', signal: never })).toEqual({
      state: 'row_gone',
    });
  });

  it('leaves a row pending while the resolver is down, and its message comes again until it is answered', async () => {
    test.resolver.reset(replyStatus(503, { 'retry-after': '0' }));
    const id = await add();
    const { signal: _signal, ...dependencies } = test.makeDependencies();
    const worker = await startWorker({ ...dependencies, queue: test.queue, name: 'only' }, { pollingSeconds: 0.5 });
    await until(async () => test.resolver.asked.length >= 3);
    await until(async () => (await countWaiting()) === 1);
    expect((await identityOf(id))?.status).toBe('pending');
    const { rows } = await sql`SELECT outcome, failure FROM library_attempt`.execute(test.db);
    expect(rows).toEqual([{ outcome: null, failure: 'http_503' }]);
    test.resolver.reset(replyTruth());
    await until(async () => (await identityOf(id))?.status === 'resolved', 30_000);
    await worker.stop();
  }, 60_000);
});
