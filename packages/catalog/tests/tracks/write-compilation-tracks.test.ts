import type { TrackIdentity } from '@deadwax/contract/schemas';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { jsonRows } from '../../src/database/json-rows.ts';
import { writeCompilationTracks } from '../../src/tracks/write-compilation-tracks.ts';
import { dialects, openTestDatabase, type TestDatabase } from '../jobs/open-test-database.ts';
import { seedRows } from '../jobs/seed-rows.ts';
import { makeAnswered, makeCompilation, makeTrack } from './samples.ts';

interface Credit {
  readonly title: string | null;
  readonly artist?: string;
  readonly position?: string | null;
  readonly linkedTo?: number | null;
  readonly method?: string | null;
}

describe.each(dialects)('tracks of compilations on %s', (dialect) => {
  let test: TestDatabase;
  beforeAll(async () => {
    test = await openTestDatabase(dialect);
  }, 60_000);
  beforeEach(() => test.empty());
  afterAll(() => test?.close());

  const seedCompilation = async (credits: readonly Credit[]) => {
    const [id] = (await seedRows(test.db, [{ artist: 'Various Artists', letters: 'Z' }])) as [number];
    const rows = credits.map((credit) => ({
      artist: 'Broadcast',
      position: null,
      linkedTo: null,
      method: null,
      ...credit,
    }));
    await sql`
      INSERT INTO compilation_track_artist
        (library_id, artist_name, track_title, track_position, track_artist_id, track_artist_link_method)
      SELECT ${id}::integer, artist, title, position, "linkedTo", method FROM jsonb_to_recordset(${jsonRows(rows)})
        AS credit (artist text, title text, position text, "linkedTo" integer, method text)`.execute(test.db);
    return id;
  };
  const seedArtist = async (name: string) => {
    const { rows } = await sql<{ id: number }>`
      INSERT INTO artist (artist_name, alphabetical_name) VALUES (${name}, ${name}) RETURNING id`.execute(test.db);
    return (rows[0] as { id: number }).id;
  };
  const write = (id: number, tracks: readonly TrackIdentity[]) =>
    test.db
      .transaction()
      .execute((transaction) => writeCompilationTracks(transaction, [makeAnswered(makeCompilation(id, tracks))]));
  const readCredits = async () =>
    (
      await sql<Record<string, unknown>>`
        SELECT track_title AS title, track_position AS position, track_artist_id AS artist,
          track_artist_link_confidence AS confidence, track_artist_link_method AS method
        FROM compilation_track_artist ORDER BY id`.execute(test.db)
    ).rows;

  it('links a credit to the artist of that name, accents and case aside, with how sure it is', async () => {
    const artist = await seedArtist('Brôadcast');
    const id = await seedCompilation([{ title: 'Papercuts' }, { title: null }]);
    const tracks = [makeTrack({ track_position: 'A1' }), makeTrack({ track_title: null, confidence: 1 })];
    expect(await write(id, tracks)).toMatchObject({ written: 2, unmatched: 0, withoutArtist: 0, gap: false });
    expect(await readCredits()).toEqual([
      { title: 'Papercuts', position: 'A1', artist, confidence: expect.closeTo(0.9, 6), method: 'lml_backfill' },
      { title: null, position: null, artist, confidence: 1, method: 'lml_backfill' },
    ]);
  });

  it.each([
    ['nobody', [], 'Broadcast'],
    ['several artists', ['Broadcast', 'BROADCAST'], 'Broadcast'],
    ['another letter, which is no accent', ['Ø'], 'O'],
    ['an article more', ['Broadcast'], 'The Broadcast'],
  ])('keeps what was resolved without an artist where the name is of: %s', async (_, artists, resolved) => {
    for (const name of artists) await seedArtist(name);
    const id = await seedCompilation([{ title: 'Papercuts' }]);
    const outcome = await write(id, [makeTrack({ resolved_artist_name: resolved })]);
    expect(outcome).toMatchObject({ written: 1, withoutArtist: 1 });
    expect(await readCredits()).toMatchObject([{ artist: null, method: 'lml_backfill' }]);
  });

  it('finds a name whatever its Unicode form', async () => {
    const artist = await seedArtist('Björk'.normalize('NFD'));
    const id = await seedCompilation([{ title: 'Papercuts' }]);
    await write(id, [makeTrack({ resolved_artist_name: 'Björk'.normalize('NFC') })]);
    expect(await readCredits()).toMatchObject([{ artist }]);
  });

  it('never touches what a librarian linked', async () => {
    const [ours] = [await seedArtist('Broadcast'), await seedArtist('Pram')];
    const id = await seedCompilation([{ title: 'Papercuts', linkedTo: ours as number, method: 'librarian' }]);
    const before = await readCredits();
    const outcome = await write(id, [makeTrack({ resolved_artist_name: 'Pram', track_position: 'A1' })]);
    expect(outcome).toMatchObject({ written: 0, keptOfLibrarians: 1, unmatched: 0 });
    expect(await readCredits()).toEqual(before);
  });

  it('writes nothing the second time', async () => {
    await seedArtist('Broadcast');
    const id = await seedCompilation([{ title: 'Papercuts', position: 'B2' }]);
    const tracks = [makeTrack({ track_position: 'A1', confidence: 0.7 })];
    expect(await write(id, tracks)).toMatchObject({ written: 1 });
    const versions = sql<{ version: string }>`SELECT xmin::text AS version FROM compilation_track_artist`;
    const { rows: before } = await versions.execute(test.db);
    expect(await write(id, tracks)).toMatchObject({ written: 0, unchanged: 1 });
    expect((await versions.execute(test.db)).rows).toEqual(before);
    expect(await readCredits()).toMatchObject([{ position: 'B2' }]);
  });

  it.each([0.7, 0.9, 0.95, 0.1, 1 / 3])(
    'takes a confidence of %d for itself, though the column is float32',
    async (confidence) => {
      await seedArtist('Broadcast');
      const id = await seedCompilation([{ title: 'Papercuts' }]);
      const tracks = [makeTrack({ confidence })];
      expect(await write(id, tracks)).toMatchObject({ written: 1, unchanged: 0 });
      expect(await readCredits()).toMatchObject([{ confidence: expect.closeTo(confidence, 6) }]);
      expect(await write(id, tracks)).toMatchObject({ written: 0, unchanged: 1 });
    },
  );

  it('counts answers that no credit bears, and says where that looks like another way of naming', async () => {
    const titles = Array.from({ length: 12 }, (_, place) => `Track ${place}`);
    const id = await seedCompilation(titles.map((title) => ({ title })));
    const name = (missed: number) =>
      titles.map((track_title, place) => makeTrack({ track_title: place < missed ? `${track_title}!` : track_title }));
    expect(await write(id, name(9))).toMatchObject({ unmatched: 9, written: 3, gap: false });
    expect(await write(id, name(10))).toMatchObject({ unmatched: 10, gap: true });
    const more = Array.from({ length: 10 }, (_, place) => makeTrack({ track_title: `More ${place}` }));
    expect(await write(id, [...name(0).slice(0, 11), ...more])).toMatchObject({ unmatched: 10, gap: false });
    expect(await write(id, [...name(0).slice(0, 10), ...more])).toMatchObject({ unmatched: 10, gap: true });
  });

  it('takes a bad confidence and a bad position for absent, and the rest of the page as it is', async () => {
    const id = await seedCompilation([{ title: 'Papercuts' }, { title: 'Winter Now' }]);
    const outcome = await write(id, [
      makeTrack({ confidence: 7, track_position: 'x'.repeat(21) }),
      makeTrack({ track_title: 'Winter Now', track_position: 'B1' }),
    ]);
    expect(outcome).toMatchObject({ written: 2, badConfidences: 1, badPositions: 1 });
    expect(await readCredits()).toMatchObject([
      { confidence: null, position: null },
      { confidence: expect.closeTo(0.9, 6), position: 'B1' },
    ]);
  });

  it('writes tracks in chunks, every one of them, and asks nothing about a page without any', async () => {
    const artist = await seedArtist('Broadcast');
    const titles = Array.from({ length: 1203 }, (_, place) => `Track ${place}`);
    const id = await seedCompilation(titles.map((title) => ({ title })));
    expect(
      await write(
        id,
        titles.map((track_title) => makeTrack({ track_title })),
      ),
    ).toMatchObject({ written: 1203 });
    const linked = await readCredits();
    expect(linked).toHaveLength(1203);
    expect(new Set(linked.map((credit) => credit.artist))).toEqual(new Set([artist]));
    expect(await writeCompilationTracks(null as never, [makeAnswered(makeCompilation(id, []))])).toMatchObject({
      written: 0,
      unmatched: 0,
      gap: false,
    });
  });
});
