import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { SnapshotError } from '../errors.ts';

/** A folder of snapshots names its current one in this file. */
export const currentFile = 'current';

/** Name of the current snapshot of a folder, or null. */
export async function readCurrent(folder: string): Promise<string | null> {
  const text = await readFile(join(folder, currentFile), 'utf8').catch(() => null);
  return text?.trim() || null;
}

/** The snapshot a path means: itself, or the current one of a folder of snapshots. Throws `not_a_snapshot`. */
export async function findSnapshot(path: string): Promise<string> {
  if (await stat(join(path, 'manifest.json')).catch(() => null)) return path;
  const current = await readCurrent(path);
  if (current !== null) return join(path, current);
  throw new SnapshotError('not_a_snapshot', `${path} holds no snapshot and names no current one`);
}
