import { mkdirSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { workAt } from '../model/work.ts';
import type { World } from '../model/world.ts';
import { createTableFolder, type TableFolder } from '../output/table-folder.ts';
import { hasBzip2, packTar } from '../output/tar-file.ts';
import { writeArtist, writeSpecialArtists } from './artists.ts';
import { writeLabel } from './labels.ts';
import { createLinkWriter } from './links.ts';
import { writeSmallTables } from './small-tables.ts';
import { writeWork } from './works.ts';

export type MusicbrainzForm = 'tar.bz2' | 'tar' | 'folder';

/** Files that come before the tables, in the order of a real dump. */
const NOTES: readonly (readonly [name: string, text: string])[] = [
  ['TIMESTAMP', '2026-09-02 00:00:00+00\n'],
  [
    'COPYING',
    'GENERATED SAMPLE DATA: not a MusicBrainz export. No artist, release or recording in it is real.\nDedicated to the public domain under CC0 1.0, as the core data it imitates.\n',
  ],
  [
    'README',
    'Written by the world generator of Deadwax, in the form of a MusicBrainz core dump of schema 31.\nEverything in it is made up.\n',
  ],
  ['REPLICATION_SEQUENCE', '0\n'],
  ['SCHEMA_SEQUENCE', '31\n'],
];

const PAUSE_EVERY = 2000;

async function writeTables(world: World, tables: TableFolder): Promise<void> {
  const links = createLinkWriter(world, tables);
  writeSmallTables(tables);
  writeSpecialArtists(world, tables);
  for (let artist = 0; artist < world.artists; artist += 1) {
    writeArtist(world, tables, links, artist);
    if (artist % PAUSE_EVERY === 0) await setImmediate();
  }
  for (let label = 0; label < world.labels; label += 1) writeLabel(world, tables, label);
  for (let index = 0; index < world.works; index += 1) {
    writeWork(world, tables, links, workAt(world, index));
    if (index % PAUSE_EVERY === 0) await setImmediate();
  }
}

/** A core dump: `mbdump.tar.bz2` where bzip2 is to be had, `mbdump.tar` otherwise, or the folder it unpacks to. */
export async function writeMusicbrainz(world: World, folder: string, form?: MusicbrainzForm): Promise<string> {
  const chosen = form ?? ((await hasBzip2()) ? 'tar.bz2' : 'tar');
  const root = chosen === 'folder' ? folder : join(folder, '.mbdump-unpacked');
  mkdirSync(root, { recursive: true });
  for (const [name, text] of NOTES) writeFileSync(join(root, name), text);
  const tables = createTableFolder(join(root, 'mbdump'));
  await writeTables(world, tables);
  const names = [...NOTES.map(([name]) => name), ...tables.close().map((name) => `mbdump/${name}`)];
  if (chosen === 'folder') return join(folder, 'mbdump');
  const path = join(folder, `mbdump.${chosen}`);
  await packTar(path, root, names);
  await rm(root, { recursive: true });
  return path;
}
