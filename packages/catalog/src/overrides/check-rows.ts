import type { OverrideAction } from '../database/tables.ts';
import { normaliseId } from '../identity/check-answer-shapes.ts';
import { checkOverride, type OverrideFault, type OverrideInput } from './check-override.ts';
import { formatRowSource } from './find-unknown-sources.ts';
import { contradicts, isSameDecision } from './plan-override.ts';

/** A line of a file of overrides, its columns as they stand there. */
export interface OverrideRow {
  readonly line: number;
  readonly library_id: string | number;
  readonly source: string;
  readonly action: string;
  readonly external_id?: string | null;
  readonly reason?: string | null;
}

export type FailureReason =
  | OverrideFault['failureReason']
  | 'unknown_library_id'
  | 'duplicate_in_file'
  | 'contradicts_in_file';

export interface CheckedRow {
  readonly line: number;
  readonly input: OverrideInput | null;
  readonly failure: FailureReason | null;
}

/**
 * Reads the lines of a file, and says what is wrong with them before anything that is stored is looked at. Of equal lines the
 * first is taken; of lines that contradict each other none is, as neither is the truer.
 */
export function checkRows(rows: readonly OverrideRow[]): CheckedRow[] {
  const read = rows.map(readRow);
  const bySource = Map.groupBy(
    read.filter(({ failure }) => failure === null),
    ({ input }) => formatRowSource(input!),
  );
  return read.map((row) => {
    const { line, input, failure } = row;
    if (failure !== null) return row;
    const group = bySource.get(formatRowSource(input!)) ?? [];
    if (group.some((other) => contradicts(other.input!, input!)))
      return { line, input, failure: 'contradicts_in_file' };
    const earlier = group.slice(0, group.indexOf(row));
    const isRepeated = earlier.some((other) => isSameDecision(other.input!, input!));
    return isRepeated ? { line, input, failure: 'duplicate_in_file' } : row;
  });
}

function readRow({ line, ...row }: OverrideRow): CheckedRow {
  const libraryId = String(row.library_id).trim();
  if (!/^[1-9][0-9]{0,9}$/.test(libraryId) || Number(libraryId) > 2_147_483_647)
    return { line, input: null, failure: 'unknown_library_id' };
  const source = row.source.trim();
  const given = row.external_id?.trim() || null;
  const input: OverrideInput = {
    libraryId: Number(libraryId),
    source,
    action: row.action.trim() as OverrideAction,
    externalId: given === null ? null : normaliseId(source, given),
    reason: row.reason?.trim() || null,
  };
  return { line, input, failure: checkOverride(input)?.failureReason ?? null };
}
