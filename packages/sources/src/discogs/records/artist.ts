import type { XmlCursor } from '../xml/cursor.ts';
import { type Mention, readMentions, readTexts } from './lists.ts';

export interface ArtistRecord {
  id: number | null;
  name: string;
  realname: string;
  profile: string;
  dataQuality: string;
  urls: string[];
  nameVariations: string[];
  aliases: Mention[];
  groups: Mention[];
  members: Mention[];
}

export function readArtist(cursor: XmlCursor): ArtistRecord {
  const artist: ArtistRecord = {
    id: null,
    name: '',
    realname: '',
    profile: '',
    dataQuality: '',
    urls: [],
    nameVariations: [],
    aliases: [],
    groups: [],
    members: [],
  };
  while (cursor.child()) readField(cursor, artist);
  return artist;
}

function readField(cursor: XmlCursor, artist: ArtistRecord): void {
  switch (cursor.name) {
    case 'id':
      artist.id = cursor.integer();
      break;
    case 'name':
      artist.name = cursor.text();
      break;
    case 'realname':
      artist.realname = cursor.text();
      break;
    case 'profile':
      artist.profile = cursor.text();
      break;
    case 'data_quality':
      artist.dataQuality = cursor.text();
      break;
    case 'urls':
      artist.urls = readTexts(cursor, 'url');
      break;
    case 'namevariations':
      artist.nameVariations = readTexts(cursor, 'name');
      break;
    case 'aliases':
      artist.aliases = readMentions(cursor, 'name');
      break;
    case 'groups':
      artist.groups = readMentions(cursor, 'name');
      break;
    case 'members':
      artist.members = readMentions(cursor, 'name');
      break;
    default:
      cursor.skip();
  }
}
