import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { jsonRows } from '../../src/database/json-rows.ts';
import { reportGate } from '../../src/gate/report-gate.ts';
import { runGate } from '../../src/gate/run-gate.ts';
import { dialects, openTestDatabase, type TestDatabase } from '../jobs/open-test-database.ts';
import { type Seed, seedRows } from '../jobs/seed-rows.ts';

interface GateSeed extends Seed {
  readonly identity?: { confidence: number; method?: string };
  readonly reason?: string;
  /** Confidence of the last answer. */
  readonly answered?: number;
  readonly failed?: boolean;
  readonly genre?: string;
  readonly links?: readonly string[];
}

const lately = '2026-09-01T00:00:00Z';
const nothing = { outcome: 'unresolved', reason: 'no_candidate', attemptedAt: lately } as const;
const sure = { identity: { confidence: 0.9 }, outcome: 'single_artist', attemptedAt: lately } as const;

describe.each(dialects)('the gate on %s', (dialect) => {
  let test: TestDatabase;
  beforeAll(async () => {
    test = await openTestDatabase(dialect);
  }, 60_000);
  beforeEach(() => test.empty());
  afterAll(() => test?.close());

  const seed = async (seeds: readonly GateSeed[]) => {
    const ids = await seedRows(test.db, seeds);
    const rows = seeds.map((each, place) => ({
      id: ids[place],
      confidence: each.identity?.confidence ?? null,
      method: each.identity?.method ?? 'name_variation',
      reason: each.reason ?? null,
      answered: each.answered ?? null,
      failed: each.failed ?? false,
      genre: each.genre ?? null,
      links: each.links ?? [],
    }));
    const seeded = sql`jsonb_to_recordset(${jsonRows(rows)}) AS seed (
      id integer, confidence float8, method text, reason text, answered float8, failed boolean, genre text, links jsonb)`;
    await sql`
      INSERT INTO library_identity (library_id, discogs_master_id, artist_ids, method, confidence, last_verified_at)
      SELECT id, 1, '{"discogs_artist": "5"}', method, confidence, now() FROM ${seeded} WHERE confidence IS NOT NULL`.execute(
      test.db,
    );
    await sql`
      UPDATE library_attempt SET unresolved_reason = reason, verdict = json_build_object('confidence', answered)
      FROM ${seeded} WHERE library_id = id`.execute(test.db);
    await sql`
      INSERT INTO library_attempt (library_id, failed_at, failure) SELECT id, now(), 'timeout' FROM ${seeded} WHERE failed
      ON CONFLICT (library_id) DO UPDATE SET failed_at = excluded.failed_at`.execute(test.db);
    await sql`INSERT INTO genre (name) SELECT DISTINCT genre FROM ${seeded} WHERE genre IS NOT NULL`.execute(test.db);
    await sql`
      UPDATE library SET genre_id = genre.id FROM ${seeded} JOIN genre ON genre.name = genre WHERE library.id = seed.id`.execute(
      test.db,
    );
    await sql`
      INSERT INTO library_identity_source (library_id, source, external_id, method, confidence, last_verified_at)
      SELECT id, source, '1', 'exact_match', 1, now() FROM ${seeded}
      CROSS JOIN LATERAL jsonb_array_elements_text(links) AS source`.execute(test.db);
  };

  // resolved + fallback + found nothing + could not ask + never asked = total
  it.each<[string, GateSeed[], [number, number, number, number, number]]>([
    ['an identity', [sure], [1, 0, 0, 0, 0]],
    ['one exactly at the floor', [{ ...sure, identity: { confidence: 0.7 } }], [1, 0, 0, 0, 0]],
    ['one below the floor', [{ ...sure, identity: { confidence: 0.69 } }], [0, 0, 1, 0, 0]],
    ['nothing found', [nothing], [0, 0, 1, 0, 0]],
    ['never asked', [{}], [0, 0, 0, 0, 1]],
    ['could not be asked', [{ failed: true }], [0, 0, 0, 1, 0]],
    ['nothing found, and could not be asked again: the answer stands', [{ ...nothing, failed: true }], [0, 0, 1, 0, 0]],
    ['nothing found beside a record of the artist', [sure, nothing], [1, 1, 0, 0, 0]],
    ['could not be asked, beside a record of the artist', [sure, { failed: true }], [1, 1, 0, 0, 0]],
    ['beside a record of another artist', [{ ...sure, artist: 'Pram' }, nothing], [1, 0, 1, 0, 0]],
    [
      'beside an inherited identity: it is nobody’s own',
      [{ ...sure, identity: { confidence: 0.9, method: 'inherited' } }, nothing],
      [1, 0, 1, 0, 0],
    ],
    ['beside one below the floor', [{ ...sure, identity: { confidence: 0.6 } }, nothing], [0, 0, 2, 0, 0]],
    ['two without beside one with: no chain, both rest on the one', [sure, nothing, nothing], [1, 2, 0, 0, 0]],
    ['two without are no fallback of each other', [nothing, nothing], [0, 0, 2, 0, 0]],
  ])('of an artist: %s', async (_, seeds, expected) => {
    await seed(seeds);
    const { strata, overall } = await reportGate(test.db);
    expect(partsOf(strata.single_artist)).toEqual(expected);
    const [, fallback, ...open] = expected;
    expect(strata.single_artist.truly_unresolved_rows).toBe(open.reduce((a, b) => a + b));
    expect(strata.single_artist.unresolved_rows).toBe(fallback + strata.single_artist.truly_unresolved_rows);
    expect(partsOf(overall)).toEqual(expected);
  });

  const compilation = { letters: 'Z', artist: 'Various Artists', outcome: 'compilation', attemptedAt: lately } as const;
  it.each<[string, GateSeed[], [number, number, number, number, number]]>([
    [
      'one that a source knows has no identity row, and is resolved',
      [{ ...compilation, answered: 0.9 }],
      [1, 0, 0, 0, 0],
    ],
    ['one that none knows', [{ ...compilation, reason: 'no_candidate' }], [0, 0, 1, 0, 0]],
    ['one known below the floor', [{ ...compilation, answered: 0.65 }], [0, 0, 1, 0, 0]],
    ['one that people pinned', [{ ...compilation, reason: 'ambiguous', identity: { confidence: 1 } }], [1, 0, 0, 0, 0]],
    [
      'unresolved beside a resolved one: various artists are nobody',
      [
        { ...compilation, answered: 1 },
        { ...compilation, ...nothing },
      ],
      [1, 0, 1, 0, 0],
    ],
    ['never asked, by its shelf', [{ letters: 'ZZ' }], [0, 0, 0, 0, 1]],
    ['never asked, by its credits', [{ credits: true }], [0, 0, 0, 0, 1]],
    ['by its answer alone', [{ ...compilation, letters: null, answered: 1 }], [1, 0, 0, 0, 0]],
  ])('of compilations: %s', async (_, seeds, expected) => {
    await seed(seeds);
    const { strata } = await reportGate(test.db);
    expect(partsOf(strata.compilation)).toEqual(expected);
    expect(strata.single_artist.total_rows).toBe(0);
  });

  it('takes soundtracks by their shelf or their artist, before all else', async () => {
    await seed([
      { ...compilation, answered: 1, genre: 'Soundtracks' },
      { ...nothing, artist: 'Soundtracks - B' },
      { ...nothing, genre: 'Rock' },
    ]);
    const { strata } = await reportGate(test.db);
    expect(partsOf(strata.soundtrack)).toEqual([1, 0, 1, 0, 0]);
    expect(partsOf(strata.single_artist)).toEqual([0, 0, 1, 0, 0]);
  });

  it('passes below the threshold, and not by asking nothing', async () => {
    await seed([nothing, { failed: true, artist: 'Pram' }, { artist: 'Broadcast' }, { ...sure, artist: 'Laika' }]);
    const status = async (threshold: number) => (await reportGate(test.db, { threshold })).overall.gate_status;
    expect([await status(3), await status(4)]).toEqual(['FAIL', 'PASS']);
    expect((await reportGate(test.db)).overall.gate_status).toBe('PASS');
  });

  it('counts what is known by column: the identity’s, and what sources say where there is none', async () => {
    await seed([
      sure,
      { ...nothing, artist: 'Pram' },
      { ...compilation, answered: 1, links: ['discogs_release', 'mb_artist'] },
    ]);
    const { strata, overall } = await reportGate(test.db);
    expect(strata.single_artist.coverage).toMatchObject({
      discogs_master_id: { rows: 1, share: 0.5 },
      discogs_release_id: { rows: 0, share: 0 },
      discogs_artist: { rows: 1, share: 0.5 },
    });
    expect(strata.compilation.coverage).toMatchObject({
      discogs_release_id: { rows: 1, share: 1 },
      mb_artist: { rows: 1 },
    });
    expect(overall.coverage.discogs_release_id).toEqual({ rows: 1, share: 1 / 3 });
  });

  it('reports on an empty library, and keeps its report', async () => {
    const { runId, report } = await runGate(test.db, { actor: 'ann', threshold: 10 });
    expect(report.overall).toMatchObject({ total_rows: 0, gate_status: 'PASS' });
    const run = await test.db.selectFrom('job_run').selectAll().where('run_id', '=', String(runId)).executeTakeFirst();
    expect(run).toMatchObject({ job: 'gate', actor: 'ann', state: 'succeeded', report });
  });
});

function partsOf(counts: Awaited<ReturnType<typeof reportGate>>['overall']): number[] {
  const { total_rows, unresolved_rows, fallback_resolved_rows, found_nothing_rows } = counts;
  const { could_not_ask_rows, never_asked_rows } = counts;
  return [
    total_rows - unresolved_rows,
    fallback_resolved_rows,
    found_nothing_rows,
    could_not_ask_rows,
    never_asked_rows,
  ];
}
