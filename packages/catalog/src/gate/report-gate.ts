import type { CatalogDatabase } from '../database/tables.ts';
import { CONFIDENCE_FLOOR } from '../identity/confidence-floor.ts';
import { identityColumns } from '../identity/identity-columns.ts';
import { type CoverageCount, countCoverage } from './count-coverage.ts';
import { countOutcomes, type OutcomeCounts } from './count-outcomes.ts';
import { type GateStratum, gateStrata } from './strata.ts';

export interface GateOptions {
  /** So many truly unresolved rows, or more, fail. Default 1,000. */
  readonly threshold?: number;
  /** Least confidence of an identity that counts. Default 0.70. */
  readonly floor?: number;
}

export interface GateCounts extends OutcomeCounts {
  /** By column of the identity, then by source of artist ids: rows in which it is known, and their share. */
  readonly coverage: Readonly<Record<string, { readonly rows: number; readonly share: number }>>;
  readonly gate_status: 'PASS' | 'FAIL';
}

export interface GateReport {
  readonly threshold: number;
  readonly floor: number;
  readonly overall: GateCounts;
  readonly strata: Readonly<Record<GateStratum, GateCounts>>;
}

const NONE: OutcomeCounts = {
  total_rows: 0,
  unresolved_rows: 0,
  fallback_resolved_rows: 0,
  truly_unresolved_rows: 0,
  found_nothing_rows: 0,
  could_not_ask_rows: 0,
  never_asked_rows: 0,
};

/** Whether the library is identified well enough to do without the older columns, and where it is not. */
export async function reportGate(
  db: CatalogDatabase,
  { threshold = 1000, floor = CONFIDENCE_FLOOR }: GateOptions = {},
): Promise<GateReport> {
  const outcomes = await countOutcomes(db, floor);
  const coverage = await countCoverage(db);
  const present = (counts: readonly OutcomeCounts[], known: readonly CoverageCount[]) =>
    judge({ ...counts.reduce(add, NONE) }, known, threshold);
  const strata = gateStrata.map((stratum) => {
    const ofStratum = (each: { stratum: GateStratum }) => each.stratum === stratum;
    return [stratum, present(outcomes.filter(ofStratum), coverage.filter(ofStratum))] as const;
  });
  return {
    threshold,
    floor,
    overall: present(outcomes, coverage),
    strata: Object.fromEntries(strata) as GateReport['strata'],
  };
}

function add(a: OutcomeCounts, b: OutcomeCounts): OutcomeCounts {
  return Object.fromEntries(
    (Object.keys(NONE) as (keyof OutcomeCounts)[]).map((name) => [name, a[name] + b[name]]),
  ) as unknown as OutcomeCounts;
}

/** Rows without an answer count as unresolved: a gate is not passed by asking nothing. */
function judge(counts: OutcomeCounts, known: readonly CoverageCount[], threshold: number): GateCounts {
  const rows = new Map<string, number>(identityColumns.map((column) => [column, 0]));
  for (const each of known) rows.set(each.name, (rows.get(each.name) ?? 0) + each.rows);
  const share = (count: number) => (counts.total_rows === 0 ? 0 : count / counts.total_rows);
  const coverage = [...rows].map(([name, count]) => [name, { rows: count, share: share(count) }] as const);
  return {
    ...counts,
    coverage: Object.fromEntries(coverage),
    gate_status: counts.truly_unresolved_rows < threshold ? 'PASS' : 'FAIL',
  };
}
