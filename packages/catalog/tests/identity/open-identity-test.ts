import type { BulkResolveResult } from '@deadwax/contract/schemas';
import { sql } from 'kysely';
import type { CatalogDatabase } from '../../src/database/tables.ts';
import { type AnsweredRow, type Applied, applyVerdicts, type Writer } from '../../src/identity/apply-verdicts.ts';
import { type dialects, openTestDatabase, type TestDatabase } from '../jobs/open-test-database.ts';
import { seedRows } from '../jobs/seed-rows.ts';

export const writer: Writer = { actor: 'test', reason: 'asked again', category: 'rerun' };

/** What is stored of a row, stamps aside. */
export interface Stored {
  readonly identity: Record<string, unknown> | null;
  readonly links: Record<string, Record<string, unknown>>;
}

export interface IdentityTest extends TestDatabase {
  /** Applies an answer to each row, asked under the names that the rows bear, a second after the one before. */
  apply(verdicts: readonly BulkResolveResult[], change?: Partial<Writer>): Promise<Applied>;
  read(libraryId: number): Promise<Stored>;
  history(libraryId: number): Promise<HistoryRow[]>;
}

export interface HistoryRow {
  readonly category: string;
  readonly reason: string;
  readonly actor: string;
  readonly identity: Record<string, unknown> | null;
  readonly sources: Record<string, unknown>[];
}

let clock = Date.parse('2026-01-01T00:00:00Z');

/** A time later than any before. */
function tick(): string {
  clock += 1000;
  return new Date(clock).toISOString();
}

export async function openIdentityTest(dialect: (typeof dialects)[number]): Promise<IdentityTest> {
  const test = await openTestDatabase(dialect);
  return {
    ...test,
    apply: async (verdicts, change = {}) => {
      const answers = await answersTo(test.db, verdicts);
      return test.db
        .transaction()
        .execute((transaction) => applyVerdicts(transaction, answers, { ...writer, ...change }));
    },
    read: (libraryId) => readStored(test.db, libraryId),
    history: (libraryId) => readHistory(test.db, libraryId),
  };
}

/** Rows of one artist; `Album <id>` each. */
export function seed(db: CatalogDatabase, count = 1, artist?: string): Promise<number[]> {
  return seedRows(
    db,
    Array.from({ length: count }, () => (artist === undefined ? {} : { artist })),
  );
}

export async function answersTo(db: CatalogDatabase, verdicts: readonly BulkResolveResult[]): Promise<AnsweredRow[]> {
  const rows = await db.selectFrom('library').select(['id', 'artist_name', 'album_title']).execute();
  const byId = new Map(rows.map((row) => [row.id, row]));
  const askedAt = tick();
  return verdicts.map((verdict) => {
    const { artist_name = 'gone', album_title = 'gone' } = byId.get(verdict.library_id) ?? {};
    return { verdict, askedAt, asked: { artistName: artist_name, albumTitle: album_title } };
  });
}

const STAMPS = ['last_verified_at', 'resolver_version', 'snapshot', 'notes', 'distinct_unresolved_sources'];

/** A row of the tables or of the history, stamps aside. */
export function withoutStamps(row: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(row).filter(([column]) => !STAMPS.includes(column) && column !== 'library_id'),
  );
}

async function readStored(db: CatalogDatabase, libraryId: number): Promise<Stored> {
  const { rows } = await sql<{ identity: Record<string, unknown> | null; links: Record<string, unknown>[] | null }>`
    SELECT (SELECT to_jsonb(i) FROM library_identity i WHERE library_id = ${libraryId}) AS identity,
      (SELECT jsonb_agg(to_jsonb(s)) FROM library_identity_source s WHERE library_id = ${libraryId}) AS links`.execute(
    db,
  );
  const { identity, links } = rows[0]!;
  return {
    identity: identity === null ? null : withoutStamps(identity),
    links: Object.fromEntries((links ?? []).map((link) => [link.source as string, withoutStamps(link)])),
  };
}

async function readHistory(db: CatalogDatabase, libraryId: number): Promise<HistoryRow[]> {
  const { rows } = await sql<HistoryRow>`
    SELECT reason_category AS category, superseded_reason AS reason, actor, identity, sources
    FROM library_identity_history WHERE library_id = ${libraryId} ORDER BY history_id`.execute(db);
  return rows;
}

/** The ids of a row's links. */
export function idsOf({ links }: Stored): Record<string, unknown> {
  return Object.fromEntries(Object.entries(links).map(([source, { external_id }]) => [source, external_id]));
}
