import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exportLibrary } from '../../src/export/export-library.ts';
import { libraryWatermark } from '../../src/export/library-watermark.ts';
import { refreshPlays } from '../../src/search/refresh-plays.ts';
import { addRows, dialects, openTestLibrary, type TestLibrary } from '../search/test-library.ts';

describe.each(dialects)('the export on %s', (dialect) => {
  let library: TestLibrary;
  let ids: number[];

  beforeAll(async () => {
    library = await openTestLibrary(dialect);
    ids = await addRows(
      library.db,
      Array.from({ length: 2503 }, (_, n) => ({
        artist: `Artist ${n % 40}`,
        title: `Line\nbreak ${n}`,
        genre: 'Rock',
        // One that a record may change to.
        ...(n === 2502 ? { format: 'LP' } : {}),
      })),
    );
    await sql`INSERT INTO library_identity (library_id, discogs_master_id, method, confidence, last_verified_at, artist_ids)
      VALUES (${ids[0]}, 7, 'exact_match', 1, now(), '{"discogs_artist": "9"}')`.execute(library.db);
  }, 60_000);
  afterAll(() => library?.close());

  async function readAll(): Promise<string[]> {
    const lines: string[] = [];
    for await (const line of exportLibrary(library.db)) lines.push(line);
    return lines;
  }

  it('gives each row as a line of its own, by id, with its identity', async () => {
    const lines = await readAll();
    expect(lines.every((line) => line.indexOf('\n') === line.length - 1)).toBe(true);
    const rows = lines.map((line) => JSON.parse(line));
    expect(rows.map(({ id }) => id)).toEqual(ids);
    expect(rows[0]).toMatchObject({
      artist_name: 'Artist 0',
      album_title: 'Line\nbreak 0',
      genre: 'Rock',
      identity: {
        method: 'exact_match',
        confidence: 1,
        agreement_sources: [],
        conflicts: 0,
        ids: { discogs_master_id: 7, spotify_id: null, artist: { discogs_artist: '9' } },
      },
    });
    expect(rows[1].identity).toBeNull();
  });

  it.each([
    ...[
      `artist_name = 'Other'`,
      'artist_id = 2',
      `album_title = 'x'`,
      `album_artist = 'x'`,
      `label = 'x'`,
      'year = 1997',
      'genre_id = NULL',
      `format_id = (SELECT id FROM format)`,
      `shelf_code = 'x'`,
      'code_number = 4',
      `code_volume_letters = 'Z'`,
      `add_date = '2020-01-01'`,
      `date_lost = '2020-01-01'`,
      `date_found = '2020-01-02'`,
      'on_streaming = false',
    ].map((change) => [`of a record ${change}`, `UPDATE library SET ${change} WHERE id = 3`, true] as const),
    ...[
      'discogs_master_id = 8',
      'discogs_release_id = 8',
      `musicbrainz_release_group_mbid = '00000000-0000-4000-8000-000000000001'`,
      `musicbrainz_release_mbid = '00000000-0000-4000-8000-000000000001'`,
      `musicbrainz_recording_mbid = '00000000-0000-4000-8000-000000000001'`,
      `wikidata_qid = 'Q1'`,
      `spotify_id = 'x'`,
      `apple_music_id = 'x'`,
      `artist_ids = '{}'`,
      `method = 'trigram'`,
      'confidence = 0.75',
      `agreement_sources = 'discogs_master,wikidata'`,
      `conflicts = '[{}]'`,
    ].map(
      (change) =>
        [`of an identity ${change}`, `UPDATE library_identity SET ${change} WHERE library_id = 1`, true] as const,
    ),
    ['a row is deleted', 'DELETE FROM library WHERE id = 4', true],
    ['an artist is renamed', `UPDATE artist SET artist_name = 'Renamed' WHERE id = 1`, true],
    ['an artist moves on the shelf', `UPDATE artist SET code_letters = 'ST', code_number = 3 WHERE id = 5`, true],
    ['a genre is renamed', `UPDATE genre SET name = 'Rocks'`, true],
    ['two records change places', `UPDATE library SET year = 1990 + id WHERE id IN (10, 11)`, true],
    ['an identity is withdrawn', 'DELETE FROM library_identity', true],
    ['a record is touched, but not changed', 'UPDATE library SET last_modified = now() WHERE id = 2', false],
    [
      'a note of a refused link is kept',
      `INSERT INTO library_identity_history (library_id, superseded_reason, reason_category, actor) VALUES (1, 'r', 'refused', 'a')`,
      false,
    ],
    ['the resolver is asked', `INSERT INTO library_attempt (library_id, pending_since) VALUES (1, now())`, false],
    ['it cannot be asked', `UPDATE library_attempt SET failed_at = now(), failures = 1`, false],
    ['an identity is verified again', 'UPDATE library_identity SET last_verified_at = now()', false],
    ['something is played', 'INSERT INTO flowsheet (library_id) VALUES (1)', false],
  ] as const)('when %s', async (_, change, marked) => {
    const before = { mark: await libraryWatermark(library.db), lines: await readAll() };
    await sql.raw(change).execute(library.db);
    await refreshPlays(library.db);
    const after = { mark: await libraryWatermark(library.db), lines: await readAll() };
    expect(after.mark !== before.mark).toBe(marked);
    // What has the same mark is the same to the letter, and what has another is not.
    expect(after.lines.join('') !== before.lines.join('')).toBe(marked);
  });
});
