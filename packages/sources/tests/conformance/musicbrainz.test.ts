import { musicbrainzSource } from '../../src/musicbrainz/source.ts';
import { dumpFiles, gid, makeTar } from '../musicbrainz/make-dump.ts';
import { describeAuthority } from './authority.case.ts';
import { describeReader } from './reader.case.ts';

const tables = {
  artist: [{ id: 5, gid: gid(5), name: 'Plone', sort_name: 'Plone', type: 2 }],
  artist_credit: [{ id: 1, name: 'Plone', artist_count: 1 }],
  artist_credit_name: [{ artist_credit: 1, position: 0, artist: 5, name: 'Plone', join_phrase: '' }],
  artist_gid_redirect: [{ gid: gid(50), new_id: 5 }],
  label: [{ id: 1, gid: gid(71), name: 'Ghost Box' }],
  link: [{ id: 1, link_type: 1, ended: 'f' }],
  link_type: [{ id: 1, gid: gid(90), name: 'discogs' }],
  l_artist_url: [{ id: 1, link: 1, entity0: 5, entity1: 1 }],
  release: [
    { id: 20, gid: gid(20), name: 'Puzzlewood', artist_credit: 1, release_group: 10, barcode: '5034202020226' },
  ],
  release_alias: [{ id: 1, release: 20, name: 'Puzzle Wood' }],
  release_group: [{ id: 10, gid: gid(10), name: 'Puzzlewood', artist_credit: 1 }],
  release_label: [{ id: 1, release: 20, label: 1, catalog_number: 'GBX 035 CD' }],
  url: [{ id: 1, gid: gid(51), url: 'https://www.discogs.com/artist/1722' }],
};

const files = dumpFiles(tables);
const tar = await makeTar(files);
const damaged = await makeTar({ ...files, 'mbdump/label': 'one\ttwo\n' });

describeReader({
  source: musicbrainzSource,
  sound: { 'mbdump.tar': tar },
  records: Object.keys(tables).length,
  truncated: { 'mbdump.tar': tar.subarray(0, tar.indexOf('Puzzlewood')) },
  damaged: { files: { 'mbdump.tar': damaged }, reason: 'wrong_column_count' },
  notADump: { 'mbdump.tar': 'id,kind,title\n'.repeat(100) },
  empty: { 'mbdump.tar': '' },
});

describeAuthority({ source: musicbrainzSource, sound: { 'mbdump.tar': tar } });
