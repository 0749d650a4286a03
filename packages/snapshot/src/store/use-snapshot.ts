import { rename, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { type Manifest, readManifest } from '../manifest.ts';
import { currentFile } from './current.ts';

/** Makes a snapshot the current one of the folder it stands in, by one rename. */
export async function useSnapshot(folder: string): Promise<Manifest> {
  const manifest = await readManifest(folder);
  const path = join(dirname(folder), currentFile);
  await writeFile(`${path}.new`, `${basename(folder)}\n`);
  await rename(`${path}.new`, path);
  return manifest;
}
