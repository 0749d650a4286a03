import type { XmlCursor } from '../xml/cursor.ts';
import { type Credit, readCredits } from './credit.ts';
import { readTexts } from './lists.ts';
import { readVideos, type Video } from './video.ts';

export interface MasterRecord {
  id: number | null;
  title: string;
  year: number | null;
  mainReleaseId: number | null;
  dataQuality: string;
  notes: string;
  artists: Credit[];
  genres: string[];
  styles: string[];
  videos: Video[];
}

export function readMaster(cursor: XmlCursor): MasterRecord {
  const master: MasterRecord = {
    id: cursor.integerAttribute('id'),
    title: '',
    year: null,
    mainReleaseId: null,
    dataQuality: '',
    notes: '',
    artists: [],
    genres: [],
    styles: [],
    videos: [],
  };
  while (cursor.child()) readField(cursor, master);
  return master;
}

function readField(cursor: XmlCursor, master: MasterRecord): void {
  switch (cursor.name) {
    case 'title':
      master.title = cursor.text();
      break;
    case 'year':
      master.year = cursor.integer();
      break;
    case 'main_release':
      master.mainReleaseId = cursor.integer();
      break;
    case 'data_quality':
      master.dataQuality = cursor.text();
      break;
    case 'notes':
      master.notes = cursor.text();
      break;
    case 'artists':
      master.artists = readCredits(cursor);
      break;
    case 'genres':
      master.genres = readTexts(cursor, 'genre');
      break;
    case 'styles':
      master.styles = readTexts(cursor, 'style');
      break;
    case 'videos':
      master.videos = readVideos(cursor);
      break;
    default:
      cursor.skip();
  }
}
