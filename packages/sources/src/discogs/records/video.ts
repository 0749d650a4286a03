import type { XmlCursor } from '../xml/cursor.ts';
import { readList } from './lists.ts';

export interface Video {
  src: string;
  duration: number | null;
  embed: boolean;
  title: string;
  description: string;
}

function readVideo(cursor: XmlCursor): Video {
  const video: Video = {
    src: cursor.attribute('src'),
    duration: cursor.integerAttribute('duration'),
    embed: cursor.attribute('embed') === 'true',
    title: '',
    description: '',
  };
  while (cursor.child()) {
    if (cursor.name === 'title') video.title = cursor.text();
    else if (cursor.name === 'description') video.description = cursor.text();
    else cursor.skip();
  }
  return video;
}

export function readVideos(cursor: XmlCursor): Video[] {
  return readList(cursor, 'video', readVideo);
}
