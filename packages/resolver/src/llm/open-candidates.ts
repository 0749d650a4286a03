import type { BulkResolveResult, Candidate } from '@deadwax/contract/schemas';

/**
 * The candidates a proposal may choose from: of a row without a verdict all whose source looked and has no id; beside a
 * verdict only those between which their source could not choose.
 */
export function findOpenCandidates({ method, candidates, provenance }: BulkResolveResult): Candidate[] {
  const reasons = new Map(
    provenance.flatMap(({ source, attempted, external_id: id, reason }) =>
      attempted && id === null ? [[source, reason] as const] : [],
    ),
  );
  return candidates.filter(({ source }) =>
    method === null ? reasons.has(source) : reasons.get(source) === 'ambiguous',
  );
}
