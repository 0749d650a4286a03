import { gzipSync } from 'node:zlib';
import { csvSource } from '../../src/csv/source.ts';
import { describeAuthority } from './authority.case.ts';
import { describeReader } from './reader.case.ts';

const csv = `id,kind,artist,title,artist_id,year,label,catalog_number,barcode,format,variants
1,artist,Plone,,,,,,,,PLONE|Ploan
r1,release,Plone,Puzzlewood,1,2020,Ghost Box,GBX 035 CD,5 034202 020226,CD,Puzzle Wood
r2,album,Stereolab,"Dots and
Loops",,1997-09-22,,,,,
`;
const sound = { 'mine.csv': csv };
const packed = gzipSync(csv);

describeReader({
  source: csvSource('mine'),
  sound,
  records: 3,
  truncated: { 'mine.csv.gz': packed.subarray(0, packed.length - 20) },
  damaged: { files: { 'mine.csv': csv.replace('r2,album', 'r2,song') }, reason: 'unknown_kind' },
  notADump: { 'mine.csv': 'Plone,Puzzlewood\nStereolab,Dots and Loops\n' },
  empty: { 'mine.csv': '' },
});

describeAuthority({ source: csvSource('mine'), sound });
