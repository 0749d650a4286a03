import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addFlowsheetEntry, type FlowsheetEntry } from '../../src/flowsheet/add-play.ts';
import { listEntries } from '../../src/flowsheet/list-entries.ts';
import { workFlowsheet } from '../../src/push/work-flowsheet.ts';
import { startWorker } from '../../src/worker/run-worker.ts';
import { openTestPull, type TestPull } from '../jobs/open-pull.ts';
import { dialects } from '../jobs/open-test-database.ts';
import { seedRows } from '../jobs/seed-rows.ts';
import { replyTruth } from '../jobs/truth.ts';
import { until } from '../jobs/until.ts';
import { replyInTurn, replyStatus } from '../resolver-client/test-resolver.ts';

const play: FlowsheetEntry = {
  showId: null,
  libraryId: null,
  rotationId: null,
  entryType: 'track',
  artistName: 'Stereolab',
  albumTitle: 'Dots and Loops',
  trackTitle: 'Brakhage',
  label: null,
  requestFlag: false,
  message: null,
};
const never = new AbortController().signal;

describe.each(dialects)('a play on %s', (dialect) => {
  let test: TestPull;
  beforeAll(async () => {
    test = await openTestPull(dialect);
  }, 60_000);
  beforeEach(() => test.startOver());
  afterAll(() => test?.close());

  const add = (change: Partial<FlowsheetEntry> = {}) =>
    test.db.transaction().execute((transaction) => addFlowsheetEntry(transaction, test.queue, { ...play, ...change }));
  const countMessages = async (queue: string) =>
    (
      await sql<{ count: number }>`
        SELECT count(*)::integer AS count FROM queue.job WHERE name = ${queue} AND state < 'active'`.execute(test.db)
    ).rows[0]?.count;
  const identityOf = async (id: string) =>
    (await listEntries(test.db, sql`s.id = ${id}::bigint`, 1))[0]?.identity ?? null;

  it('that stands in no library row is pending with its message, in one transaction', async () => {
    const failing = test.db.transaction().execute(async (transaction) => {
      await addFlowsheetEntry(transaction, test.queue, play);
      throw new Error('second thoughts');
    });
    await expect(failing).rejects.toThrow('second thoughts');
    expect(await countMessages('identity.flowsheet')).toBe(0);
    const id = await add();
    expect(await countMessages('identity.flowsheet')).toBe(1);
    expect((await identityOf(id))?.status).toBe('pending');
  });

  it.each([
    ['Dots and Loops', 'resolved'],
    ['Nothing', 'unresolved'],
  ])('of %s in no library row is %s by its own names', async (albumTitle, status) => {
    const id = await add({ albumTitle, label: 'Elektra' });
    await workFlowsheet(test.makeDependencies(), [id], never);
    expect((await identityOf(id))?.status).toBe(status);
    expect(test.resolver.asked[0]?.inputs).toMatchObject([
      { artist_name: 'Stereolab', album_title: albumTitle, label: 'Elektra' },
    ]);
    await workFlowsheet(test.makeDependencies(), [id], never);
    expect(test.resolver.asked).toHaveLength(1);
  });

  it('of a library row that was never asked about has the row asked about', async () => {
    const [libraryId] = (await seedRows(test.db, [{ title: 'Dots and Loops' }])) as [number];
    const id = await add({ libraryId, artistName: null, albumTitle: null });
    expect(await countMessages('identity.flowsheet')).toBe(0);
    expect(await countMessages('identity.push')).toBe(1);
    expect((await identityOf(id))?.status).toBe('pending');
    await add({ libraryId });
    expect(await countMessages('identity.push')).toBe(1);
    const [entry] = await listEntries(test.db, sql`s.id = ${id}::bigint`, 1);
    expect(entry).toMatchObject({ artist_name: 'Stereolab', album_title: 'Dots and Loops' });
  });

  it('of a library row that was answered asks nothing', async () => {
    const [libraryId] = (await seedRows(test.db, [{ title: 'Dots and Loops' }])) as [number];
    await test.pull();
    const id = await add({ libraryId });
    expect(await countMessages('identity.push')).toBe(0);
    expect((await identityOf(id))?.status).toBe('resolved');
  });

  it.each([
    ['a talkset', { entryType: 'talkset', message: 'hello' }],
    ['a track without names', { artistName: null, albumTitle: null }],
  ])('is asked about unless it is %s', async (_what, change) => {
    const id = await add(change);
    expect(await countMessages('identity.flowsheet')).toBe(0);
    expect(await identityOf(id)).toBeNull();
  });

  it('that could not be asked about is no play of nothing, and comes again', async () => {
    const ids = [await add(), await add({ albumTitle: 'Nothing' })];
    test.resolver.reset(replyInTurn(replyStatus(422), replyTruth()));
    await expect(workFlowsheet(test.makeDependencies(), ids, never)).rejects.toMatchObject({ code: 'push_incomplete' });
    expect((await identityOf(ids[0] as string))?.status).toBe('error');
    const { signal: _signal, ...dependencies } = test.makeDependencies();
    const worker = await startWorker({ ...dependencies, queue: test.queue, name: 'only' }, { pollingSeconds: 0.5 });
    await until(async () => (await identityOf(ids[1] as string))?.status === 'unresolved');
    await worker.stop();
    expect((await identityOf(ids[0] as string))?.status).toBe('resolved');
  });
});
