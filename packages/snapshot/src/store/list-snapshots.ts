import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type Manifest, readManifest } from '../manifest.ts';
import { readCurrent } from './current.ts';

export interface ListedSnapshot {
  readonly name: string;
  readonly manifest: Manifest;
  readonly current: boolean;
}

/** The snapshots directly under a folder, by name. Folders that are none are passed over. */
export async function listSnapshots(folder: string): Promise<ListedSnapshot[]> {
  const current = await readCurrent(folder);
  const listed: ListedSnapshot[] = [];
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  for (const { name } of entries
    .filter((entry) => entry.isDirectory())
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    const manifest = await readManifest(join(folder, name)).catch(() => null);
    if (manifest) listed.push({ name, manifest, current: name === current });
  }
  return listed;
}
