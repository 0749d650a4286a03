import type { BulkResolveResult } from '@deadwax/contract/schemas';
import type { OutputColumn } from './identity-columns.ts';

const shownCandidates = 5;

/** What was decided and how: the columns before the ids. */
export const verdictColumns: readonly OutputColumn[] = [
  { name: 'deadwax_kind', present: (result) => result.kind },
  { name: 'deadwax_method', present: (result) => result.method ?? '' },
  { name: 'deadwax_confidence', present: (result) => (result.confidence === null ? '' : String(result.confidence)) },
  { name: 'deadwax_agreement', present: (result) => (result.agreement_sources ?? []).join(';') },
  { name: 'deadwax_unresolved_reason', present: (result) => result.unresolved_reason ?? '' },
  { name: 'deadwax_conflicts', present: presentConflicts },
];

/** What the choice stayed open between: the column after the ids. */
export const candidatesColumn: OutputColumn = { name: 'deadwax_candidates', present: presentCandidates };

function presentConflicts(result: BulkResolveResult): string {
  return result.conflicts
    .map((one) => `${one.source}:${one.external_id} against ${one.with_source}:${one.with_external_id} (${one.reason})`)
    .join(' | ');
}

function presentCandidates({ candidates }: BulkResolveResult): string {
  const shown = candidates.slice(0, shownCandidates).map(({ source, external_id }) => `${source}:${external_id}`);
  if (candidates.length > shownCandidates) shown.push('…');
  return shown.join(' | ');
}
