/** Classes and occupations by which an item is music, whether or not it has an id elsewhere. */

export const HUMAN = 'Q5';
export const RECORD_LABEL_CLASS = 'Q18127';

export const ALBUM_CLASSES: ReadonlySet<string> = new Set([
  'Q482994', // album
  'Q208569', // studio album
  'Q222910', // compilation album
  'Q209939', // live album
  'Q169930', // extended play
  'Q134556', // single
  'Q4176708', // soundtrack album
  'Q217199', // soundtrack
  'Q963099', // remix album
  'Q723849', // greatest hits album
  'Q1892995', // mixtape
  'Q5049564', // cast recording
  'Q10590726', // video album
  'Q108346082', // release group
]);

export const GROUP_CLASSES: ReadonlySet<string> = new Set([
  'Q215380', // musical group
  'Q2088357', // musical ensemble
  'Q5741069', // rock band
  'Q56816954', // heavy metal band
  'Q2491498', // pop group
  'Q2596245', // jazz band
  'Q19464263', // hip hop group
  'Q7628270', // studio band
  'Q7623897', // all-female band
  'Q216337', // boy band
  'Q641066', // girl group
  'Q9212979', // musical duo
  'Q281643', // musical trio
  'Q207338', // string quartet
  'Q42998', // orchestra
  'Q131186', // choir
]);

export const MUSIC_OCCUPATIONS: ReadonlySet<string> = new Set([
  'Q639669', // musician
  'Q177220', // singer
  'Q488205', // singer-songwriter
  'Q753110', // songwriter
  'Q2252262', // rapper
  'Q2865819', // opera singer
  'Q36834', // composer
  'Q158852', // conductor
  'Q806349', // bandleader
  'Q1198887', // music director
  'Q130857', // disc jockey
  'Q183945', // record producer
  'Q15981151', // jazz musician
  'Q855091', // guitarist
  'Q584301', // bassist
  'Q386854', // drummer
  'Q486748', // pianist
  'Q1075651', // keyboardist
  'Q765778', // organist
  'Q1259917', // violinist
  'Q12800682', // saxophonist
]);

/** Items that stand for nobody in particular. */
export const SPECIAL_QIDS: readonly string[] = [
  'Q3108914', // various artists
  'Q4233718', // anonymous
];
