import type { JobRun } from '@deadwax/contract/catalog-schemas';
import { countUntold, describeChanged } from './describe-changed.ts';
import { drawTable } from './draw-table.ts';

/** Counters of a pull: what each is called for a person, and where it stands in the report of a cohort. */
const counters = [
  ['asked about', 'scanned'],
  ['resolved', 'rows_resolved'],
  ['compilations', 'rows_resolved_compilation'],
  ['unresolved', 'rows_unresolved'],
  ['could not be asked', 'rows_skipped.lml_error'],
  ['left out of the answer', 'rows_skipped.lml_cardinality_mismatch'],
  ['answered for another row', 'rows_skipped.lml_untrusted_library_id'],
  ['could not be written', 'rows_skipped.writer_error'],
  ['changed meanwhile', 'rows_skipped.superseded'],
  ['compilations passed over', 'rows_skipped.compilation'],
] as const;

type Counter = (typeof counters)[number][1];

/** Rows without an answer: "could not look", never "looked and found nothing". */
const unanswered: readonly Counter[] = [
  'rows_skipped.lml_error',
  'rows_skipped.lml_cardinality_mismatch',
  'rows_skipped.lml_untrusted_library_id',
  'rows_skipped.writer_error',
];
/** Worth a line where all is well. */
const always: readonly Counter[] = ['scanned', 'rows_resolved', 'rows_resolved_compilation', 'rows_unresolved'];

export function countUnanswered(run: JobRun): number {
  return unanswered.reduce((sum, counter) => sum + total(run, counter), 0) + countUntold(run);
}

export function countAsked(run: JobRun): number {
  return total(run, 'scanned');
}

/** A run in one line. */
export function describeState({ run_id, job, state, failure, parameters, ...run }: JobRun): string {
  const isDry = parameters.dryRun === true || parameters.dry_run === true;
  const seconds = (Date.parse(run.finished_at ?? run.heartbeat_at) - Date.parse(run.started_at)) / 1000;
  const states = { running: 'goes on', succeeded: 'succeeded', failed: 'failed', aborted: 'was broken off' };
  const why = failure === null ? '' : `: ${failure}`;
  return `run ${run_id} (${job}${isDry ? ', dry run' : ''}) ${states[state]}${state === 'running' ? '' : ` after ${seconds.toFixed(1)} s`}${why}`;
}

/** What a run did, in a table; of jobs whose report has another form, as it is. */
export function describeReport(run: JobRun): string[] {
  if (run.report === null) return [];
  if (run.job === 'pull' && run.state === 'succeeded' && countAsked(run) === 0) return ['no row needed asking about'];
  if (run.job === 'changed') return describeChanged(run.report);
  if (run.job !== 'pull') return JSON.stringify(run.report, null, 2).split('\n');
  const shown = counters.filter(([, counter]) => always.includes(counter) || total(run, counter) > 0);
  return drawTable(shown, [
    { title: '', read: ([name]) => `  ${name}` },
    { title: 'compilations', right: true, read: ([, counter]) => count(run, 'va', counter) },
    { title: 'others', right: true, read: ([, counter]) => count(run, 'non_va', counter) },
    { title: 'all', right: true, read: ([, counter]) => total(run, counter) },
  ]);
}

function total(run: JobRun, counter: Counter): number {
  return count(run, 'va', counter) + count(run, 'non_va', counter) + count(run, 'asked', counter);
}

/** What a dry run calls its counters. */
const dryNames: Readonly<Record<string, string>> = {
  rows_resolved: 'would_resolve',
  rows_resolved_compilation: 'would_resolve_compilation',
  rows_unresolved: 'would_unresolved',
  rows_skipped: 'would_skip',
};

function count({ report }: JobRun, cohort: 'va' | 'non_va' | 'asked', counter: Counter): number {
  const drain = report?.[cohort] as Record<string, unknown> | undefined;
  const isDry = drain !== undefined && 'would_resolve' in drain;
  let value: unknown = drain;
  for (const name of counter.split('.').map((each) => (isDry ? (dryNames[each] ?? each) : each)))
    value = (value as Record<string, unknown> | null | undefined)?.[name];
  return typeof value === 'number' ? value : 0;
}
