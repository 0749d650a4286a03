import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { dialects } from '../jobs/open-test-database.ts';
import { compilation, found, mbid, nothing, resolved, unresolved, weakly } from './answers.ts';
import { type IdentityTest, openIdentityTest, seed } from './open-identity-test.ts';

describe.each(dialects)('ids of artists, by verdicts on their records, on %s', (dialect) => {
  let test: IdentityTest;
  beforeAll(async () => {
    test = await openIdentityTest(dialect);
  }, 60_000);
  beforeEach(() => test.empty());
  afterAll(() => test?.close());

  const artists = async () =>
    (
      await sql<{ artist: string; source: string; id: string; origin: string }>`
        SELECT a.artist_name AS artist, i.source, i.external_id AS id, i.origin
        FROM artist_identity i JOIN artist a ON a.id = i.artist_id ORDER BY 1, 2`.execute(test.db)
    ).rows;
  const conflicts = async () =>
    (
      await sql`SELECT source, standing_id, proposed_id, library_id, settled_at FROM artist_identity_conflict
        ORDER BY source, proposed_id`.execute(test.db)
    ).rows;
  const enter = (source: string, id: string) =>
    sql`INSERT INTO artist_identity (artist_id, source, external_id, origin, actor)
      SELECT id, ${source}, ${id}, 'staff', 'Ada' FROM artist`.execute(test.db);

  it('are filled in where there was none, each source by itself', async () => {
    await seed(test.db, 1, 'Broadcast');
    await test.apply([resolved([found('discogs_artist', '7', weakly)])]);
    await test.apply([resolved([found('mb_artist', mbid(1)), found('bandcamp', 'broadcast')])]);
    expect(await artists()).toEqual([
      { artist: 'Broadcast', source: 'bandcamp', id: 'broadcast', origin: 'resolver' },
      { artist: 'Broadcast', source: 'discogs_artist', id: '7', origin: 'resolver' },
      { artist: 'Broadcast', source: 'mb_artist', id: mbid(1), origin: 'resolver' },
    ]);
    expect(await conflicts()).toEqual([]);
  });

  it('that staff entered stand; what the resolver says else waits for a person, once', async () => {
    const [id] = await seed(test.db, 1, 'Broadcast');
    await enter('discogs_artist', '99');
    for (const again of ['7', '7', '99', '7']) await test.apply([resolved([found('discogs_artist', again)])]);
    expect(await artists()).toEqual([{ artist: 'Broadcast', source: 'discogs_artist', id: '99', origin: 'staff' }]);
    expect(await conflicts()).toEqual([
      { source: 'discogs_artist', standing_id: '99', proposed_id: '7', library_id: id, settled_at: null },
    ]);
  });

  it('of the resolver’s own are not replaced either: what it says later waits for a person', async () => {
    await seed(test.db, 1, 'Broadcast');
    for (const artist of ['7', '8', '9']) await test.apply([resolved([found('discogs_artist', artist)])]);
    expect(await artists()).toMatchObject([{ id: '7', origin: 'resolver' }]);
    expect(await conflicts()).toMatchObject([{ proposed_id: '8' }, { proposed_id: '9' }]);
  });

  it('are the surest of one page, and the others conflicts', async () => {
    const [first, second, third] = await seed(test.db, 3, 'Broadcast');
    await test.apply([
      resolved([found('discogs_artist', '1', weakly)], { library_id: first! }),
      resolved([found('discogs_artist', '2')], { library_id: second! }),
      resolved([found('discogs_artist', '3', weakly)], { library_id: third! }),
    ]);
    expect(await artists()).toMatchObject([{ id: '2' }]);
    expect(await conflicts()).toMatchObject([
      { standing_id: '2', proposed_id: '1', library_id: first },
      { standing_id: '2', proposed_id: '3', library_id: third },
    ]);
  });

  it('are none of an artist of the same name that is filed apart', async () => {
    const [one] = await seed(test.db, 1, 'Nirvana');
    const { rows } = await sql<{ id: number }>`
      INSERT INTO artist (artist_name, alphabetical_name) VALUES ('Nirvana', 'Nirvana (UK)') RETURNING id`.execute(
      test.db,
    );
    await test.apply([resolved([found('discogs_artist', '7')], { library_id: one! })]);
    const { rows: known } = await sql<{ artist_id: number }>`SELECT artist_id FROM artist_identity`.execute(test.db);
    expect(known).toHaveLength(1);
    expect(known[0]?.artist_id).not.toBe(rows[0]?.id);
  });

  it('come of no compilation and of nothing that was not found', async () => {
    const [one, other] = await seed(test.db, 2, 'Various Artists');
    await test.apply([
      { ...compilation([found('discogs_artist', '194')]), library_id: one! },
      { ...unresolved([nothing('discogs_artist')]), library_id: other! },
    ]);
    expect([await artists(), await conflicts()]).toEqual([[], []]);
  });

  it('are not written where the verdict is refused, or not written to the end', async () => {
    const [id] = await seed(test.db, 1, 'Broadcast');
    const links = [found('discogs_artist', '7')];
    await test.apply([resolved(links, { library_id: id!, method: 'name_variation', confidence: 0.2 })]);
    expect(await artists()).toEqual([]);
    const twice = [resolved(links, { library_id: id! }), resolved(links, { library_id: id! })];
    await expect(test.apply(twice)).rejects.toThrow();
    expect(await artists()).toEqual([]);
  });
});
