import { writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { workAt } from '../model/work.ts';
import type { World } from '../model/world.ts';
import { createBlockFile, type WrittenFile } from '../output/gzip-file.ts';
import { artistXml, SPECIAL_ARTISTS } from './artists.ts';
import { labelXml, SPECIAL_LABELS } from './labels.ts';
import { masterXml } from './masters.ts';
import { releasesXml } from './releases.ts';

export const DUMP_DAY = '20260901';

export interface DiscogsOptions {
  /** Plain `.xml` instead of `.xml.gz`. */
  readonly plain?: boolean;
  /** Which of the four; default all. */
  readonly kinds?: readonly DiscogsKind[];
}

interface Dump {
  /** Records that are no part of the world, before the others. */
  readonly head: string;
  readonly count: (world: World) => number;
  readonly record: (world: World, index: number) => string | null;
}

const DUMPS = {
  artists: { head: SPECIAL_ARTISTS, count: ({ artists }) => artists, record: artistXml },
  labels: { head: SPECIAL_LABELS, count: ({ labels }) => labels, record: labelXml },
  masters: { head: '', count: ({ works }) => works, record: (world, index) => masterXml(world, workAt(world, index)) },
  releases: {
    head: '',
    count: ({ works }) => works,
    record: (world, index) => releasesXml(world, workAt(world, index)),
  },
} satisfies Record<string, Dump>;

export type DiscogsKind = keyof typeof DUMPS;

async function writeDump(world: World, kind: DiscogsKind, path: string): Promise<WrittenFile> {
  const { head, count, record }: Dump = DUMPS[kind];
  const file = createBlockFile(path);
  file.add(`<${kind}>\n${head}`);
  const total = count(world);
  for (let index = 0; index < total; index += 1) {
    if (file.add(record(world, index) ?? '')) await file.flush();
  }
  file.add(`</${kind}>`);
  return file.close();
}

/** The four monthly dumps and their checksums. */
export async function writeDiscogs(world: World, folder: string, options: DiscogsOptions = {}): Promise<WrittenFile[]> {
  const written: WrittenFile[] = [];
  for (const kind of options.kinds ?? (Object.keys(DUMPS) as DiscogsKind[])) {
    const name = `discogs_${DUMP_DAY}_${kind}.xml${options.plain === true ? '' : '.gz'}`;
    written.push(await writeDump(world, kind, join(folder, name)));
  }
  const lines = written.map(({ path, sha256 }) => `${sha256} *${basename(path)}\n`);
  await writeFile(join(folder, `discogs_${DUMP_DAY}_CHECKSUM.txt`), lines.join(''));
  return written;
}
