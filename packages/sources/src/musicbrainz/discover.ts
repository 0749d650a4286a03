import { access, readdir, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { ImportError } from '../errors.ts';
import { unreadable } from '../files/file-chunks.ts';
import { openCompressed } from '../files/open-compressed.ts';
import type { InputFile } from '../source.ts';
import { DUMP_TABLES } from './columns.ts';
import { dumpDateOfPath } from './dump-date.ts';
import { notTar } from './tar-events.ts';

/** `mbdump.tar.bz2`, `mbdump-sample.tar.xz`, `mini-mbdump.tar`; not `mbdump-derived.tar.bz2`. */
const ARCHIVE_NAME = /mbdump(-sample)?\.(tar|tar\.(bz2|xz|gz)|tbz2?|txz|tgz)$/i;

/** Where an unpacked dump keeps its files. */
export interface UnpackedDump {
  readonly notesFolder: string;
  readonly tablesFolder: string;
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

/** An unpacked dump at this folder: with its tables in `mbdump/`, or beside SCHEMA_SEQUENCE, or `mbdump/` itself. */
export async function findUnpackedDump(folder: string): Promise<UnpackedDump | null> {
  const inside = join(folder, 'mbdump');
  const layouts: UnpackedDump[] = [
    { notesFolder: folder, tablesFolder: inside },
    { notesFolder: folder, tablesFolder: folder },
    { notesFolder: dirname(folder), tablesFolder: folder },
  ];
  for (const layout of layouts) {
    if (!(await exists(join(layout.notesFolder, 'SCHEMA_SEQUENCE')))) continue;
    if ((await tableFiles(layout.tablesFolder)).length > 0) return layout;
  }
  return null;
}

/** Files of the wanted tables in a folder, with their sizes, in the order of our tables. */
export async function tableFiles(folder: string): Promise<{ name: string; path: string; bytes: number }[]> {
  const names: string[] = await readdir(folder).catch(() => []);
  const present = DUMP_TABLES.filter(({ name }) => names.includes(name));
  return Promise.all(
    present.map(async ({ name }) => {
      const path = join(folder, name);
      return { name, path, bytes: (await stat(path)).size };
    }),
  );
}

async function inputOfFolder(path: string, dump: UnpackedDump): Promise<InputFile> {
  const files = await tableFiles(dump.tablesFolder);
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  return { path, kind: 'mbdump', bytes, dumpDate: dumpDateOfPath(path) };
}

async function findUnder(folder: string): Promise<InputFile[]> {
  const dump = await findUnpackedDump(folder);
  if (dump !== null) return [await inputOfFolder(folder, dump)];
  const entries = await readdir(folder, { withFileTypes: true }).catch((cause: unknown) => {
    throw unreadable(folder, cause);
  });
  const found: InputFile[] = [];
  for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    const stats = await stat(path).catch(() => null);
    if (entry.isDirectory()) found.push(...(await findUnder(path)));
    else if (stats?.isFile() && ARCHIVE_NAME.test(entry.name)) {
      found.push({ path, kind: 'mbdump', bytes: stats.size, dumpDate: dumpDateOfPath(path) });
    }
  }
  return found;
}

const TAR_MAGIC = { text: 'ustar', offset: 257 } as const;

async function requireTar(path: string): Promise<void> {
  let head = Buffer.alloc(0);
  for await (const chunk of (await openCompressed(path)).stream) {
    head = Buffer.concat([head, chunk]);
    if (head.length > 512) break;
  }
  const { text, offset } = TAR_MAGIC;
  if (head.toString('latin1', offset, offset + text.length) !== text) throw notTar(path);
}

/** Finds the one MusicBrainz dump at a path: an archive, an unpacked folder, or a folder with either somewhere below. */
export async function discoverDump(path: string): Promise<InputFile[]> {
  const stats = await stat(path).catch((cause: unknown) => {
    throw unreadable(path, cause);
  });
  if (!stats.isDirectory()) await requireTar(path);
  if (!stats.isDirectory()) return [{ path, kind: 'mbdump', bytes: stats.size, dumpDate: dumpDateOfPath(path) }];
  const found = await findUnder(path);
  if (found.length === 1) return found;
  const names = found.map((file) => `${basename(dirname(file.path))}/${basename(file.path)}`);
  const message =
    found.length === 0
      ? `No MusicBrainz dump under ${path}: expected mbdump.tar.bz2 (or .xz, .gz, .tar), or a folder with SCHEMA_SEQUENCE and mbdump/.`
      : `${found.length} MusicBrainz dumps under ${path} (${names.join(', ')}): name the one to read.`;
  throw new ImportError('not_a_dump', message, { file: path });
}
