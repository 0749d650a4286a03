import { sql } from 'kysely';
import { idList } from '../database/json-rows.ts';
import type { CatalogDatabase } from '../database/tables.ts';
import { finishRun, startRun } from '../identity/record-run.ts';
import type { OverrideInput } from './check-override.ts';
import { type CheckedRow, checkRows, type FailureReason, type OverrideRow } from './check-rows.ts';
import { findUnknownSources, formatRowSource } from './find-unknown-sources.ts';
import { makeOverride } from './make-override.ts';
import { BadOverrideError, UnknownLibraryRowError } from './override-errors.ts';
import { planOverride } from './plan-override.ts';
import { readStanding } from './read-standing.ts';

/** What came of a line. */
export interface ImportedOverride {
  readonly line: number;
  readonly outcome: 'made' | 'unchanged' | 'refused';
  /** Null unless it was refused. */
  readonly failure_reason: FailureReason | null;
}

export interface OverrideImport {
  readonly runId: number;
  readonly results: readonly ImportedOverride[];
}

/**
 * Makes the overrides of a file, each line in a transaction of its own: a file that was cut off is imported again, and what
 * stands is left as it is. A dry run says what would come of each line and makes none. Recorded as a run.
 */
export async function importOverrides(
  db: CatalogDatabase,
  rows: readonly OverrideRow[],
  actor: string,
  { dryRun }: { dryRun: boolean },
): Promise<OverrideImport> {
  const runId = await startRun(db, {
    job: 'override-import',
    actor,
    parameters: { dry_run: dryRun, rows: rows.length },
  });
  return finishRun(db, runId, async () => {
    const checked = checkRows(rows);
    const results = dryRun ? await foresee(db, checked) : await makeAll(db, checked, actor);
    return { result: { runId, results }, report: countResults(results) };
  });
}

async function makeAll(db: CatalogDatabase, rows: readonly CheckedRow[], actor: string): Promise<ImportedOverride[]> {
  const results: ImportedOverride[] = [];
  for (const { line, input, failure } of rows) {
    const came = failure ?? (await make(db, input!, actor));
    results.push(present(line, came));
  }
  return results;
}

type Outcome = FailureReason | 'made' | 'unchanged';

async function make(db: CatalogDatabase, input: OverrideInput, actor: string): Promise<Outcome> {
  try {
    return (await makeOverride(db, { ...input, actor })).outcome;
  } catch (error) {
    if (error instanceof BadOverrideError) return error.failureReason;
    if (error instanceof UnknownLibraryRowError) return 'unknown_library_id';
    throw error;
  }
}

async function foresee(db: CatalogDatabase, rows: readonly CheckedRow[]): Promise<ImportedOverride[]> {
  const inputs = rows.flatMap(({ input }) => (input === null ? [] : [input]));
  const ids = [...new Set(inputs.map(({ libraryId }) => libraryId))];
  const { rows: known } = await sql<{ id: number }>`SELECT id FROM library WHERE id IN ${idList(ids)}`.execute(db);
  const there = new Set(known.map(({ id }) => id));
  const standing = Map.groupBy(await readStanding(db, ids), formatRowSource);
  const unknown = await findUnknownSources(db, inputs);
  return rows.map(({ line, input, failure }) => {
    if (failure !== null) return present(line, failure);
    if (!there.has(input!.libraryId)) return present(line, 'unknown_library_id');
    const key = formatRowSource(input!);
    const { outcome } = planOverride(standing.get(key) ?? [], input!);
    return present(line, outcome === 'made' && unknown.has(key) ? 'unknown_source' : outcome);
  });
}

function present(line: number, came: Outcome): ImportedOverride {
  return came === 'made' || came === 'unchanged'
    ? { line, outcome: came, failure_reason: null }
    : { line, outcome: 'refused', failure_reason: came };
}

/** As many lines as a report names. */
const MOST_REFUSALS = 100;

function countResults(results: readonly ImportedOverride[]) {
  const count = (outcome: ImportedOverride['outcome']) => results.filter((each) => each.outcome === outcome).length;
  const refused = results.filter(({ outcome }) => outcome === 'refused');
  const byReason = Map.groupBy(refused, ({ failure_reason }) => failure_reason);
  return {
    scanned: results.length,
    made: count('made'),
    unchanged: count('unchanged'),
    refused: count('refused'),
    failure_reasons: Object.fromEntries([...byReason].map(([reason, lines]) => [reason, lines.length])),
    refused_lines: refused.slice(0, MOST_REFUSALS).map(({ line, failure_reason }) => ({ line, failure_reason })),
  };
}
