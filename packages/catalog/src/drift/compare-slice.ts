import { sql } from 'kysely';
import { jsonRows } from '../database/json-rows.ts';
import type { CatalogDatabase } from '../database/tables.ts';
import { type AnsweredRow, applyVerdicts } from '../identity/apply-verdicts.ts';
import { checkVerdict } from '../identity/check-verdict.ts';
import { type LockedRow, lockStored } from '../identity/read-stored.ts';
import { advanceSoloRun } from '../runs/solo-run.ts';
import { writeCompilationTracks } from '../tracks/write-compilation-tracks.ts';
import { compareWithFresh, type DriftFinding, isOverwritten } from './compare-with-fresh.ts';
import { count, countCompared, type DriftReport } from './report.ts';
import type { DriftRun } from './run-drift.ts';

export interface SliceOptions {
  readonly run: Pick<DriftRun, 'runId' | 'actor' | 'parameters'>;
  /** Where the run stands, and where it stands after. */
  readonly step: { readonly from: number | null; readonly to: number };
  /** Counted in place. */
  readonly report: DriftReport;
  readonly strata: ReadonlyMap<number, string>;
}

interface Compared {
  readonly row: LockedRow;
  readonly answer: AnsweredRow;
  readonly finding: DriftFinding;
}

/** Compares answers with what is stored, keeps what differs, and applies it where told to, in one transaction. */
export async function compareSlice(
  db: CatalogDatabase,
  answers: readonly AnsweredRow[],
  { run, step, report, strata }: SliceOptions,
): Promise<void> {
  const { runId, actor, parameters } = run;
  await db.transaction().execute(async (transaction) => {
    const ids = answers.map(({ verdict }) => verdict.library_id);
    // Locked for a moment: what is compared is one state of the row, never half of a write.
    const rows = new Map((await lockStored(transaction, ids)).map((row) => [row.libraryId, row]));
    const compared = answers.flatMap((answer) => {
      const row = rows.get(answer.verdict.library_id);
      const verdict = checkVerdict(answer.verdict);
      if (row === undefined || isSuperseded(row, answer)) report.superseded += 1;
      else if (typeof verdict === 'string') report.refused += 1;
      else {
        const finding = compareWithFresh({ ...row, kind: row.lastVerdict?.kind ?? null }, verdict);
        return [{ row, answer, finding }];
      }
      return [];
    });
    for (const each of compared) countRow(report, each, strata);
    const different = compared.filter(({ finding }) => finding.classes[0] !== 'same');
    await keepDifferences(transaction, different, { runId, strata });
    if (parameters.apply) {
      const fresh = different.map(({ answer }) => answer);
      const writer = { actor, reason: `drift ${runId}`, category: 'rerun' as const, runId };
      const { outcomes } = await applyVerdicts(transaction, fresh, writer);
      await writeCompilationTracks(transaction, fresh);
      for (const outcome of outcomes.values()) count(report.applied, outcome);
    }
    await advanceSoloRun(transaction, runId, { ...step, report });
  });
}

function isSuperseded(row: LockedRow, { asked, askedAt }: AnsweredRow): boolean {
  if (row.artistName !== asked.artistName || row.albumTitle !== asked.albumTitle) return true;
  return row.attemptedAt !== null && Date.parse(askedAt) < Date.parse(row.attemptedAt);
}

function countRow(report: DriftReport, { row, answer, finding }: Compared, strata: SliceOptions['strata']): void {
  const { lastVerdict } = row;
  countCompared(report, {
    stratum: strata.get(row.libraryId) ?? 'unknown',
    classes: finding.classes,
    versionChanged: lastVerdict?.resolver_version !== answer.verdict.resolver_version,
    snapshotChanged: lastVerdict?.snapshot !== answer.verdict.snapshot,
    hasOverrides: row.overrides.length > 0,
    overwritten: isOverwritten(row),
    kinds: { stored: lastVerdict?.kind ?? 'never_answered', fresh: answer.verdict.kind },
  });
}

async function keepDifferences(
  db: CatalogDatabase,
  different: readonly Compared[],
  { runId, strata }: { runId: number; strata: SliceOptions['strata'] },
): Promise<void> {
  if (different.length === 0) return;
  const rows = different.map(({ row, answer, finding }) => {
    const { kind, resolver_version, snapshot } = answer.verdict;
    const { lastVerdict } = row;
    return {
      library_id: row.libraryId,
      class: finding.classes[0],
      stratum: strata.get(row.libraryId) ?? 'unknown',
      stored: {
        kind: lastVerdict?.kind ?? null,
        resolver_version: lastVerdict?.resolver_version ?? null,
        snapshot: lastVerdict?.snapshot ?? null,
        identity: row.identity,
        links: row.links,
      },
      fresh: { kind, resolver_version, snapshot, classes: finding.classes, ...finding.fresh },
    };
  });
  await sql`
    INSERT INTO identity_drift (run_id, library_id, class, stratum, stored, fresh)
    SELECT ${runId}::bigint, library_id, class, stratum, stored, fresh
    FROM jsonb_to_recordset(${jsonRows(rows.map(dropUnstorable))}) AS difference (
      library_id integer, class text, stratum text, stored jsonb, fresh jsonb
    )`.execute(db);
}

/** The database refuses NUL and halves of characters in JSON, and with them the whole slice. */
function dropUnstorable<T extends object>(value: T): T {
  const text = JSON.stringify(value, (_, each: unknown) =>
    typeof each === 'string' ? each.replaceAll('\0', '').toWellFormed() : each,
  );
  return JSON.parse(text) as T;
}
