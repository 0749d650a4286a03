import type { RecordIdentity } from '@deadwax/contract/catalog-schemas';
import type { BulkResolveResult } from '@deadwax/contract/schemas';
import { checkVerdict } from '../identity/check-verdict.ts';
import type { Identity } from '../identity/identity.ts';

/** What a play that stands in no library row is known to be: the resolver's answer to its names, as it was given. */
export function presentPlayIdentity({
  status,
  verdict,
  changed_at,
}: {
  readonly status: 'pending' | 'resolved' | 'compilation' | 'unresolved' | 'error';
  readonly verdict: BulkResolveResult | null;
  readonly changed_at: string;
}): RecordIdentity {
  const checked = verdict === null ? null : checkVerdict(verdict);
  const main = checked === null || typeof checked === 'string' ? null : checked.main;
  return {
    status,
    unresolved_reason: verdict?.unresolved_reason ?? null,
    method: main?.method ?? null,
    confidence: main?.confidence ?? null,
    verified_at: verdict === null ? null : changed_at,
    agreement_sources: [...(main?.agreementSources ?? [])],
    conflicts: main?.conflicts.length ?? 0,
    ids: presentIds(main),
  };
}

function presentIds(main: Identity | null): RecordIdentity['ids'] {
  const number = (id: string | null | undefined) => (id === null || id === undefined ? null : Number(id));
  const ids = main?.ids;
  return {
    discogs_master_id: number(ids?.discogs_master_id),
    discogs_release_id: number(ids?.discogs_release_id),
    musicbrainz_release_group_mbid: ids?.musicbrainz_release_group_mbid ?? null,
    musicbrainz_release_mbid: ids?.musicbrainz_release_mbid ?? null,
    musicbrainz_recording_mbid: ids?.musicbrainz_recording_mbid ?? null,
    wikidata_qid: ids?.wikidata_qid ?? null,
    spotify_id: ids?.spotify_id ?? null,
    apple_music_id: ids?.apple_music_id ?? null,
    artist: { ...main?.artistIds },
  };
}
