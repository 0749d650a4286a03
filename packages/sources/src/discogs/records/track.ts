import type { XmlCursor } from '../xml/cursor.ts';
import { type Credit, readCredits } from './credit.ts';
import { readList } from './lists.ts';

export interface Track {
  /** Empty for headings and index tracks. */
  position: string;
  title: string;
  duration: string;
  artists: Credit[];
  extraArtists: Credit[];
  subTracks: Track[];
}

const NO_CREDITS: Credit[] = [];
const NO_TRACKS: Track[] = [];

function readTrack(cursor: XmlCursor): Track {
  const track: Track = {
    position: '',
    title: '',
    duration: '',
    artists: NO_CREDITS,
    extraArtists: NO_CREDITS,
    subTracks: NO_TRACKS,
  };
  while (cursor.child()) readField(cursor, track);
  return track;
}

function readField(cursor: XmlCursor, track: Track): void {
  switch (cursor.name) {
    case 'position':
      track.position = cursor.text();
      break;
    case 'title':
      track.title = cursor.text();
      break;
    case 'duration':
      track.duration = cursor.text();
      break;
    case 'artists':
      track.artists = readCredits(cursor);
      break;
    case 'extraartists':
      track.extraArtists = readCredits(cursor);
      break;
    case 'sub_tracks':
      track.subTracks = readTracks(cursor);
      break;
    default:
      cursor.skip();
  }
}

export function readTracks(cursor: XmlCursor): Track[] {
  return readList(cursor, 'track', readTrack);
}
