import type { BulkResolveResult, Candidate, ProvenanceEntry } from '@deadwax/contract/schemas';
import { isInBand, reachesFloor } from '@deadwax/linkage/model';
import { allEntitySources, builtInSources } from '@deadwax/sources/registry';
import { presentMain } from '../views/present-main.ts';
import type { Outcome, Proposal } from './link-proposer.ts';
import { findOpenCandidates } from './open-candidates.ts';

const method = 'llm';
const entities = new Map(allEntitySources(builtInSources).map((entity) => [entity.name, entity]));

/**
 * Enters proposals in a batch of results. A link becomes a leg of its source, and the verdict of a row that had none; it
 * never replaces an id and never counts in an agreement. That the model chose nothing, or could not be asked, stands in
 * provenance under `llm`, and leaves all else as it was.
 */
export function applyProposals(
  results: readonly BulkResolveResult[],
  proposals: readonly Proposal[],
  { includeTracks = false } = {},
): BulkResolveResult[] {
  // The first proposal for a row counts.
  const outcomes = new Map(proposals.toReversed().map(({ place, outcome }) => [place, outcome]));
  return results.map((result, place) => {
    const outcome = outcomes.get(place);
    const open = outcome ? findOpenCandidates(result) : [];
    return outcome && open.length > 0 ? applyOutcome(result, { outcome, open, includeTracks }) : result;
  });
}

interface Entered {
  readonly outcome: Outcome;
  readonly open: readonly Candidate[];
  readonly includeTracks: boolean;
}

function applyOutcome(result: BulkResolveResult, { outcome, open, includeTracks }: Entered): BulkResolveResult {
  if (outcome.kind !== 'link') {
    const asked = outcome.kind === 'none';
    return withEntry(result, noteModel(asked ? open.length : null));
  }
  const { source, externalId, confidence } = outcome;
  const chosen = open.find((candidate) => candidate.source === source && candidate.external_id === externalId);
  if (!chosen || !isInBand(method, confidence)) return withEntry(result, noteModel(null));
  const provenance = result.provenance.map((leg) =>
    leg.source === source && leg.external_id === null ? fillLeg(leg, chosen, confidence) : leg,
  );
  const linked = { ...result, provenance };
  return result.method === null && reachesFloor(confidence)
    ? withVerdict(linked, { chosen, confidence, includeTracks })
    : linked;
}

function fillLeg(leg: ProvenanceEntry, { external_id, url }: Candidate, confidence: number): ProvenanceEntry {
  return { ...leg, external_id, method, confidence, derived_from: null, reason: null, url };
}

/** A compilation keeps its kind, and its id stands in provenance alone. */
function withVerdict(
  result: BulkResolveResult,
  { chosen, confidence, includeTracks }: { chosen: Candidate; confidence: number; includeTracks: boolean },
): BulkResolveResult {
  const compilation = result.kind === 'compilation';
  return {
    ...result,
    kind: compilation ? 'compilation' : 'single_artist',
    main: compilation ? null : presentMain([{ source: chosen.source, externalId: chosen.external_id }], entities),
    method,
    confidence,
    unresolved_reason: null,
    tracks_attempted: includeTracks ? false : null,
    tracks: includeTracks ? [] : null,
  };
}

/** What became of asking the model, where it gave no link: `considered` is null when it could not be asked. */
function noteModel(considered: number | null): ProvenanceEntry {
  return {
    source: method,
    attempted: considered !== null,
    external_id: null,
    method: null,
    confidence: null,
    derived_from: null,
    reason: considered === null ? 'error' : 'no_candidate',
    candidate_count: considered,
    url: null,
  };
}

function withEntry(result: BulkResolveResult, entry: ProvenanceEntry): BulkResolveResult {
  return { ...result, provenance: [...result.provenance, entry] };
}
