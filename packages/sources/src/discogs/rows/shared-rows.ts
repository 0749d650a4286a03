import type { RowSink } from '../../source.ts';
import type { Video } from '../records/video.ts';
import { orNull, plausibleInteger } from './values.ts';

export function writeTexts(sink: RowSink, table: string, id: number, texts: readonly string[]): void {
  for (let k = 0; k < texts.length; k += 1) sink.row(table, [id, k + 1, texts[k]!]);
}

export function writeVideos(sink: RowSink, table: string, id: number, videos: readonly Video[]): void {
  for (let k = 0; k < videos.length; k += 1) {
    const { src, duration, embed, title, description } = videos[k]!;
    sink.row(table, [id, k + 1, src, plausibleInteger(duration), embed, orNull(title), orNull(description)]);
  }
}
