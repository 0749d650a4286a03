import type { RowSink } from '../../source.ts';
import type { Credit } from '../records/credit.ts';
import type { Track } from '../records/track.ts';
import { orNull } from './values.ts';

/** Tracks, headings and sub-tracks in one count: sequence is the order on the page. */
export function writeTracks(sink: RowSink, releaseId: number, tracks: readonly Track[]): void {
  let sequence = 0;
  const write = (list: readonly Track[], parent: number | null) => {
    for (let k = 0; k < list.length; k += 1) {
      const track = list[k]!;
      sequence += 1;
      const own = sequence;
      sink.row('release_track', [releaseId, own, parent, track.position, track.title, orNull(track.duration)]);
      writeTrackCredits(sink, [releaseId, own, 0], track.artists);
      writeTrackCredits(sink, [releaseId, own, 1], track.extraArtists);
      write(track.subTracks, own);
    }
  };
  write(tracks, null);
}

function writeTrackCredits(
  sink: RowSink,
  [releaseId, sequence, extra]: readonly [number, number, 0 | 1],
  credits: readonly Credit[],
): void {
  for (let k = 0; k < credits.length; k += 1) {
    const { artistId, name, anv, join, role } = credits[k]!;
    const row = [releaseId, sequence, extra, k + 1, artistId, name, orNull(anv), orNull(join), orNull(role)];
    sink.row('release_track_artist', row);
  }
}
