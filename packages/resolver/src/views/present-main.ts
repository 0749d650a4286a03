import type { ReconciledIdentity } from '@deadwax/contract/schemas';
import type { EntitySource } from '@deadwax/sources/authority';
import type { SourceLeg } from '../cascade/leg.ts';

const emptyArtist: ReconciledIdentity['artist'] = {
  discogs_artist_id: null,
  musicbrainz_artist_id: null,
  wikidata_qid: null,
  spotify_artist_id: null,
  apple_music_artist_id: null,
  bandcamp_id: null,
};

const emptyRelease: Omit<ReconciledIdentity, 'artist'> = {
  discogs_master_id: null,
  discogs_release_id: null,
  musicbrainz_release_group_mbid: null,
  musicbrainz_release_mbid: null,
  musicbrainz_recording_mbid: null,
  wikidata_qid: null,
  spotify_id: null,
  apple_music_id: null,
};

/** The identity block: each leg fills the field its source declares; sources without one stand in provenance only. */
export function presentMain(
  legs: readonly Pick<SourceLeg, 'source' | 'externalId'>[],
  entities: ReadonlyMap<string, EntitySource>,
): ReconciledIdentity {
  const release: Record<string, number | string | null> = { ...emptyRelease };
  const artist: Record<string, number | string | null> = { ...emptyArtist };
  for (const { source, externalId } of legs) {
    const entity = entities.get(source);
    if (!entity?.mainField || externalId === null) continue;
    const id = entity.integerId ? Number(externalId) : externalId;
    const [block, field] = entity.mainField.startsWith('artist.')
      ? [artist, entity.mainField.slice('artist.'.length)]
      : [release, entity.mainField];
    block[field] = id;
  }
  return { ...release, artist } as ReconciledIdentity;
}
