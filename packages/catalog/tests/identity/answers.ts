import type { BulkResolveResult } from '@deadwax/contract/schemas';
import {
  artistIdFields,
  identityColumns,
  sourceOfArtistId,
  sourceOfColumn,
} from '../../src/identity/identity-columns.ts';

export type Entry = BulkResolveResult['provenance'][number];

type Main = NonNullable<BulkResolveResult['main']>;

/** What a source found: by default exactly. */
export function found(source: string, externalId: string, rest: Partial<Entry> = {}): Entry {
  return {
    source,
    attempted: true,
    external_id: externalId,
    method: 'exact_match',
    confidence: 1,
    derived_from: null,
    reason: null,
    candidate_count: 1,
    url: null,
    ...rest,
  };
}

/** Looked in, and nothing there. */
export function nothing(source: string): Entry {
  const none = { external_id: null, method: null, confidence: null, candidate_count: 0 };
  return { ...found(source, ''), ...none, reason: 'no_candidate' };
}

export const weakly = { method: 'name_variation', confidence: 0.9 } as const;

/** An answer that names all that its sources found, with the method and confidence of the weakest. */
export function resolved(provenance: readonly Entry[], rest: Partial<BulkResolveResult> = {}): BulkResolveResult {
  const ids = new Map(provenance.map(({ source, external_id }) => [source, external_id]));
  const own = provenance.filter(({ external_id }) => external_id !== null);
  const [weakest] = own.toSorted((a, b) => (a.confidence ?? 0) - (b.confidence ?? 0));
  const native = (source: string) => {
    const id = ids.get(source) ?? null;
    return id !== null && source.startsWith('discogs') && /^\d+$/.test(id) ? Number(id) : id;
  };
  const main = {
    ...Object.fromEntries(identityColumns.map((column) => [column, native(sourceOfColumn[column])])),
    artist: Object.fromEntries(artistIdFields.map((field) => [field, native(sourceOfArtistId[field])])),
  } as Main;
  return {
    library_id: 1,
    kind: 'single_artist',
    main,
    method: weakest?.method ?? 'exact_match',
    confidence: weakest?.confidence ?? 1,
    agreement_sources: null,
    conflicts: [],
    unresolved_reason: null,
    candidates: [],
    provenance: [...provenance],
    tracks_attempted: false,
    tracks: [],
    resolver_version: '0.1.0+model.1',
    snapshot: '2026-09-01-0123456789ab',
    ...rest,
  };
}

const NO_MAIN = { main: null, method: null, confidence: null } as const;

export function unresolved(provenance: readonly Entry[]): BulkResolveResult {
  const none = { tracks_attempted: null, tracks: null, unresolved_reason: 'no_candidate' } as const;
  return resolved(provenance, { ...NO_MAIN, kind: 'unresolved', ...none });
}

export function compilation(provenance: readonly Entry[]): BulkResolveResult {
  return resolved(provenance, { main: null, kind: 'compilation' });
}

export const mbid = (digit: number) => `00000000-0000-4000-8000-${String(digit).padStart(12, '0')}`;
