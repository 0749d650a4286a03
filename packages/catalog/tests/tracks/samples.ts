import type { BulkResolveResult, TrackIdentity } from '@deadwax/contract/schemas';
import type { AnsweredRow } from '../../src/identity/apply-verdicts.ts';
import { makeResult } from '../resolver-client/samples.ts';

/** A track that was resolved, by default. */
export function makeTrack(track: Partial<TrackIdentity> = {}): TrackIdentity {
  return {
    track_position: null,
    artist_name: 'Broadcast',
    track_title: 'Papercuts',
    resolved_artist_name: 'Broadcast',
    confidence: 0.9,
    method: 'name_variation',
    sources: [],
    ...track,
  };
}

export function makeCompilation(library_id: number, tracks: readonly TrackIdentity[] | null): BulkResolveResult {
  return makeResult({
    library_id,
    kind: 'compilation',
    tracks_attempted: tracks === null ? null : true,
    tracks: tracks === null ? null : [...tracks],
  });
}

/** An answer to whatever the row is called. */
export function makeAnswered(verdict: BulkResolveResult): AnsweredRow {
  return { verdict, asked: { artistName: '', albumTitle: '' }, askedAt: new Date().toISOString() };
}
