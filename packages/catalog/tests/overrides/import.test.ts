import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { OverrideRow } from '../../src/overrides/check-rows.ts';
import { importOverrides } from '../../src/overrides/import-overrides.ts';
import { found, mbid, resolved } from '../identity/answers.ts';
import { type IdentityTest, openIdentityTest, seed } from '../identity/open-identity-test.ts';
import { dialects } from '../jobs/open-test-database.ts';

type Columns = readonly [library_id: string | number, source: string, action: string, external_id?: string | null];

/** Rows of a file, with what comes of each the first time. */
const file: readonly (readonly [Columns, string])[] = [
  [['1', 'discogs_master', 'pin', ' 5 '], 'made'],
  [[2, 'spotify', 'not_applicable'], 'made'],
  [['1', 'discogs_master', 'pin', '5'], 'duplicate_in_file'],
  [['3', 'wikidata', 'pin', 'Q1'], 'contradicts_in_file'],
  [['3', 'wikidata', 'pin', 'Q2'], 'contradicts_in_file'],
  [['3', 'mb_release', 'pin', mbid(1).toUpperCase()], 'made'],
  [['3', 'mb_release', 'reject', mbid(2)], 'made'],
  [['2', 'discogs_release', 'reject', ''], 'made'],
  [['2', 'discogs_release', 'not_applicable'], 'made'],
  [['99', 'spotify', 'pin', 'x'], 'unknown_library_id'],
  [['0', 'spotify', 'pin', 'x'], 'unknown_library_id'],
  [['99999999999', 'spotify', 'pin', 'x'], 'unknown_library_id'],
  [['one', 'spotify', 'pin', 'x'], 'unknown_library_id'],
  [['1', 'discogs_relase', 'pin', '5'], 'unknown_source'],
  [['1', 'spotify', 'ignore', 'x'], 'bad_action'],
  [['1', 'spotify', 'pin', null], 'bad_external_id'],
  [['1', 'mb_release', 'pin', '12'], 'bad_external_id'],
];
const rows = file.map(
  ([[library_id, source, action, external_id = null]], place): OverrideRow => ({
    line: place + 2,
    library_id,
    source,
    action,
    external_id,
    reason: 'from the file',
  }),
);
const isMade = (outcome: string) => outcome === 'made';

describe.each(dialects)('a file of overrides on %s', (dialect) => {
  let test: IdentityTest;
  beforeAll(async () => {
    test = await openIdentityTest(dialect);
  }, 60_000);
  beforeEach(async () => {
    await test.empty();
    await seed(test.db, 3);
    await test.apply([1, 2, 3].map((library_id) => resolved([found('discogs_master', '11')], { library_id })));
  });
  afterAll(() => test?.close());

  const take = async (dryRun: boolean) => {
    const { results } = await importOverrides(test.db, rows, 'Ada', { dryRun });
    expect(results.map(({ line }) => line)).toEqual(rows.map(({ line }) => line));
    return results.map(({ outcome, failure_reason }) => failure_reason ?? outcome);
  };
  const dump = async () => {
    const tables = ['identity_override', 'library_identity', 'library_identity_source', 'library_identity_history'];
    return Promise.all(
      tables.map(async (table) => {
        const { rows: all } = await sql`SELECT to_jsonb(t) AS row FROM ${sql.table(table)} t ORDER BY 1`.execute(
          test.db,
        );
        return all;
      }),
    );
  };

  it('is taken row by row: what is wrong is refused with its reason, and holds up nothing else', async () => {
    expect(await take(false)).toEqual(file.map(([, outcome]) => outcome));
    const { rows: standing } = await sql`
      SELECT library_id, source, action, external_id, actor, reason FROM identity_override
      WHERE revoked_at IS NULL ORDER BY override_id`.execute(test.db);
    const made = (library_id: number, source: string, action: string, external_id: string | null) => ({
      ...{ library_id, source, action, external_id, actor: 'Ada', reason: 'from the file' },
    });
    expect(standing).toEqual([
      made(1, 'discogs_master', 'pin', '5'),
      made(2, 'spotify', 'not_applicable', null),
      made(3, 'mb_release', 'pin', mbid(1)),
      made(3, 'mb_release', 'reject', mbid(2)),
      made(2, 'discogs_release', 'reject', null),
      made(2, 'discogs_release', 'not_applicable', null),
    ]);
    expect((await test.read(1)).identity).toMatchObject({ discogs_master_id: 5, method: 'manual' });
    expect((await test.history(1)).map(({ category }) => category)).toEqual(['manual']);
  });

  it('changes nothing the second time', async () => {
    await take(false);
    const before = await dump();
    expect(await take(false)).toEqual(file.map(([, outcome]) => (isMade(outcome) ? 'unchanged' : outcome)));
    expect(await dump()).toEqual(before);
  });

  it('is foreseen by a dry run, which makes nothing', async () => {
    const before = await dump();
    expect(await take(true)).toEqual(file.map(([, outcome]) => outcome));
    expect(await dump()).toEqual(before);
    await take(false);
    expect(await take(true)).toEqual(file.map(([, outcome]) => (isMade(outcome) ? 'unchanged' : outcome)));
  });

  it('is recorded as a run, with what was refused and why', async () => {
    await take(false);
    const run = await test.db.selectFrom('job_run').selectAll().executeTakeFirstOrThrow();
    const made = file.filter(([, outcome]) => isMade(outcome)).length;
    expect(run).toMatchObject({
      job: 'override-import',
      state: 'succeeded',
      actor: 'Ada',
      parameters: { dry_run: false, rows: file.length },
      report: { scanned: file.length, made, unchanged: 0, refused: file.length - made },
    });
    expect(run.report).toMatchObject({ failure_reasons: { unknown_library_id: 4, contradicts_in_file: 2 } });
  });

  it('keeps what was made before it broke off, and says that it did', async () => {
    await sql`ALTER TABLE identity_override ADD CONSTRAINT odd CHECK (library_id <> 3)`.execute(test.db);
    await expect(take(false)).rejects.toMatchObject({ code: '23514' });
    await sql`ALTER TABLE identity_override DROP CONSTRAINT odd`.execute(test.db);
    expect(await test.db.selectFrom('job_run').select('state').execute()).toEqual([{ state: 'failed' }]);
    const made = file.map(([, outcome], place) => (place < 2 && isMade(outcome) ? 'unchanged' : outcome));
    expect(await take(false)).toEqual(made);
  });
});
