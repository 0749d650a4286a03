import type { JobRun } from '@deadwax/contract/catalog-schemas';
import { drawTable } from './draw-table.ts';

/** What a run did about a change of snapshot: what each count is called for a person, and where it stands in the report. */
const counts = [
  ['answered under an older snapshot', 'looked_at'],
  ['not touched', 'untouched'],
  ['touched', 'touched'],
  ['resolved', 'asked.rows_resolved'],
  ['compilations', 'asked.rows_resolved_compilation'],
  ['unresolved', 'asked.rows_unresolved'],
  ['could not be asked', 'asked.rows_skipped.lml_error'],
  ['changed meanwhile', 'asked.rows_skipped.superseded'],
  ['their snapshot is not kept', 'could_not_tell.rows'],
] as const;
/** Worth a line where all is well. */
const ALWAYS = 3;

export function describeChanged(report: NonNullable<JobRun['report']>): string[] {
  if (read(report, 'looked_at') === 0) return ['every row was answered under the snapshot that serves'];
  const shown = counts.filter(([, path], place) => place < ALWAYS || read(report, path) > 0);
  return drawTable(shown, [
    { title: '', read: ([name]) => `  ${name}` },
    { title: 'rows', right: true, read: ([, path]) => read(report, path) },
  ]);
}

/** Rows of which nobody could say whether the change touches them. */
export function countUntold({ report }: JobRun): number {
  return report === null ? 0 : read(report, 'could_not_tell.rows');
}

function read(report: NonNullable<JobRun['report']>, path: string): number {
  let value: unknown = report;
  for (const name of path.split('.')) value = (value as Record<string, unknown> | null | undefined)?.[name];
  return typeof value === 'number' ? value : 0;
}
