import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { describeFile } from '../build/checked-file.ts';
import { type FileEntry, filesOf, readManifest } from '../manifest.ts';

export interface FileFault {
  readonly file: string;
  readonly reason: string;
}

/** Compares every file with its size and SHA-256 in the manifest. */
export async function verifySnapshot(folder: string): Promise<{ files: number; faults: FileFault[] }> {
  const manifest = await readManifest(folder);
  const tables = [
    ...Object.values(manifest.sources).flatMap(({ tables }) => Object.values(tables).flatMap(filesOf)),
    ...Object.values(manifest.authority),
  ];
  const faults: FileFault[] = [];
  const entries = [...tables, manifest.index];
  for (const entry of entries) {
    const reason = await findFault(join(folder, entry.file), entry);
    if (reason) faults.push({ file: entry.file, reason });
  }
  return { files: entries.length, faults };
}

async function findFault(path: string, expected: FileEntry): Promise<string | null> {
  const found = await stat(path).catch(() => null);
  if (!found) return 'missing';
  if (found.size !== expected.bytes) return `${found.size} bytes instead of ${expected.bytes}`;
  return (await describeFile(path)).sha256 === expected.sha256 ? null : 'content differs from its checksum';
}
