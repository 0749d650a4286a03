import { createHash } from 'node:crypto';
import type { BulkResolveInput, BulkResolveResult } from '@deadwax/contract/schemas';
import { makeAnswer, makeResult } from '../resolver-client/samples.ts';
import { type Reply, replyJson } from '../resolver-client/test-resolver.ts';

/**
 * What the tests' resolver says of a record, made from its names alone; another `generation` knows other ids.
 *
 * | names                                            | answer |
 * |---|---|
 * | a title with `Nothing`                           | unresolved |
 * | a compilation                                    | a compilation that a source knows |
 * | a compilation with `Obscure` in its title        | a compilation that none knows, its tracks not gone through |
 * | any other                                        | a single artist's, exact |
 */
export function answerOf(input: BulkResolveInput, generation = 1): BulkResolveResult {
  const { library_id, album_title } = input;
  if (album_title.includes('Nothing')) return makeResult({ library_id, unresolved_reason: 'no_candidate' });
  if (input.is_compilation === true) return makeCompilation(input, generation);
  const masterId = idOf(input, generation);
  return makeResult({
    library_id,
    kind: 'single_artist',
    main: {
      discogs_master_id: masterId,
      discogs_release_id: null,
      musicbrainz_release_group_mbid: null,
      musicbrainz_release_mbid: null,
      musicbrainz_recording_mbid: null,
      wikidata_qid: null,
      spotify_id: null,
      apple_music_id: null,
      artist: {
        discogs_artist_id: null,
        musicbrainz_artist_id: null,
        wikidata_qid: null,
        spotify_artist_id: null,
        apple_music_artist_id: null,
        bandcamp_id: null,
      },
    },
    method: 'exact_match',
    confidence: 1,
    unresolved_reason: null,
    candidates: [],
    provenance: [found(masterId)],
    tracks_attempted: false,
    tracks: [],
  });
}

function makeCompilation(input: BulkResolveInput, generation: number): BulkResolveResult {
  const known = !input.album_title.includes('Obscure');
  return makeResult({
    library_id: input.library_id,
    kind: 'compilation',
    method: known ? 'exact_match' : null,
    confidence: known ? 1 : null,
    unresolved_reason: known ? null : 'no_candidate',
    candidates: [],
    provenance: known ? [found(idOf(input, generation))] : [],
    tracks_attempted: known,
    tracks: [],
  });
}

function found(masterId: number): BulkResolveResult['provenance'][number] {
  return {
    source: 'discogs_master',
    attempted: true,
    external_id: String(masterId),
    method: 'exact_match',
    confidence: 1,
    derived_from: null,
    reason: null,
    candidate_count: 1,
    url: null,
  };
}

function idOf({ artist_name, album_title }: BulkResolveInput, generation: number): number {
  const digest = createHash('sha256')
    .update(JSON.stringify([artist_name, album_title, generation]))
    .digest();
  return 1 + (digest.readUInt32BE(0) >>> 2);
}

/** The truth about every input, but for what `change` makes of it. */
export function replyTruth(
  change: (results: BulkResolveResult[]) => BulkResolveResult[] = (results) => results,
  generation = 1,
): Reply {
  return ({ inputs }, response) => {
    const results = change(inputs.map((input) => answerOf(input, generation)));
    replyJson(response, makeAnswer([], { results, tracks_contract_version: 1 }));
  };
}
