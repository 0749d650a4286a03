import { stat } from 'node:fs/promises';
import { sha256File } from '@deadwax/sources/files/sha256-file';
import type { FileEntry } from '../manifest.ts';

/** Size and SHA-256 of a finished file. */
export async function describeFile(path: string): Promise<FileEntry> {
  return { bytes: (await stat(path)).size, sha256: await sha256File(path) };
}
