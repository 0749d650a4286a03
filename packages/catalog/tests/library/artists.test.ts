import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { reapplyOverrides } from '../../src/identity/apply-verdicts.ts';
import { addRow } from '../../src/library/add-row.ts';
import { editRow } from '../../src/library/edit-row.ts';
import { getRecord } from '../../src/library/get-record.ts';
import { importRows } from '../../src/library/import-rows.ts';
import { fileName } from '../../src/library/named.ts';
import { fields } from '../jobs/fields.ts';
import { openTestPull, type TestPull } from '../jobs/open-pull.ts';
import { dialects } from '../jobs/open-test-database.ts';
import { type Change, importRow } from './import-row.ts';

describe.each(dialects)('artists of the library on %s', (dialect) => {
  let test: TestPull;
  beforeAll(async () => {
    test = await openTestPull(dialect);
  }, 60_000);
  beforeEach(() => test.startOver());
  afterAll(() => test?.close());

  const take = (...rows: Change[]) =>
    test.db.transaction().execute((transaction) => importRows(transaction, test.queue, rows.map(importRow)));
  const read = async <T>(query: string) => (await sql.raw<T>(query).execute(test.db)).rows;
  const readAliases = () => read('SELECT artist_id AS artist, variant, source FROM artist_alias ORDER BY variant');

  it('stay whose they are where homonyms are filed apart; new rows go to the first', async () => {
    await take(
      { ownId: 'a', artistName: 'Nirvana' },
      { ownId: 'b', artistName: 'Nirvana', albumTitle: 'Local Anaesthetic' },
    );
    await read(`INSERT INTO artist (artist_name, alphabetical_name) VALUES ('Nirvana', 'Nirvana')`);
    await read(`UPDATE library SET artist_id = 2 WHERE import_key = 'b'`);
    await take(
      { ownId: 'a', artistName: 'Nirvana' },
      { ownId: 'b', artistName: 'Nirvana', albumTitle: 'Local Anaesthetic', year: 1971 },
      { ownId: 'c', artistName: 'Nirvana', albumTitle: 'Bleach' },
    );
    expect(await read('SELECT import_key AS key, artist_id AS artist, year FROM library ORDER BY 1')).toEqual([
      { key: 'a', artist: 1, year: null },
      { key: 'b', artist: 2, year: 1971 },
      { key: 'c', artist: 1, year: null },
    ]);
  });

  it('are made once, however many imports and additions run at once', async () => {
    const names = ['Stereolab', 'Broadcast', 'Pram'];
    const file = names.map((artistName) => ({ artistName }));
    const others = names.map((artistName, place) => ({ artistName, albumTitle: `Other ${place}`, format: 'CD' }));
    await Promise.all([
      take(...file),
      take(...others.toReversed()),
      ...names.map((artistName) =>
        test.db
          .transaction()
          .execute((transaction) => addRow(transaction, test.queue, { ...fields, artistName, albumTitle: 'Third' })),
      ),
    ]);
    expect(await read('SELECT artist_name AS name FROM artist ORDER BY 1')).toEqual(
      names.toSorted().map((name) => ({ name })),
    );
    expect(await read('SELECT count(*)::integer AS count FROM library')).toEqual([{ count: 9 }]);
  });

  it('are told apart by their letters', async () => {
    await take({ artistName: 'Can' }, { artistName: 'CAN', albumTitle: 'Tago Mago' });
    expect(await read('SELECT count(*)::integer AS count FROM artist')).toEqual([{ count: 2 }]);
  });

  it('are searched by the other names that records are filed under', async () => {
    await take(
      { ownId: 'a', alternateArtistName: 'The Groop' },
      { ownId: 'b', alternateArtistName: 'The Groop' },
      { ownId: 'c', alternateArtistName: 'STEREOLÁB' },
    );
    expect(await readAliases()).toEqual([{ artist: 1, variant: 'The Groop', source: 'library_alt' }]);
    await take({ ownId: 'c', alternateArtistName: 'McCarthy' });
    expect(await readAliases()).toHaveLength(2);
  });

  it('are searched by other names that people gave to single records too', async () => {
    const id = await test.db
      .transaction()
      .execute((transaction) => addRow(transaction, test.queue, { ...fields, alternateArtistName: 'The Groop' }));
    const change = () => ({ ...fields, alternateArtistName: 'McCarthy' });
    await test.db.transaction().execute((transaction) => editRow(transaction, test.queue, { libraryId: id, change }));
    expect((await readAliases()).map((alias) => (alias as { variant: string }).variant)).toEqual([
      'McCarthy',
      'The Groop',
    ]);
  });

  it('lend their other names to the homonym whose record it is', async () => {
    await take({ ownId: 'a', artistName: 'Nirvana' });
    await read(`INSERT INTO artist (artist_name, alphabetical_name) VALUES ('Nirvana', 'Nirvana')`);
    await read(`UPDATE library SET artist_id = 2`);
    await take({ ownId: 'a', artistName: 'Nirvana', alternateArtistName: 'Nirvana UK' });
    expect(await readAliases()).toEqual([{ artist: 2, variant: 'Nirvana UK', source: 'library_alt' }]);
  });

  it.each([
    ['The Beatles', 'Beatles, The'],
    ['a-ha', 'a-ha'],
    ['A Certain Ratio', 'Certain Ratio, A'],
    ['An Horse', 'Horse, An'],
    ['The', 'The'],
    ['Thé Dansant', 'Thé Dansant'],
  ])('are filed: %s as %s', (name, filed) => {
    expect(fileName(name)).toBe(filed);
  });

  it('keep what a person decided of a record through imports and pulls', async () => {
    const [added] = await take({ ownId: 'a' });
    const id = added?.libraryId as number;
    await test.pull();
    await sql`
      INSERT INTO identity_override (library_id, source, action, external_id, actor)
      VALUES (${id}, 'discogs_master', 'pin', '4711', 'Ada')`.execute(test.db);
    const writer = { actor: 'Ada', reason: 'pinned', category: 'manual' as const };
    await test.db.transaction().execute((transaction) => reapplyOverrides(transaction, [id], writer));
    const identity = async () => (await getRecord(test.db, id))?.identity;
    const pinned = { status: 'resolved', method: 'manual', confidence: 1, ids: { discogs_master_id: 4711 } };
    expect(await identity()).toMatchObject(pinned);
    await take({ ownId: 'a' });
    expect(await identity()).toMatchObject(pinned);
    await take({ ownId: 'a', year: 1997 });
    await read(`UPDATE library_identity SET last_verified_at = now() - interval '8 days'`);
    expect((await test.pull()).nonVa).toMatchObject({ scanned: 1, rows_resolved: 1 });
    expect(await identity()).toMatchObject(pinned);
    const { rows } = await sql`SELECT source, external_id, method FROM library_identity_source`.execute(test.db);
    expect(rows).toEqual([{ source: 'discogs_master', external_id: '4711', method: 'manual' }]);
  });
});
