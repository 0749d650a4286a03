import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { normaliserVersion } from '@deadwax/linkage/normalise/version';
import type { Manifest } from '@deadwax/snapshot/manifest';
import { listChanges } from '@deadwax/snapshot/store/list-changes';
import { type ListedSnapshot, listSnapshots } from '@deadwax/snapshot/store/list-snapshots';
import { allEntitySources } from '@deadwax/sources/registry';
import { ChangesNotReadyError, UnknownSnapshotError } from '../errors.ts';
import { sourcesOf } from '../open-resolver.ts';
import { SnapshotChanges } from './snapshot-changes.ts';

/** Comparisons that are kept: rows of a library were answered under few snapshots. */
const MOST_KEPT = 4;
/** Shorter than any caller's patience. */
const LONGEST_WAIT_MS = 10_000;
/** A fault that nobody has asked after is told to the next who does, within this. */
const FAULT_KEPT_MS = 60_000;
/** A statement that does not end when it is interrupted is left to end with the process. */
const LONGEST_END_MS = 1000;

export interface ChangeFinderOptions {
  /** Told of every comparison that failed, and of files that could not be removed. */
  readonly onFault: (error: unknown) => void;
  /** DuckDB's memory limit for a comparison. Default `1GB`. */
  readonly memoryLimit?: string;
  /** How long one who asks waits for a comparison, in milliseconds. Default 10 s. */
  readonly longestWaitMs?: number;
  /** Where the files of comparisons are kept. Default the system's folder for such. */
  readonly tempRoot?: string;
}

interface Comparison {
  readonly changes: Promise<SnapshotChanges>;
  /** Null until it begins. */
  folder: string | null;
  state: 'going' | 'done' | 'failed';
  /** How many wait for it, or read its files. */
  users: number;
}

/** Compares snapshots of a folder, each pair once, one pair at a time. */
export class ChangeFinder {
  readonly #path: string;
  readonly #options: ChangeFinderOptions;
  /** By both ids, the one asked for last at the end. */
  readonly #kept = new Map<string, Comparison>();
  readonly #closing = new AbortController();
  #last: Promise<unknown> = Promise.resolve();

  /** `path`: the folder of snapshots. */
  constructor(path: string, options: ChangeFinderOptions) {
    this.#path = path;
    this.#options = options;
  }

  /**
   * Uses what changed in the snapshot `id` since another; its files stay meanwhile. Throws UnknownSnapshotError, and
   * ChangesNotReadyError where the comparison takes longer than one waits.
   */
  async find<T>(id: string, since: string, use: (changes: SnapshotChanges) => T | Promise<T>): Promise<T> {
    const listed = await listSnapshots(this.#path);
    const [after, before] = [getSnapshot(listed, id), getSnapshot(listed, since)];
    if (this.#closing.signal.aborted) throw new ChangesNotReadyError();
    const key = `${since} ${id}`;
    const comparison = this.#kept.get(key) ?? this.#start(key, before, after);
    this.#kept.delete(key);
    this.#kept.set(key, comparison);
    comparison.users += 1;
    try {
      return await use(await this.#wait(key, comparison));
    } finally {
      comparison.users -= 1;
      this.#forgetOldest();
    }
  }

  /** Breaks off what is going on and removes all files. Never rejects. */
  async close(): Promise<void> {
    this.#closing.abort();
    await Promise.race([this.#last, sleep(LONGEST_END_MS, null, { ref: false })]);
    const all = [...this.#kept.values()];
    this.#kept.clear();
    await Promise.all(all.map((each) => this.#remove(each)));
  }

  async #wait(key: string, comparison: Comparison): Promise<SnapshotChanges> {
    const ended = new AbortController();
    const { longestWaitMs = LONGEST_WAIT_MS } = this.#options;
    const late = sleep(longestWaitMs, null, { signal: ended.signal, ref: false }).catch(() => null);
    try {
      const changes = await Promise.race([comparison.changes, late]);
      if (changes === null) throw new ChangesNotReadyError();
      return changes;
    } catch (error) {
      if (this.#closing.signal.aborted) throw new ChangesNotReadyError();
      // Told once; another try may do better.
      if (comparison.state === 'failed') this.#drop(key, comparison);
      throw error;
    } finally {
      ended.abort();
    }
  }

  #start(key: string, before: ListedSnapshot, after: ListedSnapshot): Comparison {
    const turn = this.#last;
    const comparison: Comparison = {
      changes: turn.then(() => this.#compare(comparison, before, after)),
      ...{ folder: null, state: 'going', users: 0 },
    };
    this.#last = comparison.changes.then(
      () => {
        comparison.state = 'done';
      },
      async (error: unknown) => {
        comparison.state = 'failed';
        if (!this.#closing.signal.aborted) {
          this.#options.onFault(error);
          setTimeout(() => this.#drop(key, comparison), FAULT_KEPT_MS).unref();
        }
        await this.#remove(comparison);
      },
    );
    return comparison;
  }

  async #compare(comparison: Comparison, before: ListedSnapshot, after: ListedSnapshot): Promise<SnapshotChanges> {
    const { signal } = this.#closing;
    signal.throwIfAborted();
    const { tempRoot = tmpdir(), memoryLimit = '1GB' } = this.#options;
    const folder = await mkdtemp(join(tempRoot, 'deadwax-changes-'));
    comparison.folder = folder;
    const [path, keysPath] = [join(folder, 'changes.ndjson'), join(folder, 'keys.ndjson')];
    const paths = [before, after].map(({ name }) => join(this.#path, name)) as [string, string];
    await listChanges(...paths, { path, keysPath, memoryLimit, tempRoot: folder, signal });
    const albumSources = albumSourcesOf([before.manifest, after.manifest]);
    const changes = await SnapshotChanges.read(path, keysPath, { albumSources, signal });
    await rm(keysPath);
    return changes;
  }

  #drop(key: string, comparison: Comparison): void {
    if (this.#kept.get(key) === comparison) this.#kept.delete(key);
  }

  #forgetOldest(): void {
    for (const [key, comparison] of this.#kept) {
      if (this.#kept.size <= MOST_KEPT) return;
      if (comparison.state !== 'done' || comparison.users > 0) continue;
      this.#kept.delete(key);
      void this.#remove(comparison);
    }
  }

  /** Never rejects. */
  async #remove({ folder }: Comparison): Promise<void> {
    if (folder === null) return;
    await rm(folder, { recursive: true, force: true, maxRetries: 3 }).catch(this.#options.onFault);
  }
}

/** Sources whose entities are albums in any grain. */
function albumSourcesOf(manifests: readonly Manifest[]): ReadonlySet<string> {
  const names = new Set(manifests.flatMap(({ sources }) => Object.keys(sources)));
  const entities = allEntitySources(sourcesOf([...names]));
  return new Set(entities.flatMap(({ name, grain }) => (grain === 'artist' ? [] : [name])));
}

function getSnapshot(listed: readonly ListedSnapshot[], id: string): ListedSnapshot {
  const snapshot = listed.find(({ manifest }) => manifest.id === id);
  if (snapshot === undefined) throw new UnknownSnapshotError(`The snapshot ${JSON.stringify(id)} is not kept here.`);
  if (snapshot.manifest.normaliser_version !== normaliserVersion)
    throw new UnknownSnapshotError(`The snapshot ${JSON.stringify(id)} was built by another normaliser.`);
  return snapshot;
}
