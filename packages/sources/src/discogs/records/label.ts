import type { XmlCursor } from '../xml/cursor.ts';
import { type Mention, readMentions, readTexts } from './lists.ts';

export interface LabelRecord {
  id: number | null;
  name: string;
  contactInfo: string;
  profile: string;
  dataQuality: string;
  parent: Mention | null;
  urls: string[];
  sublabels: Mention[];
}

export function readLabel(cursor: XmlCursor): LabelRecord {
  const label: LabelRecord = {
    id: null,
    name: '',
    contactInfo: '',
    profile: '',
    dataQuality: '',
    parent: null,
    urls: [],
    sublabels: [],
  };
  while (cursor.child()) readField(cursor, label);
  return label;
}

function readField(cursor: XmlCursor, label: LabelRecord): void {
  switch (cursor.name) {
    case 'id':
      label.id = cursor.integer();
      break;
    case 'name':
      label.name = cursor.text();
      break;
    case 'contactinfo':
      label.contactInfo = cursor.text();
      break;
    case 'profile':
      label.profile = cursor.text();
      break;
    case 'data_quality':
      label.dataQuality = cursor.text();
      break;
    case 'parentLabel':
      label.parent = { id: cursor.integerAttribute('id'), name: cursor.text() };
      break;
    case 'urls':
      label.urls = readTexts(cursor, 'url');
      break;
    case 'sublabels':
      label.sublabels = readMentions(cursor, 'label');
      break;
    default:
      cursor.skip();
  }
}
