import type { XmlCursor } from '../xml/cursor.ts';
import { type Credit, readCredits } from './credit.ts';
import { readTexts } from './lists.ts';
import {
  type CatalogEntry,
  type Company,
  type Format,
  type Identifier,
  readCompanies,
  readFormats,
  readIdentifiers,
  readLabels,
  readSeries,
} from './release-parts.ts';
import { readTracks, type Track } from './track.ts';
import { readVideos, type Video } from './video.ts';

export interface ReleaseRecord {
  id: number | null;
  status: string;
  title: string;
  country: string;
  released: string;
  notes: string;
  dataQuality: string;
  masterId: number | null;
  isMainRelease: boolean;
  artists: Credit[];
  extraArtists: Credit[];
  labels: CatalogEntry[];
  series: CatalogEntry[];
  formats: Format[];
  genres: string[];
  styles: string[];
  tracks: Track[];
  identifiers: Identifier[];
  companies: Company[];
  videos: Video[];
}

export function readRelease(cursor: XmlCursor): ReleaseRecord {
  const release: ReleaseRecord = {
    id: cursor.integerAttribute('id'),
    status: cursor.attribute('status'),
    title: '',
    country: '',
    released: '',
    notes: '',
    dataQuality: '',
    masterId: null,
    isMainRelease: false,
    artists: [],
    extraArtists: [],
    labels: [],
    series: [],
    formats: [],
    genres: [],
    styles: [],
    tracks: [],
    identifiers: [],
    companies: [],
    videos: [],
  };
  while (cursor.child()) {
    if (!readText(cursor, release) && !readPart(cursor, release)) cursor.skip();
  }
  return release;
}

function readText(cursor: XmlCursor, release: ReleaseRecord): boolean {
  switch (cursor.name) {
    case 'title':
      release.title = cursor.text();
      return true;
    case 'country':
      release.country = cursor.text();
      return true;
    case 'released':
      release.released = cursor.text();
      return true;
    case 'notes':
      release.notes = cursor.text();
      return true;
    case 'data_quality':
      release.dataQuality = cursor.text();
      return true;
    case 'master_id':
      release.isMainRelease = cursor.attribute('is_main_release') === 'true';
      release.masterId = cursor.integer();
      return true;
    default:
      return false;
  }
}

function readPart(cursor: XmlCursor, release: ReleaseRecord): boolean {
  switch (cursor.name) {
    case 'artists':
      release.artists = readCredits(cursor);
      return true;
    case 'extraartists':
      release.extraArtists = readCredits(cursor);
      return true;
    case 'labels':
      release.labels = readLabels(cursor);
      return true;
    case 'series':
      release.series = readSeries(cursor);
      return true;
    case 'formats':
      release.formats = readFormats(cursor);
      return true;
    case 'genres':
      release.genres = readTexts(cursor, 'genre');
      return true;
    case 'styles':
      release.styles = readTexts(cursor, 'style');
      return true;
    case 'tracklist':
      release.tracks = readTracks(cursor);
      return true;
    case 'identifiers':
      release.identifiers = readIdentifiers(cursor);
      return true;
    case 'companies':
      release.companies = readCompanies(cursor);
      return true;
    case 'videos':
      release.videos = readVideos(cursor);
      return true;
    default:
      return false;
  }
}
