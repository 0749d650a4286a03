import type { CatalogDatabase } from '../database/tables.ts';
import { applyStandingLinks } from '../identity/apply-standing-links.ts';
import type { SourceLink } from '../identity/identity.ts';
import { beat, finishRun, startRun } from '../identity/record-run.ts';
import { parseCanonicalEntityId } from './parse-canonical-entity-id.ts';
import { emptyLegacyReport, type LegacyReport } from './report.ts';
import { type LegacyRow, scanRows } from './scan-rows.ts';

/** Marks what came from the station's older systems, so that it can be taken back. */
export const LEGACY_NOTES = 'backfill:S1';

export interface LegacyOptions {
  /** Counts only. */
  readonly dryRun: boolean;
  /** Rows of one transaction. Default 500. */
  readonly batchSize?: number;
  readonly actor: string;
}

export interface LegacyMigration {
  readonly runId: number;
  readonly report: LegacyReport;
  readonly unparsableSamples: readonly string[];
}

const MOST_SAMPLES = 20;
const LONGEST_SAMPLE = 200;

/**
 * Takes over the ids that the station's older systems kept as text, for rows of which nothing better is known. It goes through
 * the library once in ranges of ids; run again, it finds what it wrote and skips it. Recorded as a run.
 */
export async function migrateLegacyIdentities(
  db: CatalogDatabase,
  { dryRun, batchSize = 500, actor }: LegacyOptions,
): Promise<LegacyMigration> {
  const runId = await startRun(db, { job: 's1', actor, parameters: { dry_run: dryRun, batch_size: batchSize } });
  return finishRun(db, runId, async () => {
    const report = emptyLegacyReport();
    const samples: string[] = [];
    for (let afterId = 0; ; ) {
      const rows = await scanRows(db, { afterId, limit: batchSize });
      const last = rows.at(-1);
      if (last === undefined) break;
      afterId = last.id;
      const found = classify(rows, report, samples);
      const written = dryRun ? found.length : await writeLinks(db, found, { actor, runId });
      report.would_write_sources += written;
      report.would_upsert_mains += written;
      // What someone else wrote since the rows were read.
      report.skipped.already_in_library_identity += found.length - written;
      await beat(db, runId);
    }
    const unparsableSamples = samples.slice(0, MOST_SAMPLES);
    return {
      result: { runId, report, unparsableSamples },
      report: { ...report, unparsable_samples: unparsableSamples },
    };
  });
}

interface Found {
  readonly libraryId: number;
  readonly link: SourceLink;
  readonly resolvedAt: string | null;
}

/** Counts rows in place and gives those that are to be written. */
function classify(rows: readonly LegacyRow[], report: LegacyReport, samples: string[]): Found[] {
  const found: Found[] = [];
  for (const { id, canonical_entity_id: text, resolved_at, is_known } of rows) {
    report.scanned += 1;
    const entity = text === null ? 'no_canonical_entity_id' : is_known ? 'already_in_library_identity' : null;
    const parsed = entity ?? parseCanonicalEntityId(text as string);
    if (typeof parsed === 'string') {
      report.skipped[parsed] += 1;
      if (parsed === 'unparsable' && samples.length < MOST_SAMPLES)
        samples.push((text as string).slice(0, LONGEST_SAMPLE).toWellFormed());
      continue;
    }
    const link = { ...parsed, method: 'exact_match', confidence: 1, derivedFrom: null, url: null };
    found.push({ libraryId: id, link, resolvedAt: resolved_at });
  }
  return found;
}

async function writeLinks(
  db: CatalogDatabase,
  found: readonly Found[],
  { actor, runId }: { actor: string; runId: number },
): Promise<number> {
  if (found.length === 0) return 0;
  const byId = new Map(found.map((each) => [each.libraryId, each]));
  const now = new Date().toISOString();
  const { outcomes } = await db.transaction().execute((transaction) =>
    applyStandingLinks(transaction, [...byId.keys()], {
      choose: (row) => {
        const { link, resolvedAt } = byId.get(row.libraryId)!;
        if (row.identity !== null || row.links.length > 0 || row.overrides.length > 0) return null;
        return { links: [link], verifiedAt: resolvedAt ?? now };
      },
      writer: { actor, reason: 'S1 self-migration', category: 'legacy', runId, notes: LEGACY_NOTES },
    }),
  );
  return outcomes.size;
}
