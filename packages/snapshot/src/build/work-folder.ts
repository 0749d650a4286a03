import { mkdir, readdir, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { isProcessAlive } from '@deadwax/platform/process-alive';

/** The folder a build works in: beside its target, so that publishing is one rename on one file system. */
export async function createWorkFolder(out: string): Promise<string> {
  await removeAbandonedWorkFolders(out);
  const folder = `${out}.building-${process.pid}`;
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  return folder;
}

/** A killed build cannot clean up after itself: the next one does. */
async function removeAbandonedWorkFolders(out: string): Promise<void> {
  const parent = dirname(out);
  const prefix = `${basename(out)}.building-`;
  await mkdir(parent, { recursive: true });
  for (const name of await readdir(parent)) {
    if (!name.startsWith(prefix)) continue;
    if (!isProcessAlive(Number(name.slice(prefix.length))))
      await rm(join(parent, name), { recursive: true, force: true });
  }
}
