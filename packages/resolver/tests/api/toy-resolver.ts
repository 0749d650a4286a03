import type { BulkResolveInput, BulkResolveResult } from '@deadwax/contract/schemas';
import { Engine } from '../../src/engine/engine.ts';
import { type ReadableResolver, workBeside, workHere } from '../../src/engine/workbench.ts';
import type { AsyncResolver, Resolver } from '../../src/resolver.ts';

const noIdentity = { main: null, method: null, confidence: null, agreement_sources: null };

/** A whole resolver in miniature: artist `Various` is a compilation, an empty title unresolved, the rest exact matches. */
function resolveToy(input: BulkResolveInput, includeTracks: boolean): BulkResolveResult {
  const common = {
    library_id: input.library_id,
    conflicts: [],
    unresolved_reason: null,
    candidates: [],
    provenance: [],
    tracks_attempted: includeTracks ? false : null,
    tracks: includeTracks ? [] : null,
    resolver_version: 'toy',
    snapshot: 'toy-snapshot',
  };
  if (input.album_title === '') {
    const noTracks = { tracks_attempted: null, tracks: null };
    return { ...common, ...noIdentity, ...noTracks, kind: 'unresolved', unresolved_reason: 'no_candidate' };
  }
  if (input.artist_name === 'Various') {
    return { ...common, ...noIdentity, kind: 'compilation', method: 'exact_match', confidence: 1 };
  }
  return {
    ...common,
    kind: 'single_artist',
    main: {
      discogs_master_id: 1,
      discogs_release_id: null,
      musicbrainz_release_group_mbid: null,
      musicbrainz_release_mbid: null,
      musicbrainz_recording_mbid: null,
      wikidata_qid: null,
      spotify_id: null,
      apple_music_id: null,
      artist: {
        discogs_artist_id: 2,
        musicbrainz_artist_id: null,
        wikidata_qid: null,
        spotify_artist_id: null,
        apple_music_artist_id: null,
        bandcamp_id: null,
      },
    },
    method: 'exact_match',
    confidence: 1,
    agreement_sources: null,
  };
}

export const toyResolver: Resolver = {
  version: 'toy',
  snapshotId: 'toy-snapshot',
  resolve: (inputs, { includeTracks }) => inputs.map((input) => resolveToy(input, includeTracks)),
};

/** An engine that answers from one resolver, or has no snapshot yet. */
export function engineOf(resolver: Resolver | null, wrap?: (resolver: ReadableResolver) => AsyncResolver): Engine {
  const engine = new Engine();
  if (resolver === null) return engine;
  engine.serve(wrap ? workBeside(workHere(resolver), wrap) : workHere(resolver));
  return engine;
}
