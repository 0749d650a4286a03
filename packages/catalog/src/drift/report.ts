import type { DriftClass } from './compare-with-fresh.ts';
import { isIdChanged } from './compare-with-fresh.ts';

type Counts = Record<string, number>;

interface StratumReport {
  /** Rows of the stratum in the library. */
  population: number;
  compared: number;
  id_changed: number;
  /** By the most serious class of each row. */
  classes: Counts;
}

export interface DriftReport {
  /** Rows that there were to compare. */
  population: number;
  selected: number;
  compared: number;
  /** Rows that the resolver gave no answer to, and why. They say nothing of drift. */
  could_not_ask: { rows: number; reasons: Counts };
  /** Answers outside the contract's bands. */
  refused: number;
  /** Edited, deleted or answered anew while they were asked about. */
  superseded: number;
  /** By the most serious class of each row. */
  classes: Counts;
  /** Of these, rows that another version of the resolver had decided. */
  classes_version_changed: Counts;
  version_changed: number;
  snapshot_changed: number;
  /** Rows with standing overrides, and those that do not show them. */
  manual_rows: number;
  manual_overwritten: number;
  /** Rows by kind of their verdict, both ways; those that another version had decided left out. */
  kinds: { stored: Counts; fresh: Counts };
  strata: Record<string, StratumReport>;
  /** Share of rows whose id changed, each stratum weighed by its population. Null where nothing was compared. */
  id_changed_share: number | null;
  alert: boolean;
  /** Clean, not clean, or not enough seen to say. */
  cleanliness: 'clean' | 'unclean' | 'incomplete';
  /** What came of the rows that were to be written anew; empty where none was. */
  applied: Counts;
}

/** What is seen of one compared row. */
export interface ComparedFacts {
  readonly stratum: string;
  readonly classes: readonly [DriftClass, ...DriftClass[]];
  readonly versionChanged: boolean;
  readonly snapshotChanged: boolean;
  readonly hasOverrides: boolean;
  readonly overwritten: boolean;
  readonly kinds: { readonly stored: string; readonly fresh: string };
}

export function emptyReport(strata: ReadonlyMap<string, number>): DriftReport {
  return {
    population: [...strata.values()].reduce((sum, size) => sum + size, 0),
    selected: 0,
    compared: 0,
    could_not_ask: { rows: 0, reasons: {} },
    refused: 0,
    superseded: 0,
    classes: {},
    classes_version_changed: {},
    version_changed: 0,
    snapshot_changed: 0,
    manual_rows: 0,
    manual_overwritten: 0,
    kinds: { stored: {}, fresh: {} },
    strata: Object.fromEntries([...strata].map(([name, population]) => [name, emptyStratum(population)])),
    id_changed_share: null,
    alert: false,
    cleanliness: 'incomplete',
    applied: {},
  };
}

/** Counts one row more, in place. */
export function countCompared(report: DriftReport, facts: ComparedFacts): void {
  const [driftClass] = facts.classes;
  const stratum = getStratum(report, facts.stratum);
  report.compared += 1;
  stratum.compared += 1;
  count(report.classes, driftClass);
  count(stratum.classes, driftClass);
  if (isIdChanged(driftClass)) stratum.id_changed += 1;
  if (facts.snapshotChanged) report.snapshot_changed += 1;
  if (facts.hasOverrides) report.manual_rows += 1;
  if (facts.overwritten) report.manual_overwritten += 1;
  if (facts.versionChanged) {
    report.version_changed += 1;
    count(report.classes_version_changed, driftClass);
    return;
  }
  count(report.kinds.stored, facts.kinds.stored);
  count(report.kinds.fresh, facts.kinds.fresh);
}

export function count(counts: Counts, name: string, by = 1): void {
  counts[name] = (counts[name] ?? 0) + by;
}

/** The report with what only the whole of it tells. `isWhole`: the run went through every row to the end. */
export function closeReport(
  report: DriftReport,
  { isWhole, alertShare }: { isWhole: boolean; alertShare: number },
): DriftReport {
  const share = weighShare(Object.values(report.strata));
  return {
    ...report,
    id_changed_share: share,
    alert: share !== null && share > alertShare,
    cleanliness: isUnclean(report) ? 'unclean' : isWhole && sawAll(report) ? 'clean' : 'incomplete',
  };
}

/**
 * An id that changed though the same version decided it, a person's word written over, or more rows of a kind on one side than
 * on the other.
 */
function isUnclean(report: DriftReport): boolean {
  const changed = (counts: Counts) =>
    Object.entries(counts).reduce((sum, [name, rows]) => sum + (isIdChanged(name as DriftClass) ? rows : 0), 0);
  const { stored, fresh } = report.kinds;
  const unequal = [...new Set([...Object.keys(stored), ...Object.keys(fresh)])].some(
    (kind) => (stored[kind] ?? 0) !== (fresh[kind] ?? 0),
  );
  return changed(report.classes) > changed(report.classes_version_changed) || report.manual_overwritten > 0 || unequal;
}

/** A library of which nothing was seen is not clean. */
function sawAll({ compared, could_not_ask, refused }: DriftReport): boolean {
  return compared > 0 && could_not_ask.rows === 0 && refused === 0;
}

function weighShare(strata: readonly StratumReport[]): number | null {
  const seen = strata.filter(({ compared }) => compared > 0);
  const weight = seen.reduce((sum, { population }) => sum + population, 0);
  if (weight === 0) return null;
  return seen.reduce((sum, each) => sum + (each.population / weight) * (each.id_changed / each.compared), 0);
}

function getStratum(report: DriftReport, name: string): StratumReport {
  // A row that came in after the strata were counted.
  report.strata[name] ??= emptyStratum(1);
  return report.strata[name];
}

function emptyStratum(population: number): StratumReport {
  return { population, compared: 0, id_changed: 0, classes: {} };
}
