import { readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { ImportError } from '../errors.ts';
import { unreadable } from '../files/file-chunks.ts';
import { openCompressed } from '../files/open-compressed.ts';
import type { InputFile } from '../source.ts';

/** `latest-all.json.gz`, `wikidata-20260812-all.json.bz2`, `entities.jsonl`. */
const NAME = /\.(json|jsonl|ndjson)(\.(gz|bz2|xz))?$/i;
const HEAD_BYTES = 262_144;

/** What every entity says near its beginning, in this form or that. */
const ENTITY = /"type"\s*:\s*"(?:item|property|lexeme|mediainfo)"|"id"\s*:\s*"[QPLM][1-9]\d*"/;

/** Dump files under a path, in the order of their paths. Other JSON in a folder is none of ours; a named file must be a dump. */
export async function discoverDumps(path: string): Promise<InputFile[]> {
  const stats = await stat(path).catch((cause: unknown) => {
    throw unreadable(path, cause);
  });
  if (!stats.isDirectory()) {
    if (await looksLikeDump(path)) return [toInput(path, stats.size)];
    throw new ImportError('not_a_dump', `${path} is not a Wikidata dump: no entity stands at its beginning.`, {
      file: path,
    });
  }
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => NAME.test(entry.name)).map((entry) => join(entry.parentPath, entry.name));
  const files: InputFile[] = [];
  for (const each of paths.sort()) {
    const found = await stat(each);
    if (found.isFile() && (await looksLikeDump(each))) files.push(toInput(each, found.size));
  }
  if (files.length > 0) return files;
  throw new ImportError(
    'not_a_dump',
    `${path} has no Wikidata dump in it: no file named like latest-all.json.gz, .json.bz2 or .jsonl that holds entities.`,
    { file: path },
  );
}

function toInput(path: string, bytes: number): InputFile {
  return { path, kind: 'entities', bytes, dumpDate: dumpDateOfPath(path) };
}

async function looksLikeDump(path: string): Promise<boolean> {
  const { stream } = await openCompressed(path);
  let head = '';
  try {
    for await (const chunk of stream) {
      head += Buffer.from(chunk.subarray(0, HEAD_BYTES)).toString('latin1');
      if (isEntityHead(head) || head.length >= HEAD_BYTES) break;
    }
  } catch (error) {
    if (!(error instanceof ImportError) || error.code !== 'truncated') throw error;
  }
  return isEntityHead(head);
}

/** An entity stands on one line: JSON laid out over several is something else. */
function isEntityHead(head: string): boolean {
  const line = /^(?:\u00ef\u00bb\u00bf)?\s*(?:\[\s*)?(\{.*)/.exec(head)?.[1];
  return line !== undefined && ENTITY.test(line);
}

/** `wikidata-20260812-all.json.gz`, `captured-2026-08-12.jsonl`, `20260812/all.json.bz2`. */
export function dumpDateOfPath(path: string): string | null {
  const [folder = '', name = ''] = path.split(/[/\\]/).slice(-2);
  for (const part of path.includes('/') ? [name, folder] : [basename(path)]) {
    const match = /(?:^|\D)(20\d\d)(-?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?:\D|$)/.exec(part);
    if (match !== null) return `${match[1]}-${match[3]}-${match[4]}`;
  }
  return null;
}
