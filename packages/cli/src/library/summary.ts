import type { BulkResolveResult } from '@deadwax/contract/schemas';
import { formatCount, formatRows } from './format-count.ts';
import type { NoticeCode } from './notices.ts';

/** What came of a library, counted. The shape of `--json-summary`. */
export interface ResolveSummary {
  rows: number;
  readonly kinds: Record<BulkResolveResult['kind'], number>;
  readonly unresolved: Record<NonNullable<BulkResolveResult['unresolved_reason']>, number>;
  readonly methods: Record<string, number>;
  with_agreement: number;
  with_conflicts: number;
  seconds: number;
  rows_per_second: number;
  /** What was repaired or odd in the library. */
  notices: Readonly<Partial<Record<NoticeCode, number>>>;
  resolver_version: string;
  snapshot: string;
}

export function emptySummary(resolver: { readonly version: string; readonly snapshotId: string }): ResolveSummary {
  return {
    rows: 0,
    kinds: { single_artist: 0, compilation: 0, unresolved: 0 },
    unresolved: { no_candidate: 0, ambiguous: 0, below_floor: 0 },
    methods: {},
    with_agreement: 0,
    with_conflicts: 0,
    seconds: 0,
    rows_per_second: 0,
    notices: {},
    resolver_version: resolver.version,
    snapshot: resolver.snapshotId,
  };
}

export function countResult(summary: ResolveSummary, result: BulkResolveResult): void {
  summary.rows += 1;
  summary.kinds[result.kind] += 1;
  // A compilation may say why it has no ids, and is no unresolved row for that.
  if (result.kind === 'unresolved' && result.unresolved_reason) summary.unresolved[result.unresolved_reason] += 1;
  if (result.method) summary.methods[result.method] = (summary.methods[result.method] ?? 0) + 1;
  if (result.agreement_sources?.length) summary.with_agreement += 1;
  if (result.conflicts.length > 0) summary.with_conflicts += 1;
}

/** The summary in lines for a person. */
export function describeSummary(summary: ResolveSummary): string[] {
  const { kinds, unresolved } = summary;
  const reasons = listCounts({
    'no candidate': unresolved.no_candidate,
    ambiguous: unresolved.ambiguous,
    'below the floor': unresolved.below_floor,
  });
  const pace =
    summary.seconds > 0 ? ` in ${summary.seconds.toFixed(1)} s (${formatCount(summary.rows_per_second)} a second)` : '';
  return [
    `${formatRows(summary.rows)}${pace}`,
    line('resolved', kinds.single_artist, summary.rows),
    line('compilations', kinds.compilation, summary.rows),
    `${line('unresolved', kinds.unresolved, summary.rows)}${reasons ? `   ${reasons}` : ''}`,
    `  by method      ${listCounts(summary.methods) || 'none'}`,
    `  in agreement   ${formatCount(summary.with_agreement).padStart(9)}`,
    `  with conflicts ${formatCount(summary.with_conflicts).padStart(9)}`,
  ];
}

function line(name: string, count: number, rows: number): string {
  const share = rows > 0 ? `${((count / rows) * 100).toFixed(1)} %` : '';
  return `  ${name.padEnd(14)} ${formatCount(count).padStart(9)}  ${share.padStart(7)}`;
}

function listCounts(counts: Readonly<Record<string, number>>): string {
  return Object.entries(counts)
    .filter(([, count]) => count > 0)
    .sort(([, left], [, right]) => right - left)
    .map(([name, count]) => `${name} ${formatCount(count)}`)
    .join(', ');
}
