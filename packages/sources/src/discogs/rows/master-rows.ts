import type { RowSink } from '../../source.ts';
import type { MasterRecord } from '../records/master.ts';
import { writeTexts, writeVideos } from './shared-rows.ts';
import { orNull, plausibleYear } from './values.ts';

export function writeMaster(sink: RowSink, id: number, master: MasterRecord): void {
  sink.record('master', id);
  sink.row('master', [
    id,
    master.title,
    plausibleYear(master.year),
    master.mainReleaseId,
    orNull(master.notes),
    orNull(master.dataQuality),
  ]);
  for (const [index, { artistId, name, anv, join, role, tracks }] of master.artists.entries()) {
    const credit = [orNull(anv), orNull(join), orNull(role), orNull(tracks)];
    sink.row('master_artist', [id, index + 1, artistId, name, ...credit]);
  }
  writeTexts(sink, 'master_genre', id, master.genres);
  writeTexts(sink, 'master_style', id, master.styles);
  writeVideos(sink, 'master_video', id, master.videos);
}
