import { readdir, readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { ImportError } from '../errors.ts';
import { sha256File } from '../files/sha256-file.ts';

const CHECKSUM_FILE = /^discogs_\d{8}_CHECKSUM\.txt$/i;

/** The SHA-256 that a checksum file in the same folder gives for this file, or null. */
async function findPublishedSha256(path: string): Promise<{ sha256: string; listedIn: string } | null> {
  const names = await readdir(dirname(path)).catch(() => [] as string[]);
  for (const name of names.filter((each) => CHECKSUM_FILE.test(each)).sort()) {
    const listedIn = join(dirname(path), name);
    for (const line of (await readFile(listedIn, 'utf8')).split('\n')) {
      const [, sha256, listed] = /^\s*([0-9a-f]{64})\s+\*?(.+?)\s*$/i.exec(line) ?? [];
      if (sha256 !== undefined && listed === basename(path)) return { sha256: sha256.toLowerCase(), listedIn };
    }
  }
  return null;
}

/** Throws ImportError `checksum_mismatch` when the file is not the one that was published. */
export async function verifyChecksum(path: string, signal?: AbortSignal): Promise<void> {
  const published = await findPublishedSha256(path);
  if (published === null) return;
  const found = await sha256File(path, { signal });
  if (found === published.sha256) return;
  throw new ImportError(
    'checksum_mismatch',
    `${path} is not what was published: its SHA-256 is ${found}, ${basename(published.listedIn)} says ${published.sha256}. Fetch it again.`,
    { file: path },
  );
}
