import type { ImportedRow } from '@deadwax/contract/catalog-schemas';
import { formatCount, formatRows } from '../../library/format-count.ts';
import type { LibraryRecord } from '../../library/records/library-record.ts';
import type { RowOutcome } from './send-page.ts';

const shownRejected = 5;
const shownText = 100;

/** What became of a file, counted. The shape of `--json`. */
export interface ImportSummary {
  dry_run: boolean;
  rows: number;
  added: number;
  updated: number;
  unchanged: number;
  rejected: number;
  readonly reasons: Partial<Record<NonNullable<ImportedRow['reason']>, number>>;
  seconds: number;
}

/** Counts outcomes, and keeps the first rejected rows to show. */
export class ImportReport {
  readonly summary: ImportSummary;
  private readonly shown: string[] = [];

  constructor(dryRun: boolean) {
    this.summary = {
      dry_run: dryRun,
      rows: 0,
      added: 0,
      updated: 0,
      unchanged: 0,
      rejected: 0,
      reasons: {},
      seconds: 0,
    };
  }

  count({ lineNumber, raw }: LibraryRecord, { outcome, reason }: RowOutcome): void {
    const { summary, shown } = this;
    summary.rows += 1;
    summary[outcome] += 1;
    if (reason === null) return;
    summary.reasons[reason] = (summary.reasons[reason] ?? 0) + 1;
    if (shown.length < shownRejected) shown.push(`line ${lineNumber}, ${describeReason(reason)}: ${shorten(raw)}`);
  }

  *describe(): Generator<string> {
    const { rows, added, updated, unchanged, rejected, reasons, seconds, dry_run } = this.summary;
    yield `${formatRows(rows)} in ${seconds.toFixed(1)} s${dry_run ? ', to see what would become of them: nothing was changed' : ''}`;
    yield line('added', added);
    yield line('changed', updated);
    yield line('unchanged', unchanged);
    const why = Object.entries(reasons)
      .sort(([, left], [, right]) => right - left)
      .map(([reason, count]) => `${describeReason(reason)} ${formatCount(count)}`);
    yield `${line('rejected', rejected)}${why.length === 0 ? '' : `   ${why.join(', ')}`}`;
    for (const text of this.shown) yield `    ${text}`;
    if (rejected > this.shown.length) yield `    and ${formatCount(rejected - this.shown.length)} more`;
  }
}

export function describeReason(reason: string): string {
  return reason.replaceAll('_', ' ');
}

function line(name: string, count: number): string {
  return `  ${name.padEnd(10)} ${formatCount(count).padStart(9)}`;
}

/** What a terminal takes: control characters could steer it. */
function shorten(raw: string): string {
  const plain = raw.replace(/\p{Cc}+/gu, ' ');
  return plain.length > shownText ? `${plain.slice(0, shownText).trimEnd()}…` : plain;
}
