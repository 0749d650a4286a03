import type { XmlCursor } from '../xml/cursor.ts';
import { readList } from './lists.ts';

/** An artist as credited on a record or a track. */
export interface Credit {
  /** Null for an artist that Discogs has no entry for. */
  artistId: number | null;
  name: string;
  anv: string;
  join: string;
  role: string;
  tracks: string;
}

function readCredit(cursor: XmlCursor): Credit {
  const credit: Credit = { artistId: null, name: '', anv: '', join: '', role: '', tracks: '' };
  while (cursor.child()) {
    switch (cursor.name) {
      case 'id':
        credit.artistId = cursor.integer();
        break;
      case 'name':
        credit.name = cursor.text();
        break;
      case 'anv':
        credit.anv = cursor.text();
        break;
      case 'join':
        credit.join = cursor.text();
        break;
      case 'role':
        credit.role = cursor.text();
        break;
      case 'tracks':
        credit.tracks = cursor.text();
        break;
      default:
        cursor.skip();
    }
  }
  if (credit.artistId !== null && credit.artistId <= 0) credit.artistId = null;
  return credit;
}

export function readCredits(cursor: XmlCursor): Credit[] {
  return readList(cursor, 'artist', readCredit);
}
