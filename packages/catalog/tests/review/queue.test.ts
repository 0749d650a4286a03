import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { listReviewQueue } from '../../src/review/list-review-queue.ts';
import { refreshPlays } from '../../src/search/refresh-plays.ts';
import { compilation, found, mbid, nothing, resolved, unresolved, weakly } from '../identity/answers.ts';
import { type IdentityTest, openIdentityTest, seed } from '../identity/open-identity-test.ts';
import { dialects } from '../jobs/open-test-database.ts';

const both = [found('discogs_master', '11'), found('mb_release_group', mbid(1))];
const sure = (library_id: number) => resolved(both, { library_id });

describe.each(dialects)('the review queue on %s', (dialect) => {
  let test: IdentityTest;
  beforeAll(async () => {
    test = await openIdentityTest(dialect);
  }, 60_000);
  beforeEach(async () => {
    await test.empty();
    await refreshPlays(test.db);
  });
  afterAll(() => test?.close());

  const list = (query: Partial<Parameters<typeof listReviewQueue>[1]> = {}) =>
    listReviewQueue(test.db, { limit: 100, ...query });
  const play = async (plays: Readonly<Record<number, number>>) => {
    for (const [id, times] of Object.entries(plays))
      await sql`INSERT INTO flowsheet (library_id) SELECT ${Number(id)}::integer FROM generate_series(1, ${times}::integer)`.execute(
        test.db,
      );
    await refreshPlays(test.db);
  };
  /** Unsure by so much, and nothing else: two families found it. */
  const unsure = (library_id: number, confidence: number) =>
    resolved(both, { library_id, method: 'trigram', confidence });

  it('is empty where nothing is doubtful, and of rows that nobody asked about', async () => {
    await seed(test.db, 2);
    await test.apply([sure(1)]);
    expect(await list()).toEqual({ items: [], next_cursor: null });
  });

  // Row 1 is what the case says, row 2 is sure.
  it.each([
    ['low_confidence', 0.25, unsure(1, 0.75)],
    ['single_source', 0.2, resolved([found('discogs_master', '11'), found('discogs_release', '12')])],
    [
      'conflict',
      0.8,
      resolved(both, {
        conflicts: [
          { source: 'wikidata', external_id: 'Q1', with_source: 'discogs_master', with_external_id: '11', reason: 'x' },
        ],
      } as object),
    ],
    ['ambiguous', 0.7, { ...unresolved([nothing('discogs_master')]), unresolved_reason: 'ambiguous' as const }],
  ])('holds what is %s', async (reason, uncertainty, verdict) => {
    await seed(test.db, 2);
    await test.apply([verdict as ReturnType<typeof sure>, sure(2)]);
    const { items } = await list();
    expect(items.map(({ library, reasons }) => [library.id, reasons])).toEqual([[1, [reason]]]);
    expect(items[0]?.uncertainty).toBeCloseTo(uncertainty, 10);
    expect(items[0]?.conflicts).toHaveLength(reason === 'conflict' ? 1 : 0);
  });

  it.each([
    ['0.85, where an alias ends', 0.85, 0],
    ['just below', 0.8499, 1],
    ['below the floor', 0.65, 1],
  ])('draws the line of low confidence at 0.85: %s', async (_what, confidence, items) => {
    await seed(test.db);
    await test.apply([resolved(both, { method: confidence < 0.7 ? 'llm' : 'trigram', confidence } as object)]);
    expect((await list({ reasons: ['low_confidence'] })).items).toHaveLength(items);
  });

  it('holds what an answer said against a firm link, with both', async () => {
    await seed(test.db);
    await test.apply([sure(1)]);
    await test.apply([resolved([found('discogs_master', '99', weakly), found('mb_release_group', mbid(1))])]);
    const { items } = await list();
    expect(items).toMatchObject([{ reasons: ['refused_link'], uncertainty: 0.5 }]);
  });

  it('holds compilations with credits that nobody knows, by their share', async () => {
    await seed(test.db, 2);
    await sql`INSERT INTO compilation_track_artist (library_id, artist_name, track_title, track_artist_id) VALUES
      (1, 'Broadcast', 'a', NULL), (1, 'Stereolab', 'b', 1), (1, 'Pram', 'c', 1), (1, 'Plone', 'd', 1), (2, 'Pram', 'c', NULL)`.execute(
      test.db,
    );
    const tried = { ...compilation(both), tracks_attempted: true };
    await test.apply([tried, { ...tried, library_id: 2, tracks_attempted: false }]);
    const { items } = await list({ reasons: ['unmatched_credits'] });
    expect(items.map(({ library, uncertainty }) => [library.id, uncertainty])).toEqual([[1, 0.125]]);
  });

  it('puts the candidates and sources of a row before the reviewer', async () => {
    await seed(test.db);
    const candidate = {
      source: 'discogs_master',
      external_id: '12',
      name: 'Album 1',
      artist_name: 'Stereolab',
      year: 1997,
      method: 'exact_match',
      confidence: 0.5,
      url: null,
    } as const;
    await test.apply([{ ...unsure(1, 0.7), candidates: [candidate] }]);
    const { items } = await list();
    expect(items[0]).toMatchObject({
      library: { id: 1, artist_id: 1, artist_name: 'Stereolab', album_title: 'Album 1' },
      identity: { status: 'resolved', method: 'trigram', confidence: 0.7 },
      candidates: [candidate],
      sources: [{ source: 'discogs_master', external_id: '11' }, { source: 'mb_release_group' }],
      conflicts: [],
      artist_conflicts: [],
      drift: null,
    });
  });

  it('comes in the order of plays × uncertainty, then by row', async () => {
    await seed(test.db, 6);
    await test.apply([
      unsure(1, 0.8),
      unsure(2, 0.7),
      unsure(3, 0.75),
      unsure(4, 0.8),
      { ...unresolved([nothing('discogs_master')]), library_id: 5, unresolved_reason: 'ambiguous' },
      unsure(6, 0.8),
    ]);
    await play({ 1: 99, 2: 9, 3: 39 });
    const { items } = await list();
    expect(items.map(({ library, plays, score }) => [library.id, plays, score])).toEqual([
      [1, 99, 20], // 0.2 × 100
      [3, 39, 10], // 0.25 × 40
      [2, 9, 3], // 0.3 × 10
      [5, 0, 0.7],
      [4, 0, 0.2],
      [6, 0, 0.2],
    ]);
  });

  it('sums up several reasons as chances that do not hang together', async () => {
    await seed(test.db);
    await test.apply([
      resolved([found('discogs_master', '11')], { method: 'trigram', confidence: 0.75, library_id: 1 }),
    ]);
    const { items } = await list();
    expect(items[0]?.reasons).toEqual(['low_confidence', 'single_source']);
    expect(items[0]?.uncertainty).toBeCloseTo(1 - 0.75 * 0.8, 10);
  });

  it('gives pages that meet without a gap, whatever is asked for', async () => {
    const ids = await seed(test.db, 25);
    // Many of one score: the cursor tells them apart by their row.
    await test.apply(ids.map((id) => unsure(id, id % 2 === 0 ? 0.7 : 0.8)));
    await play({ 3: 7, 10: 2 });
    const whole = (await list()).items.map(({ library }) => library.id);
    expect(whole).toHaveLength(25);
    const paged: number[] = [];
    let cursor: string | null | undefined;
    do {
      const page = await list({ limit: 4, ...(cursor ? { cursor } : {}) });
      paged.push(...page.items.map(({ library }) => library.id));
      cursor = page.next_cursor;
    } while (cursor !== null);
    expect(paged).toEqual(whole);
  });

  it.each(['', 'x', 'WyJhIiwxXQ', Buffer.from('["1.0",1]').toString('base64url')])(
    'gave no cursor %j',
    async (cursor) => {
      await expect(list({ cursor })).rejects.toMatchObject({ code: 'cursor_malformed' });
    },
  );

  it('is asked for by reason; an item tells all of its reasons', async () => {
    await seed(test.db, 3);
    await test.apply([
      resolved([found('discogs_master', '11')], { method: 'trigram', confidence: 0.75, library_id: 1 }),
      unsure(2, 0.75),
      resolved([found('discogs_master', '11')], { library_id: 3 }),
    ]);
    const ids = async (...reasons: ('low_confidence' | 'single_source' | 'conflict')[]) =>
      (await list({ reasons })).items.map(({ library }) => library.id);
    expect(await ids('single_source')).toEqual([1, 3]);
    expect(await ids('low_confidence')).toEqual([1, 2]);
    expect(await ids('low_confidence', 'single_source')).toEqual([1, 2, 3]);
    expect(await ids('conflict')).toEqual([]);
  });
});
