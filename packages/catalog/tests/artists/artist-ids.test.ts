import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { clearArtistId } from '../../src/artists/clear-artist-id.ts';
import { findArtist } from '../../src/artists/find-artist.ts';
import { setArtistId } from '../../src/artists/set-artist-id.ts';
import { settleArtistConflict } from '../../src/artists/settle-artist-conflict.ts';
import { makeOverride } from '../../src/overrides/make-override.ts';
import { listReviewQueue } from '../../src/review/list-review-queue.ts';
import { found, mbid, resolved } from '../identity/answers.ts';
import { type IdentityTest, openIdentityTest, seed } from '../identity/open-identity-test.ts';
import { dialects } from '../jobs/open-test-database.ts';

const by = { artistId: 1, source: 'discogs_artist', actor: 'Ada', reason: null };

describe.each(dialects)('ids of artists on %s', (dialect) => {
  let test: IdentityTest;
  beforeAll(async () => {
    test = await openIdentityTest(dialect);
  }, 60_000);
  beforeEach(async () => {
    await test.empty();
    await seed(test.db, 3, 'Stereolab');
  });
  afterAll(() => test?.close());

  /** A verdict on a record that names the artist. */
  const name = (library_id: number, id: string, confidence = 0.9) =>
    test.apply([
      resolved([found('discogs_artist', id, { method: 'name_variation', confidence }), found('mb_release', mbid(1))], {
        library_id,
      }),
    ]);
  const set = (externalId: string, change: Partial<typeof by> = {}) =>
    setArtistId(test.db, { ...by, ...change, externalId });
  const ids = async () =>
    (await findArtist(test.db, 1))!.ids.map(({ source, external_id, origin }) => [source, external_id, origin]);
  const conflicts = async () =>
    (await findArtist(test.db, 1))!.conflicts.map((each) => [each.standing_id, each.proposed_id, each.library_id]);
  const settle = (proposedId: string, take: 'standing' | 'proposed') =>
    settleArtistConflict(test.db, { ...by, proposedId, take });

  it('are filled by the first verdict that names one; what differs is a conflict, and goes to the queue', async () => {
    await name(1, '7');
    await name(2, '8');
    await name(3, '7');
    expect(await ids()).toEqual([['discogs_artist', '7', 'resolver']]);
    expect(await conflicts()).toEqual([['7', '8', 2]]);
    const { items } = await listReviewQueue(test.db, { limit: 9, reasons: ['artist_conflict'] });
    expect(items.map(({ library, artist_conflicts }) => [library.id, artist_conflicts])).toEqual([
      [2, [expect.objectContaining({ artist_id: 1, standing_id: '7', proposed_id: '8' })]],
    ]);
  });

  it('that staff enter win over every verdict, before and after', async () => {
    await name(1, '7');
    await name(2, '8');
    expect(await set(' 9 ')).toBe(true);
    expect(await ids()).toEqual([['discogs_artist', '9', 'staff']]);
    // What was open is settled by it, and what stood before is not proposed again.
    expect(await conflicts()).toEqual([]);
    await name(1, '7');
    await name(2, '8');
    expect(await conflicts()).toEqual([]);
    expect(await ids()).toEqual([['discogs_artist', '9', 'staff']]);
    // What nobody had said when it was entered is news.
    await name(3, '10');
    expect(await conflicts()).toEqual([['9', '10', 3]]);
    const { items } = await listReviewQueue(test.db, { limit: 9, reasons: ['artist_conflict'] });
    expect(items.map(({ library }) => library.id)).toEqual([3]);
  });

  it('stand as they are where the same is entered again', async () => {
    await set('9');
    const before = await findArtist(test.db, 1);
    expect(await set('9', { actor: 'Bob' })).toBe(false);
    expect(await findArtist(test.db, 1)).toEqual(before);
  });

  it('that staff confirm are theirs from then on', async () => {
    await name(1, '7');
    expect(await set('7')).toBe(true);
    expect(await ids()).toEqual([['discogs_artist', '7', 'staff']]);
    await name(2, '8');
    expect(await conflicts()).toEqual([['7', '8', 2]]);
  });

  it('that are taken back give way to what verdicts say, the surest first, and conflicts are open again', async () => {
    await name(1, '7', 0.9);
    await name(2, '8', 0.95);
    await set('9');
    await clearArtistId(test.db, { ...by, reason: 'another of that name' });
    expect(await ids()).toEqual([['discogs_artist', '8', 'resolver']]);
    expect(await conflicts()).toEqual([['8', '7', 1]]);
    const artist = await findArtist(test.db, 1);
    expect(artist?.ids[0]?.confidence).toBe(0.95);
    expect(artist?.history).toMatchObject([
      {
        category: 'revoked',
        external_id: '9',
        origin: 'staff',
        reason: 'clear discogs_artist 9: another of that name',
      },
      { category: 'manual', external_id: '7', origin: 'resolver', reason: 'set discogs_artist 9', actor: 'Ada' },
    ]);
  });

  it('that are taken back leave nothing where no verdict names one, pins of records apart', async () => {
    await set('9');
    await makeOverride(test.db, {
      libraryId: 1,
      source: 'discogs_artist',
      action: 'pin',
      externalId: '5',
      reason: null,
      actor: 'Ada',
    });
    await clearArtistId(test.db, by);
    expect(await ids()).toEqual([]);
  });

  it('that verdicts name cannot be taken back, nor what is not there', async () => {
    await expect(clearArtistId(test.db, by)).rejects.toMatchObject({ code: 'not_found' });
    await name(1, '7');
    await expect(clearArtistId(test.db, by)).rejects.toMatchObject({ code: 'conflict' });
    await expect(clearArtistId(test.db, { ...by, artistId: 99 })).rejects.toMatchObject({ code: 'not_found' });
    expect(await ids()).toEqual([['discogs_artist', '7', 'resolver']]);
  });

  it.each([
    ['standing', '7'],
    ['proposed', '8'],
  ] as const)('are settled by taking the %s one, for good', async (take, taken) => {
    await name(1, '7');
    await name(2, '8');
    await name(3, '10');
    await settle('8', take);
    expect(await ids()).toEqual([['discogs_artist', taken, 'staff']]);
    expect(await conflicts()).toEqual([[taken, '10', 3]]);
    await name(1, '7');
    await name(2, '8');
    expect(await conflicts()).toEqual([[taken, '10', 3]]);
    expect((await findArtist(test.db, 1))?.history).toMatchObject([
      { category: 'manual', actor: 'Ada', external_id: '7', reason: `set discogs_artist ${taken}` },
    ]);
    await expect(settle('8', take)).rejects.toMatchObject({ code: 'not_found' });
  });

  it('are settled once, whoever is quicker', async () => {
    await name(1, '7');
    await name(2, '8');
    const outcomes = await Promise.allSettled([settle('8', 'standing'), settle('8', 'proposed')]);
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect((await findArtist(test.db, 1))?.history).toHaveLength(1);
  });

  it('are entered by several at once, and the history tells of each', async () => {
    await Promise.all(Array.from({ length: 6 }, (_, n) => set(String(n + 20), { actor: `Ada ${n}` })));
    const artist = (await findArtist(test.db, 1))!;
    const seen = [...artist.history.map(({ external_id }) => external_id), artist.ids[0]?.external_id];
    expect(seen.map(String).toSorted()).toEqual(['20', '21', '22', '23', '24', '25', 'null']);
  });

  it.each([
    ['discogs_artist', 'seven', '/external_id'],
    ['mb_artist', '7', '/external_id'],
    ['discogs_master', '7', '/source'],
    ['spotify', 'x', '/source'],
  ])('refuse %s %s', async (source, externalId, pointer) => {
    await expect(set(externalId, { source })).rejects.toMatchObject({ code: 'invalid_input', faults: [{ pointer }] });
    expect(await ids()).toEqual([]);
  });

  it('keep a history that nothing changes', async () => {
    await set('9');
    for (const statement of ['UPDATE artist_identity_history SET actor = $$x$$', 'DELETE FROM artist_identity_history'])
      await expect(sql.raw(statement).execute(test.db)).rejects.toThrow('append-only');
  });
});
