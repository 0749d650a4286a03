import type { BulkResolveResult, Candidate, ProvenanceEntry } from '@deadwax/contract/schemas';
import type { Question } from '../../src/llm/link-proposer.ts';

export const makeCandidate = (id: number, more: Partial<Candidate> = {}): Candidate => ({
  source: 'discogs_master',
  external_id: String(id),
  name: 'The Best Of',
  artist_name: 'A.B.',
  year: 1990 + id,
  method: 'exact_match',
  confidence: null,
  url: `https://www.discogs.com/master/${id}`,
  ...more,
});

export const makeLeg = (source: string, more: Partial<ProvenanceEntry> = {}): ProvenanceEntry => ({
  source,
  attempted: true,
  external_id: null,
  method: null,
  confidence: null,
  derived_from: null,
  reason: 'ambiguous',
  candidate_count: 2,
  url: null,
  ...more,
});

/** A row left open between the masters 1 and 2. */
export const makeOpenResult = (more: Partial<BulkResolveResult> = {}): BulkResolveResult => ({
  library_id: 1,
  kind: 'unresolved',
  main: null,
  method: null,
  confidence: null,
  agreement_sources: null,
  conflicts: [],
  unresolved_reason: 'ambiguous',
  candidates: [makeCandidate(1), makeCandidate(2)],
  provenance: [makeLeg('discogs_master'), makeLeg('discogs_artist', { reason: 'no_candidate', candidate_count: 0 })],
  tracks_attempted: null,
  tracks: null,
  resolver_version: 'toy',
  snapshot: 'toy-snapshot',
  ...more,
});

export const makeQuestion = (place = 0): Question => ({
  place,
  input: {
    library_id: 700 + place,
    artist_name: 'A.B.',
    album_title: `Best Of ${place}`,
    year: 1991,
    shelf_code: 'secret',
  },
  candidates: [makeCandidate(1), makeCandidate(2)],
});
