import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BulkResolveResult } from '@deadwax/contract/schemas';
import { bandOf, methods } from '@deadwax/linkage/model';
import { migrate } from '@deadwax/platform/database/migrate';
import { type Database, openDatabase } from '@deadwax/platform/database/open-database';
import { startTestPostgres, type TestPostgres } from '@deadwax/platform/testing/embedded-postgres';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { appendReconciliationLog } from '../../src/store/append-reconciliation-log.ts';
import { migrationsFolder, openStore } from '../../src/store/open-store.ts';
import { ReconciliationLogWriter } from '../../src/store/reconciliation-log-writer.ts';
import type { ResolverTables } from '../../src/store/tables.ts';

const result = (id: number, more: Partial<BulkResolveResult> = {}): BulkResolveResult => ({
  library_id: id,
  kind: 'unresolved',
  main: null,
  method: null,
  confidence: null,
  agreement_sources: null,
  conflicts: [],
  unresolved_reason: 'no_candidate',
  candidates: [],
  provenance: [],
  tracks_attempted: null,
  tracks: null,
  resolver_version: '1',
  snapshot: 's',
  ...more,
});

const entry = (id: number, more: Partial<BulkResolveResult> = {}) => ({
  askedAt: new Date('2026-01-02T03:04:05.678Z'),
  caller: 'test',
  input: { library_id: id, artist_name: `Nilüfer ' "${id}`, album_title: '\\N \u2028' },
  verdict: JSON.stringify(result(id, more)),
});

describe.each(['pglite', 'postgres'] as const)('the log on %s', (dialect) => {
  let server: TestPostgres | null = null;
  let database: Database<ResolverTables>;

  beforeAll(async () => {
    server = dialect === 'postgres' ? await startTestPostgres() : null;
    database = await openDatabase<ResolverTables>(server ? { url: server.url } : { directory: null });
    expect(database.dialect).toBe(dialect);
    await migrate(database.db, migrationsFolder);
  }, 60_000);

  afterAll(async () => {
    await database?.close();
    await server?.stop();
  });

  const count = async () =>
    Number((await sql<{ n: string }>`SELECT count(*) AS n FROM reconciliation_log`.execute(database.db)).rows[0]?.n);

  it('is at its last migration, and stays there', async () => {
    expect(await migrate(database.db, migrationsFolder)).toEqual([]);
  });

  it('keeps what was asked and answered, letter for letter', async () => {
    await appendReconciliationLog(database.db, [
      entry(7, { kind: 'single_artist', method: 'name_variation', confidence: 0.95, unresolved_reason: null }),
    ]);
    const row = await database.db
      .selectFrom('reconciliation_log')
      .selectAll()
      .where('library_id', '=', 7)
      .executeTakeFirstOrThrow();
    expect(row).toMatchObject({
      artist_name: `Nilüfer ' "7`,
      album_title: '\\N \u2028',
      method: 'name_variation',
      verdict: { library_id: 7 },
    });
    expect(Number(row.confidence)).toBe(0.95);
    expect(new Date(row.asked_at).toISOString()).toBe('2026-01-02T03:04:05.678Z');
  });

  it('refuses a confidence outside the band of its method', async () => {
    const bad = entry(8, { kind: 'single_artist', method: 'alias_match', confidence: 0.85, unresolved_reason: null });
    await expect(appendReconciliationLog(database.db, [bad])).rejects.toThrow(/reconciliation_log_band/);
  });

  it.each([
    'UPDATE reconciliation_log SET caller = 1',
    'DELETE FROM reconciliation_log',
    'TRUNCATE reconciliation_log',
  ])('refuses %s, also where it would change nothing', async (statement) => {
    const before = await count();
    for (const text of statement.startsWith('TRUNCATE') ? [statement] : [statement, `${statement} WHERE false`])
      await expect(sql.raw(text).execute(database.db)).rejects.toThrow(/append-only/);
    expect(await count()).toBe(before);
  });

  it('gives up only the entries that the table refuses, and keeps the rest of their page in order', async () => {
    const lost: { entries: number; cause: unknown }[] = [];
    const writer = new ReconciliationLogWriter(database.db, {
      onLost: (entries, cause) => lost.push({ entries, cause }),
    });
    const bad = new Map<number, Partial<BulkResolveResult>>([
      [5_000, { kind: 'single_artist', method: 'llm', confidence: 0.8 }],
      [5_333, { kind: 'single_artist', method: 'llm', confidence: 12 }],
      [5_999, { snapshot: 'a NUL: \u0000' }],
    ]);
    writer.add(Array.from({ length: 1000 }, (_, place) => entry(5000 + place, bad.get(5000 + place))));
    await writer.close();
    expect(lost.map(({ entries, cause }) => [entries, (cause as { code: string }).code])).toEqual([
      [1, '23514'],
      [1, '22003'],
      [1, '22P05'],
    ]);
    const { rows } = await sql<{ id: string }>`
      SELECT library_id AS id FROM reconciliation_log WHERE library_id BETWEEN 5000 AND 5999 ORDER BY entry_id
    `.execute(database.db);
    const kept = Array.from({ length: 1000 }, (_, place) => 5000 + place).filter((id) => !bad.has(id));
    expect(rows.map(({ id }) => Number(id))).toEqual(kept);
  });

  it('tries again where the database, not an entry, is at fault', async () => {
    const before = await count();
    const writer = new ReconciliationLogWriter(database.db, { onLost: () => expect.unreachable() });
    await sql`ALTER TABLE reconciliation_log RENAME TO elsewhere`.execute(database.db);
    writer.add([entry(1), entry(2)]);
    await new Promise((resolve) => setTimeout(resolve, 60));
    await sql`ALTER TABLE elsewhere RENAME TO reconciliation_log`.execute(database.db);
    await writer.close();
    expect((await count()) - before).toBe(2);
  });

  it('writes behind, and everything by the time it is closed', async () => {
    const before = await count();
    const writer = new ReconciliationLogWriter(database.db, { onLost: () => expect.unreachable() });
    for (let page = 0; page < 5; page += 1)
      writer.add(Array.from({ length: 700 }, (_, place) => entry(1000 + page * 700 + place)));
    await writer.close();
    expect((await count()) - before).toBe(3500);
  });

  it('writes on after a batch without entries', async () => {
    const before = await count();
    const writer = new ReconciliationLogWriter(database.db, { onLost: () => expect.unreachable() });
    writer.add([]);
    writer.add([entry(1)]);
    await writer.close();
    expect((await count()) - before).toBe(1);
  });

  it('says how many entries it had to give up', async () => {
    const lost: number[] = [];
    const writer = new ReconciliationLogWriter(database.db, { capacity: 10, onLost: (entries) => lost.push(entries) });
    writer.add(Array.from({ length: 25 }, (_, place) => entry(place)));
    await writer.close();
    expect(lost).toEqual([15]);
    writer.add([entry(9, { kind: 'single_artist', method: 'exact_match', confidence: 0.5 })]);
    await writer.close();
    expect(lost).toEqual([15, 1]);
  });
});

describe('the store', () => {
  it('keeps its log from one run to the next, and its folder to one process', async () => {
    const directory = mkdtempSync(join(tmpdir(), 'deadwax-store-'));
    const store = await openStore({ directory }, { onLost: () => expect.unreachable() });
    await expect(openStore({ directory }, { onLost: () => undefined })).rejects.toThrow(/in use by process/);
    const { input, verdict } = entry(1);
    store.log({
      requestId: 'r',
      callerId: 'c',
      inputs: [input],
      verdicts: [verdict],
      resolverVersion: '1',
      snapshotId: 's',
    });
    await store.close();
    const again = await openDatabase<ResolverTables>({ directory });
    expect(await again.db.selectFrom('reconciliation_log').select('caller').execute()).toEqual([{ caller: 'c' }]);
    await again.close();
  });

  it('checks the very bands of the model', () => {
    const text = readFileSync(join(migrationsFolder, '0001_reconciliation_log.sql'), 'utf8');
    for (const method of methods) {
      const { min, max } = bandOf(method);
      expect(text).toContain(`(method = '${method}' AND confidence BETWEEN ${min} AND ${max})`);
    }
  });
});
