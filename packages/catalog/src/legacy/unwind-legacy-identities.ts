import { sql } from 'kysely';
import type { CatalogDatabase } from '../database/tables.ts';
import { applyStandingLinks } from '../identity/apply-standing-links.ts';
import type { LockedRow } from '../identity/read-stored.ts';
import { finishRun, startRun } from '../identity/record-run.ts';
import { LEGACY_NOTES } from './migrate-legacy-identities.ts';

export interface LegacyUnwinding {
  readonly runId: number;
  /** Rows whose link was taken back. */
  readonly unwound: number;
  /** Rows that were left, because an answer came since. */
  readonly kept_answered: number;
}

export interface UnwindOptions {
  /** Rows of one transaction. Default 500. */
  readonly batchSize?: number;
  readonly actor: string;
}

/**
 * Takes back what the self-migration wrote, where no answer came since; what people decided of those rows stands. Recorded as a
 * run.
 */
export async function unwindLegacyIdentities(
  db: CatalogDatabase,
  { batchSize = 500, actor }: UnwindOptions,
): Promise<LegacyUnwinding> {
  const runId = await startRun(db, { job: 's1', actor, parameters: { unwind: true, batch_size: batchSize } });
  return finishRun(db, runId, async () => {
    const counts = { unwound: 0, kept_answered: 0 };
    for (let afterId = 0; ; ) {
      const ids = await listTagged(db, { afterId, limit: batchSize });
      const last = ids.at(-1);
      if (last === undefined) break;
      afterId = last;
      const { outcomes } = await db.transaction().execute((transaction) =>
        applyStandingLinks(transaction, ids, {
          choose: withoutTagged,
          writer: { actor, reason: 'S1 self-migration taken back', category: 'legacy', runId },
        }),
      );
      const unwound = [...outcomes.values()].filter((outcome) => outcome === 'written').length;
      counts.unwound += unwound;
      counts.kept_answered += ids.length - unwound;
    }
    return { result: { runId, ...counts }, report: { source: 'S1', ...counts } };
  });
}

async function listTagged(
  db: CatalogDatabase,
  { afterId, limit }: { afterId: number; limit: number },
): Promise<number[]> {
  const { rows } = await sql<{ library_id: number }>`
    SELECT DISTINCT library_id FROM library_identity_source
    WHERE notes = ${LEGACY_NOTES} AND library_id > ${afterId} ORDER BY library_id LIMIT ${limit}`.execute(db);
  return rows.map(({ library_id }) => library_id);
}

function withoutTagged(row: LockedRow): ReturnType<Parameters<typeof applyStandingLinks>[2]['choose']> {
  const tagged = new Set(row.rawLinks.filter(({ notes }) => notes === LEGACY_NOTES).map(({ source }) => source));
  const links = row.links.filter(({ source }) => !tagged.has(source));
  const verifiedAt = (row.rawIdentity?.last_verified_at as string | undefined) ?? new Date().toISOString();
  return { links, verifiedAt };
}
