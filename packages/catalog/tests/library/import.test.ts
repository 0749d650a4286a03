import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readQuestions } from '../../src/identity/questions.ts';
import { deleteRow } from '../../src/library/delete-row.ts';
import { editRow } from '../../src/library/edit-row.ts';
import { importRows } from '../../src/library/import-rows.ts';
import { tidyText } from '../../src/library/library-fields.ts';
import { dialects, openTestDatabase, type TestDatabase } from '../jobs/open-test-database.ts';
import { type Change, importRow } from './import-row.ts';

describe.each(dialects)('an import on %s', (dialect) => {
  let test: TestDatabase;
  beforeAll(async () => {
    test = await openTestDatabase(dialect);
  }, 60_000);
  beforeEach(() => test.empty());
  afterAll(() => test?.close());

  const take = (...rows: Change[]) =>
    test.db.transaction().execute((transaction) => importRows(transaction, test.queue, rows.map(importRow)));
  const outcomesOf = async (...rows: Change[]) => (await take(...rows)).map(({ outcome, reason }) => reason ?? outcome);
  const read = async <T>(query: string) => (await sql.raw<T>(query).execute(test.db)).rows;
  const readAll = () => read('SELECT to_jsonb(l) - $$search_doc$$ AS row FROM library l ORDER BY id');
  const readMessages = async () =>
    (
      await read<{ data: unknown }>(
        `SELECT data FROM queue.job WHERE name = 'identity.push' ORDER BY data->>'libraryId'`,
      )
    ).map(({ data }) => data);

  it('knows rows again by their own ids, and leaves those that say the same alone', async () => {
    const file: Change[] = [
      { ownId: 'a', albumTitle: 'Mars Audiac Quintet', format: 'CD', year: 1994 },
      { ownId: 'b', albumTitle: 'Mars Audiac Quintet', format: 'CD', year: 1994 },
      { ownId: 'c', artistName: 'Broadcast', genre: 'Rock', label: 'Warp' },
    ];
    expect(await outcomesOf(...file)).toEqual(['added', 'added', 'added']);
    const before = await readAll();
    expect(await outcomesOf(...file)).toEqual(['unchanged', 'unchanged', 'unchanged']);
    expect(await readAll()).toEqual(before);
    expect(await readMessages()).toEqual([]);
  });

  it('knows rows without ids again by artist, title and format, whatever their case and accents', async () => {
    const first = await take({ artistName: 'Sigur Rós', format: 'CD' }, { artistName: 'Sigur Rós', format: 'LP' });
    expect(first.map(({ outcome }) => outcome)).toEqual(['added', 'added']);
    expect(
      await outcomesOf({ artistName: 'Sigur Rós', format: 'CD' }, { artistName: 'Sigur Rós', format: 'LP' }),
    ).toEqual(['unchanged', 'unchanged']);
    const [again] = await take({ artistName: 'SIGUR ROS', format: 'LP' });
    expect(again).toMatchObject({ outcome: 'updated', libraryId: first[1]?.libraryId });
    expect(await outcomesOf({ artistName: 'Sigur Rós', format: 'Cassette' })).toEqual(['added']);
  });

  it('takes rows of one file that say the same and have no ids as one', async () => {
    const [first, twin, third] = await take({ label: 'Elektra' }, { label: 'Duophonic' }, { albumTitle: 'Another' });
    expect([first?.outcome, twin?.outcome, third?.outcome]).toEqual(['added', 'unchanged', 'added']);
    expect(twin?.libraryId).toBe(first?.libraryId);
    expect(await read('SELECT label FROM library ORDER BY id')).toEqual([{ label: 'Elektra' }, { label: null }]);
  });

  it('asks as of a compilation what the file says is one, and again when it says so later', async () => {
    const [flagged, plain] = await take({ ownId: 'a', isCompilation: true }, { ownId: 'b', isCompilation: false });
    const asked = async () => {
      const questions = await readQuestions(test.db, [flagged!.libraryId!, plain!.libraryId!]);
      return questions.map(({ is_compilation }) => is_compilation);
    };
    // The station's word is taken for yes alone.
    expect(await asked()).toEqual([true, null]);
    expect(await outcomesOf({ ownId: 'a', isCompilation: true }, { ownId: 'b', isCompilation: true })).toEqual([
      'unchanged',
      'updated',
    ]);
    expect(await asked()).toEqual([true, true]);
    expect(await readMessages()).toHaveLength(1);
  });

  it('keeps what is known of a compilation where the file has no column for it, and takes it back where it is left open', async () => {
    const flags = () => read('SELECT is_compilation AS flag FROM library ORDER BY id');
    await take({ ownId: 'a', isCompilation: true }, { ownId: 'b', isCompilation: false });
    expect(
      await outcomesOf(
        { ownId: 'a', isCompilation: undefined, year: 1997 },
        { ownId: 'b', isCompilation: undefined },
        { ownId: 'c', isCompilation: undefined },
      ),
    ).toEqual(['updated', 'unchanged', 'added']);
    expect(await flags()).toEqual([{ flag: true }, { flag: false }, { flag: null }]);
    expect(await outcomesOf({ ownId: 'a', isCompilation: null, year: 1997 })).toEqual(['updated']);
    expect(await flags()).toEqual([{ flag: null }, { flag: false }, { flag: null }]);
  });

  it.each<[string, Change, Change, boolean]>([
    ['not said becomes no compilation', { isCompilation: null }, { isCompilation: false }, false],
    ['no compilation becomes one', { isCompilation: false }, { isCompilation: true }, true],
    ['one is left open', { isCompilation: true }, { isCompilation: null }, true],
    ['it is filed under another genre', { genre: 'Rock' }, { genre: 'Jazz' }, false],
    ['another name of its artist is given', {}, { alternateArtistName: 'Groop' }, false],
    ['another label is given', { label: 'Elektra' }, { label: 'Duophonic' }, true],
  ])('asks again where the question differs, by a file or by hand: %s', async (_, before, after, isAsked) => {
    const { ownId: _id, line: _line, legacy: _legacy, ...fields } = importRow(after, 0);
    const [byFile, byHand] = await take({ ...before, ownId: 'a' }, { ...before, ownId: 'b' });
    expect(await outcomesOf({ ...after, ownId: 'a' })).toEqual(['updated']);
    const edited = await test.db.transaction().execute((transaction) =>
      editRow(transaction, test.queue, {
        libraryId: byHand!.libraryId!,
        change: (stored) => ({ ...stored, ...fields, isCompilation: fields.isCompilation ?? null }),
      }),
    );
    expect(edited).toBe(isAsked ? 'changed_identity' : 'changed');
    const asked = [byFile, byHand].map((row) => ({ libraryId: row!.libraryId, rowChanged: false }));
    expect(await readMessages()).toEqual(isAsked ? asked : []);
  });

  it('and an edit of one of its rows wait for each other', async () => {
    const [row] = await take({ ownId: 'a' });
    for (let round = 0; round < 20; round += 1)
      await Promise.all([
        test.db.transaction().execute((transaction) =>
          editRow(transaction, test.queue, {
            libraryId: row!.libraryId!,
            change: (stored) => ({ ...stored, label: `by hand ${round}` }),
          }),
        ),
        take({ ownId: 'a', label: `by file ${round}` }),
      ]);
    expect(await read('SELECT 1 FROM library')).toHaveLength(1);
  }, 60_000);

  it('takes an id of a file once', async () => {
    expect(await outcomesOf({ ownId: 'a' }, { ownId: 'a', albumTitle: 'Another' }, { ownId: 'b' })).toEqual([
      'added',
      'repeated_id',
      'added',
    ]);
  });

  it.each<[string, Change]>([
    ['no_artist', { artistName: '' }],
    ['no_title', { albumTitle: '' }],
    ['too_long', { label: 'x'.repeat(2001) }],
    ['bad_year', { year: 999 }],
    ['bad_year', { year: 1997.5 }],
    ['bad_year', { year: Number.NaN }],
    ['bad_legacy_release_id', { legacyReleaseId: 3_000_000_000 }],
    ['control_characters', { barcode: 'a\u0000b' }],
    ['control_characters', { albumTitle: 'half a pair \ud83d' }],
  ])('rejects a row for %s, and takes the others', async (reason, change) => {
    expect(await outcomesOf({ ownId: 'a' }, { ...change, ownId: 'b' }, { ownId: 'c' })).toEqual([
      'added',
      reason,
      'added',
    ]);
    expect(await read('SELECT import_key AS key FROM library ORDER BY 1')).toEqual([{ key: 'a' }, { key: 'c' }]);
  });

  it('reports rows by their lines, in the order of the file', async () => {
    const results = await take({ ownId: 'a' }, { artistName: '' }, { ownId: 'b' });
    expect(results.map(({ line }) => line)).toEqual([2, 3, 4]);
    expect(results.map(({ libraryId }) => libraryId === null)).toEqual([false, true, false]);
  });

  it('takes composed and decomposed letters for the same', async () => {
    const composed = tidyText('Café Tacvba') ?? '';
    const decomposed = tidyText('Cafe\u0301 Tacvba') ?? '';
    expect(await outcomesOf({ artistName: composed })).toEqual(['added']);
    expect(await outcomesOf({ artistName: decomposed })).toEqual(['unchanged']);
    expect(await read('SELECT count(*)::integer AS count FROM artist')).toEqual([{ count: 1 }]);
  });

  it.each<[string, Change]>([
    ['with ids', { ownId: 'a' }],
    ['without', {}],
  ])('brings no row back that somebody deleted, in files %s', async (_which, row) => {
    const [added] = await take(row);
    const libraryId = added?.libraryId as number;
    const deletion = { libraryId, actor: 'Ada', reason: 'sold' };
    expect(await test.db.transaction().execute((transaction) => deleteRow(transaction, deletion))).toBe(true);
    expect(await outcomesOf(row, { ownId: 'b', albumTitle: 'Another' })).toEqual(['deleted_by_hand', 'added']);
  });

  it('goes on with the copy that is left where another was deleted', async () => {
    const [first] = await take({ ownId: 'a' }, { ownId: 'b' });
    const deletion = { libraryId: first?.libraryId as number, actor: 'Ada', reason: null };
    await test.db.transaction().execute((transaction) => deleteRow(transaction, deletion));
    expect(await outcomesOf({ ownId: 'a' }, { ownId: 'b', year: 1997 }, { label: 'Elektra' })).toEqual([
      'deleted_by_hand',
      'updated',
      'unchanged',
    ]);
    expect(await read('SELECT year, label FROM library')).toEqual([{ year: 1997, label: null }]);
  });

  it('rejects every row that says the same as one that was deleted', async () => {
    const [added] = await take({});
    const deletion = { libraryId: added?.libraryId as number, actor: 'Ada', reason: null };
    await test.db.transaction().execute((transaction) => deleteRow(transaction, deletion));
    expect(await outcomesOf({}, { label: 'Elektra' }, { format: 'LP' }, { ownId: 'a' })).toEqual([
      'deleted_by_hand',
      'deleted_by_hand',
      'added',
      'added',
    ]);
  });

  it('has known rows asked about again that say something else, and new ones wait for a pull', async () => {
    const added = await take({ ownId: 'a' }, { ownId: 'b' }, { ownId: 'c' });
    const [title, year] = added.map(({ libraryId }) => libraryId);
    await take({ ownId: 'a', albumTitle: 'Another' }, { ownId: 'b', year: 1997 }, { ownId: 'c' }, { ownId: 'd' });
    expect(await readMessages()).toEqual([
      { libraryId: title, rowChanged: true },
      { libraryId: year, rowChanged: false },
    ]);
    expect(
      await read('SELECT library_id AS id FROM library_attempt WHERE pending_since IS NOT NULL ORDER BY 1'),
    ).toEqual([{ id: title }, { id: year }]);
  });

  it('gives an older number to one row: another with it is rejected, in the library and in the file', async () => {
    await take({ ownId: 'a', legacyReleaseId: 7 });
    expect(
      await outcomesOf(
        { ownId: 'a', legacyReleaseId: 7 },
        { ownId: 'b', legacyReleaseId: 7 },
        { ownId: 'c', legacyReleaseId: 8 },
        { ownId: 'd', legacyReleaseId: 8 },
      ),
    ).toEqual(['unchanged', 'legacy_release_id_taken', 'added', 'legacy_release_id_taken']);
  });

  it('keeps what the older systems knew of a row, and what they know later', async () => {
    const legacy = { canonicalEntityId: 'discogs:master:1', confidence: 0.9, resolvedAt: '2020-01-01T00:00:00Z' };
    await take({ ownId: 'a', legacy });
    await take({ ownId: 'a', legacy: { ...legacy, canonicalEntityId: 'discogs:2' } });
    expect(await read('SELECT canonical_entity_id AS id FROM legacy_identity')).toEqual([{ id: 'discogs:2' }]);
  });

  it('is undone whole where the database refuses any of it', async () => {
    await read(`ALTER TABLE library ADD CONSTRAINT no_jazz CHECK (album_title <> 'Jazz')`);
    await expect(take({ ownId: 'a' }, { ownId: 'b', albumTitle: 'Jazz' })).rejects.toMatchObject({ code: '23514' });
    await read('ALTER TABLE library DROP CONSTRAINT no_jazz');
    expect(await readAll()).toEqual([]);
    expect(await read('SELECT 1 FROM artist')).toEqual([]);
  });
});
