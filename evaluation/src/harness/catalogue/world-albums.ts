import { isOnDiscogs } from '@deadwax/bench/world/model/artist';
import { albumQid, artistQid, discogsId, mbGid } from '@deadwax/bench/world/model/ids';
import { artistNameOf, labelNameOf } from '@deadwax/bench/world/model/names';
import { NOT_ON_LABEL, releaseAt } from '@deadwax/bench/world/model/release';
import {
  isAlbumInWikidata,
  isArtistInWikidata,
  isInMusicbrainz,
  isReleaseInMusicbrainz,
  isWorkInMusicbrainz,
} from '@deadwax/bench/world/model/twins';
import { VARIOUS, type Work, workAt } from '@deadwax/bench/world/model/work';
import type { World } from '@deadwax/bench/world/model/world';
import type { Album, Artist, Pressing, RecordId } from './album.ts';

export interface WorldAlbum extends Album {
  readonly work: Work;
}

/** What the generated world itself says its sources have: links it plants on purpose cannot mislead this. */
export function listWorldAlbums(world: World): WorldAlbum[] {
  const albums: WorldAlbum[] = [];
  for (let index = 0; index < world.works; index += 1) {
    const album = worldAlbum(world, workAt(world, index));
    if (album.ids.length > 0) albums.push(album);
  }
  return albums;
}

export function worldArtist(world: World, artist: number): Artist {
  const ids: RecordId[] = [];
  if (isOnDiscogs(world, artist)) ids.push(`discogs_artist ${discogsId(world.seed, artist)}`);
  if (isInMusicbrainz(world, artist)) ids.push(`mb_artist ${mbGid(world.seed, 'artist', artist)}`);
  if (isArtistInWikidata(world, artist)) ids.push(`wikidata_artist ${artistQid(artist)}`);
  return { name: artistNameOf(world, artist).text, ids };
}

function worldAlbum(world: World, work: Work): WorldAlbum {
  const credits = work.credits.filter(({ artist }) => artist !== VARIOUS);
  const join = work.credits[0]?.join ?? '';
  const ids: RecordId[] = [];
  if (work.mastered && work.onDiscogs) ids.push(`discogs_master ${discogsId(world.seed, work.index)}`);
  const inMusicbrainz = isWorkInMusicbrainz(world, work);
  if (inMusicbrainz) ids.push(`mb_release_group ${mbGid(world.seed, 'release_group', work.index)}`);
  if (isAlbumInWikidata(world, work)) ids.push(`wikidata ${albumQid(work.index)}`);
  const pressings: Pressing[] = [];
  for (let edition = 0; edition < work.releaseCount; edition += 1) {
    const index = work.firstRelease + edition;
    if (work.onDiscogs) ids.push(`discogs_release ${discogsId(world.seed, index)}`);
    if (inMusicbrainz && isReleaseInMusicbrainz(world, index, edition))
      ids.push(`mb_release ${mbGid(world.seed, 'release', index)}`);
    pressings.push(worldPressing(world, work, edition));
  }
  return {
    origin: 'world',
    work,
    title: work.title.text,
    year: work.year || null,
    credits: credits.map(({ artist }) => worldArtist(world, artist)),
    joiner: join === ',' || join === '' ? ', ' : ` ${join} `,
    pressings,
    ids,
  };
}

function worldPressing(world: World, work: Work, edition: number): Pressing {
  const release = releaseAt(world, work, edition);
  const first = release.labels[0];
  const isNamed = first !== undefined && first.label !== NOT_ON_LABEL;
  return {
    discogsId: work.onDiscogs ? String(discogsId(world.seed, release.index)) : null,
    year: release.year || null,
    label: isNamed ? labelNameOf(world, first.label) : null,
    catalogNumber: isNamed && first.catalogNumber !== 'none' ? first.catalogNumber : null,
    barcode: release.barcode || null,
    format: release.format.name,
  };
}
