import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { refreshPlays } from '../../src/search/refresh-plays.ts';
import { addRows, dialects, openTestLibrary, type TestLibrary } from './test-library.ts';

describe.each(dialects)('plays of records on %s', (dialect) => {
  let library: TestLibrary;

  beforeAll(async () => {
    library = await openTestLibrary(dialect);
    await addRows(library.db, [
      { artist: 'Stereolab', title: 'Dots and Loops', plays: 3 },
      { artist: 'Stereolab', title: 'Peng!' },
      { artist: 'Osees', title: 'Smote Reverser', plays: 1 },
    ]);
  }, 60_000);
  afterAll(() => library?.close());

  const counts = async () =>
    (await sql<{ plays: number }>`SELECT plays FROM library ORDER BY id`.execute(library.db)).rows.map(
      ({ plays }) => plays,
    );

  it('are those of the flowsheet as it was counted last, tracks alone', async () => {
    expect(await counts()).toEqual([3, 0, 1]);
    await sql`INSERT INTO flowsheet (library_id, entry_type) VALUES (2, 'track'), (2, 'message'), (NULL, 'track')`.execute(
      library.db,
    );
    expect(await counts()).toEqual([3, 0, 1]);
    await refreshPlays(library.db);
    expect(await counts()).toEqual([3, 1, 1]);
  });

  it('go down where plays are taken back', async () => {
    await sql`DELETE FROM flowsheet WHERE library_id = 3`.execute(library.db);
    await refreshPlays(library.db);
    expect(await counts()).toEqual([3, 1, 0]);
  });

  it('are written only where they changed, and are no change of the record', async () => {
    const versions = async () =>
      (await sql`SELECT ctid::text, xmin::text, last_modified FROM library ORDER BY id`.execute(library.db)).rows;
    const before = await versions();
    await refreshPlays(library.db);
    expect(await versions()).toEqual(before);
    await sql`INSERT INTO flowsheet (library_id) VALUES (1)`.execute(library.db);
    await refreshPlays(library.db);
    const after = await versions();
    expect(after.slice(1)).toEqual(before.slice(1));
    expect(after[0]).toMatchObject({ last_modified: (before[0] as { last_modified: Date }).last_modified });
  });

  it.runIf(dialect === 'postgres')('wait for nobody: a row that is held is counted the next time', async () => {
    await sql`INSERT INTO flowsheet (library_id) VALUES (2), (3)`.execute(library.db);
    await library.db.transaction().execute(async (holder) => {
      await sql`SELECT 1 FROM library WHERE id = 2 FOR NO KEY UPDATE`.execute(holder);
      await refreshPlays(library.db);
    });
    expect((await counts()).slice(1)).toEqual([1, 1]);
    await refreshPlays(library.db);
    expect((await counts()).slice(1)).toEqual([2, 1]);
  });
});
