import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type LegacyOptions, openLegacy } from '../../src/legacy/open-legacy.ts';
import { type LegacyDependencies, workLegacy } from '../../src/legacy/work-legacy.ts';
import { makeOverride } from '../../src/overrides/make-override.ts';
import { found, nothing, resolved, weakly } from '../identity/answers.ts';
import { type IdentityTest, idsOf, openIdentityTest, seed } from '../identity/open-identity-test.ts';
import { dialects } from '../jobs/open-test-database.ts';

const RESOLVED_AT = '2021-05-06T07:08:09+00:00';

describe.each(dialects)('the self-migration of older ids on %s', (dialect) => {
  let test: IdentityTest;
  beforeAll(async () => {
    test = await openIdentityTest(dialect);
  }, 60_000);
  beforeEach(() => test.empty());
  afterAll(() => test?.close());

  const read = async (query: string) => (await sql.raw<Record<string, unknown>>(query).execute(test.db)).rows;
  /** Rows 1, 2, … with what the older systems said of each. */
  const seedTexts = async (...texts: (string | null)[]) => {
    const ids = await seed(test.db, texts.length);
    for (const [place, text] of texts.entries())
      if (text !== null)
        await sql`INSERT INTO legacy_identity (library_id, canonical_entity_id, canonical_entity_resolved_at)
          VALUES (${ids[place]}, ${text}, ${RESOLVED_AT}::timestamptz)`.execute(test.db);
    return ids;
  };
  const work = async (runId: number, change: Partial<LegacyDependencies> = {}) => {
    const dependencies = { db: test.db, signal: new AbortController().signal, log: () => undefined, ...change };
    await workLegacy(dependencies, { runId });
    const [run] = await read(`SELECT state, report, cursor_id FROM job_run WHERE run_id = ${runId}`);
    return run as { state: string; report: Record<string, unknown>; cursor_id: number | null };
  };
  const migrate = async (options: Partial<LegacyOptions> = {}) =>
    work(await openLegacy(test.db, { actor: 'Ada', ...options }));
  const pin = (libraryId: number, externalId: string) =>
    makeOverride(test.db, {
      libraryId,
      source: 'discogs_master',
      action: 'pin',
      externalId,
      reason: null,
      actor: 'Ada',
    });

  it('reads all three spellings, and counts what it leaves by why', async () => {
    await seedTexts('discogs:11', 'discogs:release:12', 'discogs:master:13', 'mb:14', 'discogs:x', '  ', null);
    const { state, report } = await migrate();
    expect(state).toBe('succeeded');
    expect(report).toEqual({
      source: 'S1',
      scanned: 7,
      would_write_sources: 3,
      would_upsert_mains: 3,
      skipped: { already_in_library_identity: 0, no_canonical_entity_id: 2, non_discogs_namespace: 1, unparsable: 1 },
      unparsable_samples: ['discogs:x'],
    });
    expect(
      await read('SELECT library_id, source, external_id FROM library_identity_source ORDER BY library_id'),
    ).toEqual([
      { library_id: 1, source: 'discogs_release', external_id: '11' },
      { library_id: 2, source: 'discogs_release', external_id: '12' },
      { library_id: 3, source: 'discogs_master', external_id: '13' },
    ]);
  });

  it('writes them as exact, verified when the older system resolved them, under a mark', async () => {
    await seedTexts('discogs:master:13');
    await migrate();
    const columns = `method, confidence, notes, to_jsonb(last_verified_at) #>> '{}' AS verified`;
    const expected = { method: 'exact_match', confidence: 1, notes: 'backfill:S1', verified: RESOLVED_AT };
    expect(await read(`SELECT ${columns} FROM library_identity_source`)).toEqual([expected]);
    expect(await read(`SELECT discogs_master_id AS id, ${columns} FROM library_identity`)).toEqual([
      { id: 13, ...expected },
    ]);
  });

  it('counts the same on a dry run, and writes nothing', async () => {
    await seedTexts('discogs:11', 'mb:14', null);
    const dry = await migrate({ dryRun: true });
    expect(await read('SELECT 1 FROM library_identity_source')).toEqual([]);
    expect((await migrate()).report).toEqual(dry.report);
  });

  it('finds what it wrote, run again, and skips it', async () => {
    await seedTexts('discogs:11', 'discogs:master:13');
    await migrate();
    const before = await read('SELECT to_jsonb(i) FROM library_identity i ORDER BY library_id');
    const { report } = await migrate();
    expect(report).toMatchObject({ scanned: 2, would_write_sources: 0, skipped: { already_in_library_identity: 2 } });
    expect(await read('SELECT to_jsonb(i) FROM library_identity i ORDER BY library_id')).toEqual(before);
  });

  it('leaves rows alone that the resolver answered, found or not, and those that people decided on', async () => {
    const [answered, empty, pinned] = await seedTexts('discogs:11', 'discogs:12', 'discogs:13');
    await test.apply([
      resolved([found('discogs_master', '99', weakly)], { library_id: answered! }),
      resolved([nothing('discogs_master')], {
        library_id: empty!,
        kind: 'unresolved',
        main: null,
        method: null,
        confidence: null,
      }),
    ]);
    await pin(pinned!, '77');
    const { report } = await migrate();
    expect(report).toMatchObject({ would_write_sources: 0, skipped: { already_in_library_identity: 3 } });
    expect(idsOf(await test.read(answered!))).toEqual({ discogs_master: '99' });
    expect(idsOf(await test.read(empty!))).toEqual({});
    expect(idsOf(await test.read(pinned!))).toEqual({ discogs_master: '77' });
  });

  it('is firm against nothing that the resolver says of that source later', async () => {
    const [id] = await seedTexts('discogs:master:13');
    await migrate();
    await test.apply([resolved([found('discogs_master', '99', weakly)])]);
    expect(idsOf(await test.read(id!))).toEqual({ discogs_master: '99' });
    expect(await test.history(id!)).toMatchObject([{ identity: { discogs_master_id: 13 } }]);
  });

  it('goes on where a worker stopped between pages, and writes no row twice', async () => {
    await seedTexts(...Array.from({ length: 7 }, (_, place) => `discogs:${place + 1}`));
    const runId = await openLegacy(test.db, { actor: 'Ada', batchSize: 2 });
    const control = new AbortController();
    const log = (step: string) => {
      if (step === 'legacy_page') control.abort(new Error('the worker is stopping'));
    };
    await expect(work(runId, { signal: control.signal, log })).rejects.toThrow('the worker is stopping');
    expect(await read('SELECT count(*)::integer AS count FROM library_identity')).toEqual([{ count: 2 }]);
    const { state, report } = await work(runId);
    expect(state).toBe('succeeded');
    expect(report).toMatchObject({ scanned: 7, would_write_sources: 7 });
    expect(await read('SELECT count(*)::integer AS count FROM library_identity')).toEqual([{ count: 7 }]);
    expect(await read('SELECT 1 FROM library_identity_history')).toEqual([]);
  });

  it('takes back only what bears its mark: answers and pins stand', async () => {
    const [alone, answered, pinned] = await seedTexts('discogs:11', 'discogs:12', 'discogs:13');
    await migrate();
    await test.apply([resolved([found('discogs_master', '99', weakly)], { library_id: answered! })]);
    await pin(pinned!, '77');
    const { report } = await migrate({ unwind: true });
    expect(report).toMatchObject({ source: 'S1', unwound: 1, unwound_partly: 2, superseded: 0, scanned: 3 });
    expect(await test.read(alone!)).toEqual({ identity: null, links: {} });
    expect(idsOf(await test.read(answered!))).toEqual({ discogs_master: '99' });
    expect(idsOf(await test.read(pinned!))).toEqual({ discogs_master: '77' });
    expect(await read(`SELECT 1 FROM library_identity_source WHERE notes = 'backfill:S1'`)).toEqual([]);
    expect((await test.history(alone!)).at(-1)).toMatchObject({
      category: 'legacy',
      actor: 'Ada',
      identity: { discogs_release_id: 11 },
    });
    expect((await migrate({ unwind: true })).report).toMatchObject({ scanned: 0 });
  });
});
