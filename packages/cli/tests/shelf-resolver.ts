import { validateBulkResolveLibrariesRequest, validateBulkResolveResult } from '@deadwax/contract/generated/validators';
import type { BulkResolveInput, BulkResolveResult, ProvenanceEntry } from '@deadwax/contract/schemas';
import type { Resolver } from '@deadwax/resolver/resolver';

const version = 'shelf-1';
const snapshotId = 'shelf-snapshot';

/** A record on the shelf: the title it is known by and what is known of it. */
interface Shelved {
  readonly artist: string;
  readonly title: string;
  readonly master: number;
}

const noRelease = {
  discogs_master_id: null,
  discogs_release_id: null,
  musicbrainz_release_group_mbid: null,
  musicbrainz_release_mbid: null,
  musicbrainz_recording_mbid: null,
  wikidata_qid: null,
  spotify_id: null,
  apple_music_id: null,
} as const;

const noArtist = {
  discogs_artist_id: null,
  musicbrainz_artist_id: null,
  wikidata_qid: null,
  spotify_artist_id: null,
  apple_music_artist_id: null,
  bandcamp_id: null,
} as const;

/** Answers from a few records in memory, and holds both sides to the contract. Keeps what it was asked. */
export class ShelfResolver implements Resolver {
  readonly version = version;
  readonly snapshotId = snapshotId;
  readonly asked: BulkResolveInput[] = [];
  readonly pages: number[] = [];
  private readonly shelf: ReadonlyMap<string, Shelved>;

  constructor(shelf: readonly Shelved[]) {
    this.shelf = new Map(shelf.map((record) => [key(record.artist, record.title), record]));
  }

  resolve(inputs: readonly BulkResolveInput[]): BulkResolveResult[] {
    if (!validateBulkResolveLibrariesRequest({ inputs })) {
      throw new Error(JSON.stringify(validateBulkResolveLibrariesRequest.errors));
    }
    this.asked.push(...inputs);
    this.pages.push(inputs.length);
    const results = inputs.map((input) => this.answer(input));
    for (const result of results) {
      if (!validateBulkResolveResult(result)) throw new Error(JSON.stringify(validateBulkResolveResult.errors));
    }
    return results;
  }

  private answer(input: BulkResolveInput): BulkResolveResult {
    if (input.artist_name === 'Various') return compilation(input);
    if (input.artist_name === 'Nirvana') return ambiguous(input);
    const record = this.shelf.get(key(input.artist_name, input.album_title));
    return record ? resolved(input, record) : unresolved(input, 'no_candidate');
  }
}

function key(artist: string, title: string): string {
  return `${artist.trim()}\u0000${title.trim()}`.toLowerCase().normalize('NFC');
}

function found(source: string, external_id: string, url: string | null): ProvenanceEntry {
  return {
    source,
    attempted: true,
    external_id,
    method: 'exact_match',
    confidence: 1,
    derived_from: null,
    reason: null,
    candidate_count: 1,
    url,
  };
}

function unresolved({ library_id }: BulkResolveInput, reason: 'no_candidate' | 'ambiguous'): BulkResolveResult {
  return {
    library_id,
    kind: 'unresolved',
    main: null,
    method: null,
    confidence: null,
    agreement_sources: null,
    conflicts: [],
    unresolved_reason: reason,
    candidates: [],
    provenance: [],
    tracks_attempted: null,
    tracks: null,
    resolver_version: version,
    snapshot: snapshotId,
  };
}

function resolved(input: BulkResolveInput, { master }: Shelved): BulkResolveResult {
  return {
    ...unresolved(input, 'no_candidate'),
    kind: 'single_artist',
    unresolved_reason: null,
    main: {
      ...noRelease,
      discogs_master_id: master,
      wikidata_qid: `Q${master}`,
      artist: { ...noArtist, discogs_artist_id: master + 1, wikidata_qid: 'Q5' },
    },
    method: 'cross_source_agreement',
    confidence: 0.97,
    agreement_sources: ['discogs_master', 'wikidata'],
    conflicts: [
      {
        source: 'spotify',
        external_id: 'x',
        with_source: 'discogs_master',
        with_external_id: String(master),
        reason: 'linked elsewhere',
      },
    ],
    provenance: [
      found('discogs_master', String(master), `https://www.discogs.com/master/${master}`),
      found('wikidata', `Q${master}`, `https://www.wikidata.org/wiki/Q${master}`),
      found('station_release', '=r;1', null),
    ],
  };
}

function compilation(input: BulkResolveInput): BulkResolveResult {
  return {
    ...unresolved(input, 'no_candidate'),
    kind: 'compilation',
    unresolved_reason: null,
    method: 'exact_match',
    confidence: 1,
    provenance: [found('discogs_release', '77', 'https://www.discogs.com/release/77')],
  };
}

function ambiguous(input: BulkResolveInput): BulkResolveResult {
  const candidate = {
    name: 'Nirvana',
    artist_name: null,
    year: null,
    method: 'exact_match',
    confidence: 1,
    url: null,
  } as const;
  const candidates = Array.from({ length: 7 }, (_, index) => ({
    ...candidate,
    source: 'discogs_artist',
    external_id: String(index + 1),
  }));
  return { ...unresolved(input, 'ambiguous'), candidates };
}
