import type { BulkResolveInput, BulkResolveResult } from '@deadwax/contract/schemas';
import type { Composition } from '@deadwax/linkage/compose/compose';
import { probabilityOf } from '@deadwax/linkage/score/match-odds';
import type { EntitySource } from '@deadwax/sources/authority';
import type { Rival, SourceLeg } from '../cascade/leg.ts';
import { presentMain } from './present-main.ts';

const MAX_CANDIDATES = 20;

export interface Outcome {
  readonly input: BulkResolveInput;
  readonly compilation: boolean;
  readonly legs: readonly SourceLeg[];
  readonly rivals: readonly Rival[];
  readonly composition: Composition<SourceLeg>;
}

export interface Presenter {
  readonly entities: ReadonlyMap<string, EntitySource>;
  readonly version: string;
  readonly snapshotId: string;
  readonly includeTracks: boolean;
}

/** The verdict on one row in the contract's words. Every optional is an explicit null. */
export function presentResult(outcome: Outcome, presenter: Presenter): BulkResolveResult {
  const { composition, compilation } = outcome;
  const { verdict } = composition;
  const kind = compilation ? 'compilation' : verdict ? 'single_artist' : 'unresolved';
  return {
    library_id: outcome.input.library_id,
    kind,
    main: kind === 'single_artist' ? presentMain(composition.mainLegs, presenter.entities) : null,
    method: verdict?.method ?? null,
    confidence: verdict?.confidence ?? null,
    agreement_sources: verdict?.agreementSources ? [...verdict.agreementSources] : null,
    conflicts: composition.conflicts.map(({ source, externalId, withSource, withExternalId, reason }) => ({
      source,
      external_id: externalId,
      with_source: withSource,
      with_external_id: withExternalId,
      reason,
    })),
    unresolved_reason: verdict ? null : unresolvedReason(outcome),
    candidates: outcome.rivals.slice(0, MAX_CANDIDATES).map((rival) => ({
      source: rival.source,
      external_id: rival.externalId,
      name: rival.name,
      artist_name: rival.artistName,
      year: rival.year,
      method: rival.method,
      confidence: rival.odds === null ? null : Math.round(probabilityOf(rival.odds) * 1000) / 1000,
      url: presenter.entities.get(rival.source)?.url(rival.externalId) ?? null,
    })),
    provenance: outcome.legs.map((leg) => presentLeg(leg, presenter)),
    tracks_attempted: presenter.includeTracks && kind !== 'unresolved' ? false : null,
    tracks: presenter.includeTracks && kind !== 'unresolved' ? [] : null,
    resolver_version: presenter.version,
    snapshot: presenter.snapshotId,
  };
}

function unresolvedReason({ legs, rivals }: Outcome): 'ambiguous' | 'below_floor' | 'no_candidate' {
  if (legs.some(({ reason }) => reason === 'ambiguous')) return 'ambiguous';
  return rivals.length > 0 || legs.some(({ externalId }) => externalId !== null) ? 'below_floor' : 'no_candidate';
}

function presentLeg(leg: SourceLeg, { entities }: Presenter): BulkResolveResult['provenance'][number] {
  return {
    source: leg.source,
    attempted: leg.attempted,
    external_id: leg.externalId,
    method: leg.method,
    confidence: leg.confidence,
    derived_from: leg.derivedFrom,
    reason: leg.reason,
    candidate_count: leg.candidateCount,
    url: leg.externalId === null ? null : (entities.get(leg.source)?.url(leg.externalId) ?? null),
  };
}
