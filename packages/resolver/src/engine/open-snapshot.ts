import { join } from 'node:path';
import { IndexFile } from '@deadwax/snapshot/index/index-file';
import { MatchIndex } from '@deadwax/snapshot/index/match-index';
import { readIndexFile } from '@deadwax/snapshot/index/read-index-file';
import { createReference, readUsableManifest, resolveOver } from '../open-resolver.ts';
import type { Resolver } from '../resolver.ts';

/** A snapshot in memory, as threads hand it to each other: nothing of it is copied. */
export interface OpenedSnapshot {
  readonly memory: SharedArrayBuffer;
  readonly path: string;
  /** Names of the sources it was built from. */
  readonly names: readonly string[];
  readonly snapshotId: string;
}

/**
 * Reads and checks a snapshot without keeping the thread from other work. Throws SnapshotError: `not_a_snapshot`, `damaged`,
 * `incompatible`; and the signal's reason.
 */
export async function openSnapshot(directory: string, signal?: AbortSignal): Promise<OpenedSnapshot> {
  const manifest = await readUsableManifest(directory);
  const path = join(directory, manifest.index.file);
  const memory = await readIndexFile(path, manifest.index, signal);
  const opened = { memory, path, names: Object.keys(manifest.sources), snapshotId: manifest.id };
  // What the index lacks is found here, not by the first row.
  readIndex(opened);
  return opened;
}

export function resolveOpened(opened: OpenedSnapshot): Resolver {
  return resolveIndex(readIndex(opened), opened);
}

export function resolveIndex(index: MatchIndex, opened: OpenedSnapshot): Resolver {
  return resolveOver(createReference(index, opened));
}

export function readIndex({ memory, path }: OpenedSnapshot): MatchIndex {
  return new MatchIndex(new IndexFile(memory, path));
}
