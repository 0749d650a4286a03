import { readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { ImportError } from '../errors.ts';
import { unreadable } from '../files/file-chunks.ts';
import { openCompressed } from '../files/open-compressed.ts';
import type { InputFile } from '../source.ts';
import { DUMP_KINDS, type DumpKindName, isDumpKindName } from './kinds.ts';
import { describeContent } from './not-a-dump.ts';

const NAME = /(?:^|[^a-z])(artists|labels|masters|releases)\.xml(?:\.(?:gz|bz2|xz))?$/i;
const HEAD_BYTES = 65_536;

/** Dump files under a path, in the order of their paths; a file given by itself may have any name. */
export async function discoverDumps(path: string): Promise<InputFile[]> {
  const stats = await stat(path).catch((cause: unknown) => {
    throw unreadable(path, cause);
  });
  if (!stats.isDirectory()) return [await recognise(path, stats.size)];
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => NAME.test(entry.name)).map((entry) => join(entry.parentPath, entry.name));
  const files: InputFile[] = [];
  for (const each of paths.sort()) {
    const { size } = await stat(each);
    files.push(await recognise(each, size));
  }
  if (files.length > 0) return files;
  throw new ImportError(
    'not_a_dump',
    `${path} has no Discogs dump in it: no file named like discogs_20260101_releases.xml.gz or releases.xml.`,
    { file: path },
  );
}

async function recognise(path: string, bytes: number): Promise<InputFile> {
  const tag = await readFirstTag(path);
  const found = tag === null ? null : kindOfTag(tag);
  const named = NAME.exec(basename(path))?.[1]?.toLowerCase() ?? found;
  if (found === null) {
    throw new ImportError('not_a_dump', `${path} is not a Discogs dump: ${describeContent(tag)}.`, { file: path });
  }
  if (named !== found) {
    throw new ImportError('not_a_dump', `${path} is named as a dump of ${named}, but holds ${found}.`, { file: path });
  }
  return { path, kind: found, bytes, dumpDate: dumpDateOf(path) };
}

/** Dumps of before mid-2014 have no root: they begin with a record. */
function kindOfTag(tag: string): DumpKindName | null {
  if (isDumpKindName(tag)) return tag;
  return (Object.values(DUMP_KINDS).find((kind) => kind.tag === tag)?.root as DumpKindName | null) ?? null;
}

async function readFirstTag(path: string): Promise<string | null> {
  const { stream } = await openCompressed(path);
  let head = '';
  try {
    for await (const chunk of stream) {
      head += Buffer.from(chunk.subarray(0, HEAD_BYTES)).toString('latin1');
      const tag = firstTag(head);
      if (tag !== null || head.length >= HEAD_BYTES) return tag;
    }
  } catch (error) {
    if (!(error instanceof ImportError) || error.code !== 'truncated' || firstTag(head) === null) throw error;
  }
  return firstTag(head);
}

/** The first element after declaration, comments and byte-order mark; null when something else comes first. */
function firstTag(head: string): string | null {
  const prologue =
    /^(?:\u00ef\u00bb\u00bf)?(?:\s|<\?[\s\S]*?\?>|<!--[\s\S]*?-->|<!DOCTYPE[^>]*>)*/i.exec(head)?.[0] ?? '';
  return /^<([A-Za-z_][\w:.-]*)[\s/>]/.exec(head.slice(prologue.length))?.[1] ?? null;
}

function dumpDateOf(path: string): string | null {
  const [, year, month, day] = /discogs_(\d{4})(\d{2})(\d{2})_/i.exec(basename(path)) ?? [];
  return year === undefined ? null : `${year}-${month}-${day}`;
}
