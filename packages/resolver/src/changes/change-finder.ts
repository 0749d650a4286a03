import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { normaliserVersion } from '@deadwax/linkage/normalise/version';
import { listChanges } from '@deadwax/snapshot/store/list-changes';
import { type ListedSnapshot, listSnapshots } from '@deadwax/snapshot/store/list-snapshots';
import { UnknownSnapshotError } from '../errors.ts';
import { SnapshotChanges } from './snapshot-changes.ts';

/** Pairs that are kept: rows of a library were answered under few snapshots. */
const MOST_KEPT = 4;

interface Kept {
  readonly folder: string;
  readonly changes: Promise<SnapshotChanges>;
}

/** Compares snapshots of a folder, each pair once. */
export class ChangeFinder {
  readonly #path: string;
  readonly #memoryLimit: string;
  /** By both ids, the one asked for last at the end. */
  readonly #kept = new Map<string, Promise<Kept>>();

  /** `path`: the folder of snapshots. `memoryLimit`: of a comparison. Default `1GB`. */
  constructor(path: string, memoryLimit = '1GB') {
    this.#path = path;
    this.#memoryLimit = memoryLimit;
  }

  /** What changed in the snapshot `id` since another. Throws UnknownSnapshotError. */
  async find(id: string, since: string): Promise<SnapshotChanges> {
    const listed = await listSnapshots(this.#path);
    const [after, before] = [getSnapshot(listed, id), getSnapshot(listed, since)];
    const key = `${since} ${id}`;
    const known = this.#kept.get(key);
    const kept = known ?? this.#compare(join(this.#path, before.name), join(this.#path, after.name));
    this.#kept.delete(key);
    this.#kept.set(key, kept);
    if (known === undefined) void this.#forgetOldest();
    try {
      return await (await kept).changes;
    } catch (error) {
      // Another try may do better.
      if (this.#kept.get(key) === kept) this.#kept.delete(key);
      throw error;
    }
  }

  async close(): Promise<void> {
    const all = [...this.#kept.values()];
    this.#kept.clear();
    await Promise.all(all.map(forget));
  }

  async #compare(before: string, after: string): Promise<Kept> {
    const folder = await mkdtemp(join(tmpdir(), 'deadwax-changes-'));
    const [path, keysPath] = [join(folder, 'changes.ndjson'), join(folder, 'keys.ndjson')];
    const changes = listChanges(before, after, { path, keysPath, memoryLimit: this.#memoryLimit }).then(() =>
      SnapshotChanges.read(path, keysPath),
    );
    changes.catch(() => rm(folder, { recursive: true, force: true }));
    return { folder, changes };
  }

  async #forgetOldest(): Promise<void> {
    const [oldest] = this.#kept;
    if (this.#kept.size <= MOST_KEPT || oldest === undefined) return;
    this.#kept.delete(oldest[0]);
    await forget(oldest[1]);
  }
}

async function forget(kept: Promise<Kept>): Promise<void> {
  const { folder, changes } = await kept;
  await changes.catch(() => undefined);
  await rm(folder, { recursive: true, force: true });
}

function getSnapshot(listed: readonly ListedSnapshot[], id: string): ListedSnapshot {
  const snapshot = listed.find(({ manifest }) => manifest.id === id);
  if (snapshot === undefined) throw new UnknownSnapshotError(`The snapshot ${JSON.stringify(id)} is not kept here.`);
  if (snapshot.manifest.normaliser_version !== normaliserVersion)
    throw new UnknownSnapshotError(`The snapshot ${JSON.stringify(id)} was built by another normaliser.`);
  return snapshot;
}
