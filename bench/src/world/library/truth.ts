import { isOnDiscogs } from '../model/artist.ts';
import { albumQid, artistQid, discogsId, mbGid } from '../model/ids.ts';
import {
  isAlbumInWikidata,
  isArtistInWikidata,
  isInMusicbrainz,
  isReleaseInMusicbrainz,
  isWorkInMusicbrainz,
} from '../model/twins.ts';
import { VARIOUS } from '../model/work.ts';
import type { DegradationName } from './degradations.ts';
import type { Pick } from './pick.ts';

export const TRUTH_COLUMNS = [
  'id',
  'kind',
  'degradation',
  'answerable',
  'discogs_artist_id',
  'discogs_master_id',
  'discogs_release_ids',
  'musicbrainz_artist_id',
  'musicbrainz_release_group_id',
  'musicbrainz_release_ids',
  'wikidata_artist_qid',
  'wikidata_album_qid',
] as const;

export type Answerable = 'album' | 'artist' | 'none';

interface Verdict {
  readonly id: number;
  readonly degradation: DegradationName;
  readonly answerable: Answerable;
}

/** The edition in hand first, then the others: any of them names the work rightly. */
function editionsOf({ work, release }: Pick): number[] {
  const others = Array.from({ length: work.releaseCount }, (_, edition) => edition);
  return [release.edition, ...others.filter((edition) => edition !== release.edition)];
}

function artistColumns({ world, artist }: Pick, known: boolean): [discogs: string, mb: string, qid: string] {
  if (!known || artist === VARIOUS) return ['', '', ''];
  return [
    isOnDiscogs(world, artist) ? String(discogsId(world.seed, artist)) : '',
    isInMusicbrainz(world, artist) ? mbGid(world.seed, 'artist', artist) : '',
    isArtistInWikidata(world, artist) ? artistQid(artist) : '',
  ];
}

/** A row of truth.csv: what the record is, whatever was typed. */
export function truthRow(pick: Pick, { id, degradation, answerable }: Verdict): string[] {
  const { world, work } = pick;
  const [discogsArtist, mbArtist, artistItem] = artistColumns(pick, answerable !== 'none');
  const kind = answerable === 'none' ? 'unresolved' : pick.artist === VARIOUS ? 'compilation' : 'single_artist';
  const head = [String(id), kind, degradation, answerable, discogsArtist];
  if (answerable !== 'album') return [...head, '', '', mbArtist, '', '', artistItem, ''];
  const inMusicbrainz = isWorkInMusicbrainz(world, work);
  const editions = editionsOf(pick);
  const releases = work.onDiscogs ? editions.map((edition) => discogsId(world.seed, work.firstRelease + edition)) : [];
  const mbReleases = editions
    .map((edition) => ({ edition, index: work.firstRelease + edition }))
    .filter(({ edition, index }) => inMusicbrainz && isReleaseInMusicbrainz(world, index, edition))
    .map(({ index }) => mbGid(world.seed, 'release', index));
  return [
    ...head,
    work.mastered && work.onDiscogs ? String(discogsId(world.seed, work.index)) : '',
    releases.join('|'),
    mbArtist,
    inMusicbrainz ? mbGid(world.seed, 'release_group', work.index) : '',
    mbReleases.join('|'),
    artistItem,
    isAlbumInWikidata(world, work) ? albumQid(work.index) : '',
  ];
}
