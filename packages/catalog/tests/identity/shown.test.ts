import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { dialects, openTestDatabase, type TestDatabase } from '../jobs/open-test-database.ts';

interface Row {
  readonly library_id: number;
  readonly confidence: number | null;
  readonly ending: string | null;
  readonly waits: boolean;
}

// What `library_shown` must hold, made anew from the tables that it follows.
const expected = sql<Row>`
  SELECT l.id AS library_id, i.confidence, a.ending, coalesce(a.waits, false) AS waits FROM library l
  LEFT JOIN library_identity i ON i.library_id = l.id
  LEFT JOIN (SELECT library_id, coalesce(outcome, CASE WHEN failed_at IS NOT NULL THEN 'error' END) AS ending,
    pending_since IS NOT NULL AS waits FROM library_attempt) AS a ON a.library_id = l.id
  WHERE i.library_id IS NOT NULL OR a.ending IS NOT NULL OR a.waits ORDER BY 1`;
const shown = sql<Row>`
  SELECT library_id, (identity::json ->> 1)::float8 AS confidence, split_part(ending, '|', 1) AS ending, waits
  FROM library_shown WHERE identity IS NOT NULL OR ending IS NOT NULL OR waits ORDER BY 1`;

const steps: readonly (readonly [what: string, statement: string])[] = [
  [
    'identities are written',
    `INSERT INTO library_identity (library_id, method, confidence, last_verified_at)
     SELECT id, 'trigram', 0.8, now() FROM library WHERE id <= 3`,
  ],
  [
    'some are written again, others first',
    `INSERT INTO library_identity (library_id, method, confidence, last_verified_at)
     SELECT id, 'trigram', 0.9, now() FROM library WHERE id BETWEEN 3 AND 4
     ON CONFLICT (library_id) DO UPDATE SET confidence = excluded.confidence`,
  ],
  ['one changes', 'UPDATE library_identity SET confidence = 0.75 WHERE library_id = 1'],
  ['one is withdrawn', 'DELETE FROM library_identity WHERE library_id = 2'],
  ['none is withdrawn', 'DELETE FROM library_identity WHERE library_id = 99'],
  [
    'rows are answered, wait, or could not be asked',
    `INSERT INTO library_attempt (library_id, outcome, verdict, attempted_at, pending_since, failed_at) VALUES
     (1, 'single_artist', '{}', now(), NULL, NULL), (2, 'unresolved', '{}', now(), now(), NULL), (5, NULL, NULL, NULL, NULL, now()),
     (6, NULL, NULL, NULL, now(), NULL)`,
  ],
  ['the wait ends', 'UPDATE library_attempt SET pending_since = NULL'],
  [
    'an answer comes',
    `UPDATE library_attempt SET outcome = 'compilation', verdict = '{}', attempted_at = now() WHERE library_id = 5`,
  ],
  ['what was asked is forgotten', 'DELETE FROM library_attempt WHERE library_id = 2'],
  ['a row is deleted', 'DELETE FROM library WHERE id = 6'],
];

async function addLibrary({ db }: TestDatabase): Promise<void> {
  await sql`INSERT INTO artist (artist_name, alphabetical_name) VALUES ('Low', 'Low')`.execute(db);
  await sql`INSERT INTO library (artist_id, artist_name, album_title)
    SELECT artist.id, 'Low', 'Record ' || n FROM artist, generate_series(1, 6) AS n`.execute(db);
}

describe.each(dialects)('what lists show on %s', (dialect) => {
  let test: TestDatabase;
  beforeAll(async () => {
    test = await openTestDatabase(dialect);
  }, 60_000);
  beforeEach(() => test.empty());
  afterAll(() => test?.close());

  it('follows identities and answers through every change of either', async () => {
    await addLibrary(test);
    for (const [what, statement] of steps) {
      await sql.raw(statement).execute(test.db);
      const found = (await shown.execute(test.db)).rows.map((row) => ({ ...row, ending: row.ending || null }));
      expect(found, what).toEqual((await expected.execute(test.db)).rows);
    }
    const { rows } = await sql`SELECT library_id FROM library_shown WHERE library_id = 6`.execute(test.db);
    expect(rows).toEqual([]);
  });

  it('follows the rotation through every change of it', async () => {
    await addLibrary(test);
    const entries = async () =>
      (
        await sql<{ id: number; bins: string | null }>`
          SELECT library_id AS id, (SELECT string_agg(entry ->> 'bin', '' ORDER BY entry ->> 'bin')
            FROM json_array_elements(rotation) AS entry) AS bins
          FROM library_shown WHERE rotation IS NOT NULL ORDER BY 1`.execute(test.db)
      ).rows.map(({ id, bins }) => `${id}${bins}`);
    const moves: readonly (readonly [statement: string, shown: readonly string[]])[] = [
      [
        `INSERT INTO rotation (library_id, bin, add_date, kill_date, artist_name, album_title) SELECT id, bin, '2020-01-01', ends, 'a', 'b'
         FROM (VALUES (1, 'H', NULL), (1, 'M', current_date + 9), (2, 'L', current_date - 1), (3, 'S', NULL), (NULL, 'H', NULL))
         AS entry (id, bin, ends)`,
        ['1HM', '3S'],
      ],
      [`UPDATE rotation SET kill_date = '2021-01-01' WHERE bin = 'H'`, ['1M', '3S']],
      [`UPDATE rotation SET kill_date = NULL WHERE library_id = 2`, ['1M', '2L', '3S']],
      [`UPDATE rotation SET library_id = 4 WHERE library_id = 3`, ['1M', '2L', '4S']],
      [`DELETE FROM rotation WHERE library_id = 2`, ['1M', '4S']],
      [`DELETE FROM library WHERE id = 4`, ['1M']],
      [`DELETE FROM rotation`, []],
    ];
    for (const [statement, shown] of moves) {
      await sql.raw(statement).execute(test.db);
      expect(await entries(), statement).toEqual(shown);
    }
  });
});
