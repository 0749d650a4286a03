import { sql } from 'kysely';
import type { CatalogDatabase } from '../database/tables.ts';
import { LEGACY_NOTES, legacySourcesOf } from '../identity/legacy-links.ts';
import { takeBackLinks } from '../identity/take-back-links.ts';
import { advanceSoloRun, type SoloRun } from '../runs/solo-run.ts';
import type { LegacyPlan } from './open-legacy.ts';
import type { LegacyReport, UnwindingReport } from './report.ts';

/**
 * Takes back what the self-migration wrote of the next rows that bear its mark; what answers and people said of them stands. Null
 * where there are no more.
 */
export async function unwindPage(
  db: CatalogDatabase,
  { runId, actor, parameters, cursorId, report: before }: SoloRun<LegacyPlan, LegacyReport>,
): Promise<{ cursorId: number; report: UnwindingReport } | null> {
  const ids = await listMarked(db, { afterId: cursorId ?? 0, limit: parameters.batchSize });
  const last = ids.at(-1);
  if (last === undefined) return null;
  const report = structuredClone(before as UnwindingReport);
  await db.transaction().execute(async (transaction) => {
    const { empty, others } = await takeBackLinks(transaction, ids, {
      choose: legacySourcesOf,
      writer: { actor, reason: 'S1 self-migration taken back', category: 'legacy', runId },
      dryRun: parameters.dryRun,
    });
    report.scanned += ids.length;
    report.unwound += empty;
    report.unwound_partly += others;
    report.superseded += ids.length - empty - others;
    await advanceSoloRun(transaction, runId, { from: cursorId, to: last, report });
  });
  return { cursorId: last, report };
}

async function listMarked(
  db: CatalogDatabase,
  { afterId, limit }: { afterId: number; limit: number },
): Promise<number[]> {
  const { rows } = await sql<{ library_id: number }>`
    SELECT DISTINCT library_id FROM library_identity_source
    WHERE notes = ${LEGACY_NOTES} AND library_id > ${afterId} ORDER BY library_id LIMIT ${limit}`.execute(db);
  return rows.map(({ library_id }) => library_id);
}
