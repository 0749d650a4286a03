import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { applyVerdicts } from '../../src/identity/apply-verdicts.ts';
import { deleteRow } from '../../src/library/delete-row.ts';
import { dialects } from '../jobs/open-test-database.ts';
import { compilation, found, mbid, nothing, resolved, unresolved, weakly } from './answers.ts';
import { answersTo, type IdentityTest, idsOf, openIdentityTest, seed, writer } from './open-identity-test.ts';

describe.each(dialects)('the writer of verdicts on %s', (dialect) => {
  let test: IdentityTest;
  beforeAll(async () => {
    test = await openIdentityTest(dialect);
  }, 60_000);
  beforeEach(() => test.empty());
  afterAll(() => test?.close());

  const dump = async () => {
    const tables = ['library_identity', 'library_identity_source', 'library_identity_history', 'library_attempt'];
    const rows = await Promise.all(
      [...tables, 'artist_identity', 'artist_identity_conflict'].map((table) =>
        sql`SELECT to_jsonb(t) AS row FROM ${sql.table(table)} AS t ORDER BY to_jsonb(t)::text`.execute(test.db),
      ),
    );
    return rows.map((each) => each.rows);
  };
  const full = [
    found('discogs_artist', '7', weakly),
    found('discogs_master', '11'),
    found('discogs_release', '12', { method: 'inherited', confidence: 0.95, derived_from: 'discogs_master' }),
    found('mb_release_group', mbid(3), { url: 'https://musicbrainz.org/x' }),
    nothing('wikidata'),
  ];

  it('stores a verdict whole: ids in columns, artist ids, links with their origin, and the answer itself', async () => {
    const [id] = await seed(test.db);
    const verdict = resolved(full, {
      method: 'cross_source_agreement',
      confidence: 0.95,
      agreement_sources: ['mb_release_group', 'discogs_master'],
    });
    const applied = await test.apply([verdict]);
    expect([...applied.outcomes]).toEqual([[id, 'written']]);
    expect(await test.read(id!)).toEqual({
      identity: {
        discogs_master_id: 11,
        discogs_release_id: 12,
        musicbrainz_release_group_mbid: mbid(3),
        musicbrainz_release_mbid: null,
        musicbrainz_recording_mbid: null,
        wikidata_qid: null,
        spotify_id: null,
        apple_music_id: null,
        artist_ids: { discogs_artist: '7' },
        method: 'cross_source_agreement',
        confidence: 0.95,
        agreement_sources: 'discogs_master,mb_release_group',
        conflicts: [],
      },
      links: {
        discogs_artist: { source: 'discogs_artist', external_id: '7', ...weakly, derived_from: null, url: null },
        discogs_master: expect.objectContaining({ external_id: '11', method: 'exact_match', confidence: 1 }),
        discogs_release: expect.objectContaining({ method: 'inherited', derived_from: 'discogs_master' }),
        mb_release_group: expect.objectContaining({ external_id: mbid(3), url: 'https://musicbrainz.org/x' }),
      },
    });
    const attempt = await test.db.selectFrom('library_attempt').selectAll().executeTakeFirstOrThrow();
    expect(attempt).toMatchObject({ outcome: 'single_artist', verdict, failures: 0, pending_since: null });
    expect(await test.history(id!)).toEqual([]);
  });

  it('changes nothing on a second run but when it was verified', async () => {
    const [id] = await seed(test.db);
    await test.apply([resolved(full)]);
    const read = () =>
      sql<{ at: Date }>`
        SELECT last_verified_at AS at FROM library_identity UNION ALL SELECT last_verified_at FROM library_identity_source
      `.execute(test.db);
    const [stored, before] = [await test.read(id!), await read()];
    const applied = await test.apply([resolved(full)]);
    expect([...applied.outcomes.values()]).toEqual(['unchanged']);
    expect(applied.historyRows).toBe(0);
    expect(await test.read(id!)).toEqual(stored);
    const after = await read();
    expect(after.rows).toHaveLength(5);
    expect(after.rows.every(({ at }, place) => at > before.rows[place]!.at)).toBe(true);
    expect(await test.history(id!)).toEqual([]);
  });

  it('rolls all tables back where the database refuses the middle of a page', async () => {
    const ids = await seed(test.db, 5);
    const page = (change: number) =>
      ids.map((library_id) => resolved([found('discogs_master', String(library_id + change))], { library_id }));
    await test.apply(page(0));
    const before = await dump();
    await sql`ALTER TABLE library_identity ADD CONSTRAINT odd CHECK (discogs_master_id <> ${sql.lit(ids[2]! + 100)})`.execute(
      test.db,
    );
    await expect(test.apply(page(100))).rejects.toMatchObject({ code: '23514' });
    await sql`ALTER TABLE library_identity DROP CONSTRAINT odd`.execute(test.db);
    expect(await dump()).toEqual(before);
  });

  it('refuses the same row twice in one page, and writes none of it', async () => {
    await seed(test.db);
    const before = await dump();
    const verdict = resolved([found('discogs_master', '1')]);
    await expect(test.apply([verdict, verdict])).rejects.toThrow();
    expect(await dump()).toEqual(before);
  });

  it('leaves out and counts legs without a confidence, out of their band, or with ids of another shape', async () => {
    const [id] = await seed(test.db);
    const { dropped, outcomes } = await test.apply([
      resolved([
        found('discogs_master', '11'),
        found('spotify', 's', { confidence: null }),
        found('mb_release', mbid(1), { method: 'alias_match', confidence: 0.85 }),
        found('wikidata', 'Q0'),
        found('discogs_release', '2147483648'),
        found('discogs_master', '12'),
        found('toy_release', 'a\u0000b'),
      ]),
    ]);
    expect(outcomes.get(id!)).toBe('written');
    // Q0 and the great number are left out of the links and of the composed identity.
    expect(dropped).toEqual({ null_confidence: 1, out_of_band: 1, malformed_id: 5, duplicate_source: 1 });
    expect(idsOf(await test.read(id!))).toEqual({ discogs_master: '11' });
    expect((await test.read(id!)).identity).toMatchObject({ wikidata_qid: null, discogs_release_id: null });
  });

  it('refuses the whole of an answer whose composed identity is out of band, and says why', async () => {
    const [good, bad] = await seed(test.db, 2);
    const links = [found('discogs_master', '11')];
    const applied = await test.apply([
      resolved(links, { library_id: good! }),
      resolved(links, { library_id: bad!, method: 'name_variation', confidence: 0.5 }),
    ]);
    expect(Object.fromEntries(applied.outcomes)).toEqual({ [good!]: 'written', [bad!]: 'refused' });
    expect(applied.refusals.get(bad!)).toBe('name_variation at 0.5 is out of its band');
    expect(await test.read(bad!)).toEqual({ identity: null, links: {} });
    expect(await sql`SELECT library_id FROM library_attempt`.execute(test.db)).toMatchObject({
      rows: [{ library_id: good }],
    });
  });

  it('stores links of a source it has never heard of', async () => {
    const [id] = await seed(test.db);
    await test.apply([resolved([found('toy_release', 'Toy #1', weakly), found('discogs_master', '11')])]);
    expect(idsOf(await test.read(id!))).toEqual({ toy_release: 'Toy #1', discogs_master: '11' });
    await test.apply([resolved([nothing('toy_release'), found('discogs_master', '11')])]);
    expect(idsOf(await test.read(id!))).toEqual({ discogs_master: '11' });
    expect((await test.history(id!))[0]?.sources).toMatchObject([{ source: 'toy_release', external_id: 'Toy #1' }]);
  });

  it('keeps what sources say of a compilation, which has no identity', async () => {
    const [id] = await seed(test.db);
    await test.apply([resolved([found('discogs_master', '11')])]);
    await test.apply([compilation([found('discogs_master', '11'), found('discogs_release', '12')])]);
    expect(await test.read(id!)).toMatchObject({ identity: null, links: { discogs_master: {}, discogs_release: {} } });
    expect(await test.history(id!)).toMatchObject([{ category: 'withdrawn', identity: { discogs_master_id: 11 } }]);
  });

  it('takes an answer as one to the names that were asked about', async () => {
    const [id] = await seed(test.db);
    const answers = await answersTo(test.db, [resolved(full)]);
    await sql`UPDATE library SET album_title = 'Another' WHERE id = ${id}`.execute(test.db);
    const before = await dump();
    const applied = await test.db.transaction().execute((transaction) => applyVerdicts(transaction, answers, writer));
    expect(applied.outcomes.get(id!)).toBe('row_changed');
    expect(await dump()).toEqual(before);
  });

  it('writes no older answer over a newer one', async () => {
    const [id] = await seed(test.db);
    const older = await answersTo(test.db, [resolved([found('discogs_master', '1')])]);
    await test.apply([resolved([found('discogs_master', '2')])]);
    const before = await dump();
    const applied = await test.db.transaction().execute((transaction) => applyVerdicts(transaction, older, writer));
    expect(applied.outcomes.get(id!)).toBe('older_answer');
    expect(await dump()).toEqual(before);
  });

  it('writes nothing of rows that are gone, and the rest of the page', async () => {
    const [kept, gone] = await seed(test.db, 2);
    const page = [kept!, gone!].map((library_id) => resolved([found('discogs_master', '1')], { library_id }));
    await test.apply(page);
    const answers = await answersTo(test.db, page);
    await test.db
      .transaction()
      .execute((transaction) => deleteRow(transaction, { libraryId: gone!, actor: 'Ada', reason: null }));
    const applied = await test.db.transaction().execute((transaction) => applyVerdicts(transaction, answers, writer));
    expect(Object.fromEntries(applied.outcomes)).toEqual({ [kept!]: 'unchanged', [gone!]: 'row_gone' });
    expect(await test.history(gone!)).toMatchObject([
      { category: 'deleted', actor: 'Ada', identity: { discogs_master_id: 1 }, sources: [{ external_id: '1' }] },
    ]);
  });

  it('takes an empty page', async () => {
    expect((await test.apply([])).outcomes.size).toBe(0);
  });

  it('leaves rows without a verdict unknown, not empty', async () => {
    const [id] = await seed(test.db);
    await test.apply([unresolved([nothing('discogs_master')])]);
    expect(await test.read(id!)).toEqual({ identity: null, links: {} });
    const attempt = await test.db.selectFrom('library_attempt').selectAll().executeTakeFirstOrThrow();
    expect(attempt).toMatchObject({ outcome: 'unresolved', unresolved_reason: 'no_candidate' });
  });
});
