import type { CatalogDatabase } from '../database/tables.ts';
import { applyStandingLinks } from '../identity/apply-standing-links.ts';
import type { SourceLink } from '../identity/identity.ts';
import { LEGACY_NOTES } from '../identity/legacy-links.ts';
import { advanceSoloRun, type SoloRun } from '../runs/solo-run.ts';
import type { LegacyPlan } from './open-legacy.ts';
import { parseCanonicalEntityId } from './parse-canonical-entity-id.ts';
import type { LegacyReport, MigrationReport } from './report.ts';
import { type LegacyRow, scanRows } from './scan-rows.ts';

const MOST_SAMPLES = 20;
const LONGEST_SAMPLE = 200;

/**
 * Takes over the ids that the station's older systems kept as text, for the next rows of which nothing better is known. Run again,
 * it finds what it wrote and skips it. Null where there are no more rows.
 */
export async function migratePage(
  db: CatalogDatabase,
  { runId, actor, parameters, cursorId, report: before }: SoloRun<LegacyPlan, LegacyReport>,
): Promise<{ cursorId: number; report: MigrationReport } | null> {
  const rows = await scanRows(db, { afterId: cursorId ?? 0, limit: parameters.batchSize });
  const last = rows.at(-1);
  if (last === undefined) return null;
  const report = structuredClone(before as MigrationReport);
  const found = classify(rows, report);
  await db.transaction().execute(async (transaction) => {
    const written = parameters.dryRun ? found.length : await writeLinks(transaction, found, { actor, runId });
    report.would_write_sources += written;
    report.would_upsert_mains += written;
    // What someone else wrote since the rows were read.
    report.skipped.already_in_library_identity += found.length - written;
    await advanceSoloRun(transaction, runId, { from: cursorId, to: last.id, report });
  });
  return { cursorId: last.id, report };
}

interface Found {
  readonly libraryId: number;
  readonly link: SourceLink;
  readonly resolvedAt: string | null;
}

/** Counts rows in place and gives those that are to be written. */
function classify(rows: readonly LegacyRow[], report: MigrationReport): Found[] {
  const found: Found[] = [];
  for (const { id, canonical_entity_id: text, resolved_at, is_known } of rows) {
    report.scanned += 1;
    const entity = text === null ? 'no_canonical_entity_id' : is_known ? 'already_in_library_identity' : null;
    const parsed = entity ?? parseCanonicalEntityId(text as string);
    if (typeof parsed === 'string') {
      report.skipped[parsed] += 1;
      if (parsed === 'unparsable' && report.unparsable_samples.length < MOST_SAMPLES)
        report.unparsable_samples.push((text as string).slice(0, LONGEST_SAMPLE).toWellFormed());
      continue;
    }
    const link = { ...parsed, method: 'exact_match', confidence: 1, derivedFrom: null, url: null };
    found.push({ libraryId: id, link, resolvedAt: resolved_at });
  }
  return found;
}

async function writeLinks(
  transaction: CatalogDatabase,
  found: readonly Found[],
  { actor, runId }: { actor: string; runId: number },
): Promise<number> {
  if (found.length === 0) return 0;
  const byId = new Map(found.map((each) => [each.libraryId, each]));
  const now = new Date().toISOString();
  const { outcomes } = await applyStandingLinks(transaction, [...byId.keys()], {
    choose: (row) => {
      const { link, resolvedAt } = byId.get(row.libraryId)!;
      if (row.lastVerdict !== null || row.identity !== null || row.links.length > 0 || row.overrides.length > 0)
        return null;
      return { links: [link], verifiedAt: resolvedAt ?? now };
    },
    writer: { actor, reason: 'S1 self-migration', category: 'legacy', runId, notes: LEGACY_NOTES },
  });
  return outcomes.size;
}
