import { readDump } from '../../src/wikidata/read.ts';
import { wikidataSource } from '../../src/wikidata/source.ts';
import { GHOST_BOX, makeDump, PLONE, PUZZLEWOOD, SCOTLAND } from '../wikidata/make-entity.ts';
import { describeAuthority } from './authority.case.ts';
import { describeReader } from './reader.case.ts';

const dump = makeDump([PLONE, SCOTLAND, PUZZLEWOOD, GHOST_BOX]);
const sound = { 'latest-all.json': dump };

describeReader({
  source: wikidataSource,
  sound,
  records: 3,
  truncated: { 'latest-all.json': dump.slice(0, -200) },
  damaged: { files: { 'latest-all.json': dump.replace('"rank":', '"rank') }, reason: 'invalid_json' },
  notADump: { 'latest-all.json': '{"name":"deadwax"}\n' },
  empty: { 'latest-all.json': '' },
  readInPieces: (file, context, pieceBytes) => readDump(file, context, { pieceBytes }),
});

describeAuthority({ source: wikidataSource, sound });
