import { copyFile, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { normaliserVersion } from '@deadwax/linkage/normalise/version';
import type { Progress } from '@deadwax/platform/progress';
import { allEntitySources } from '@deadwax/sources/registry';
import { SnapshotError } from '../errors.ts';
import { buildIndex } from '../index/build-index.ts';
import { type Manifest, schemaVersion } from '../manifest.ts';
import { type AuthorityWriting, startAuthorityTables } from './authority-tables.ts';
import { lockBuild } from './build-lock.ts';
import { describeFile } from './checked-file.ts';
import { defaultMemoryLimit, openWorkbench, type Workbench } from './duckdb.ts';
import type { SourceInput } from './load-source.ts';
import { loadSources } from './load-sources.ts';
import { createWorkFolder } from './work-folder.ts';
import { writeManifest } from './write-manifest.ts';

export interface BuildOptions {
  /** The folder the snapshot will be. */
  readonly out: string;
  readonly inputs: readonly SourceInput[];
  readonly allowTruncated: boolean;
  /** Largest share of a file's records that may be quarantined. Default 0.001. */
  readonly maxBadShare?: number;
  /** Replace a snapshot that stands at `out`. Default refuses. */
  readonly replace?: boolean;
  /** An older snapshot: sources whose dump files are the same to the byte are taken over from it, not read again. */
  readonly reuse?: string;
  /**
   * Threads that read one file, beside the one that unpacks it: with any number the snapshot is the same. Default none for small
   * files; the large ones that are read at once share the cores.
   */
  readonly scanThreads?: number;
  /** DuckDB's memory limit, as `2GB` or `512MiB`. Default `1GB`. */
  readonly memoryLimit?: string;
  readonly signal: AbortSignal;
  readonly progress: Progress;
}

/**
 * Builds a snapshot beside its place and publishes it by one rename. Whatever goes wrong, nothing half-built remains; the
 * quarantine of a refused import is kept at `<out>.quarantine`.
 */
export async function buildSnapshot(options: BuildOptions): Promise<Manifest> {
  if (options.inputs.length === 0)
    throw new SnapshotError('no_sources', 'nothing to build from: name at least one dump');
  const release = lockBuild(options.out);
  try {
    await refuseExisting(options);
    const folder = await createWorkFolder(options.out);
    try {
      const manifest = await buildInto(folder, options);
      await publish(folder, options);
      return manifest;
    } catch (error) {
      await keepQuarantine(folder, options.out);
      throw explain(error, options);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  } finally {
    release();
  }
}

async function refuseExisting({ out, replace }: BuildOptions): Promise<void> {
  const existing = await readdir(out).catch(() => null);
  if (existing === null || existing.length === 0) return;
  if (!existing.includes('manifest.json'))
    throw new SnapshotError('unwritable', `${out} exists and is not a snapshot: choose another folder`);
  if (!replace)
    throw new SnapshotError(
      'already_published',
      `${out} already holds a snapshot, and snapshots are never changed: choose another folder, or pass --replace`,
    );
}

async function buildInto(folder: string, options: BuildOptions): Promise<Manifest> {
  const spill = join(folder, 'spill');
  await mkdir(spill);
  const workbench = await openWorkbench({
    folder: spill,
    ...(options.memoryLimit ? { memoryLimit: options.memoryLimit } : {}),
  });
  try {
    await workbench.useThreads(1);
    const sources = await loadSources(options.inputs, {
      workbench,
      folder,
      signal: options.signal,
      allowTruncated: options.allowTruncated,
      maxBadShare: options.maxBadShare ?? 0.001,
      progress: options.progress,
      scanThreads: options.scanThreads,
      ...(options.reuse === undefined ? {} : { reuse: options.reuse }),
    });
    const { authority, index } = await writeUniformPart(folder, workbench, options);
    await rm(join(folder, 'staging'), { recursive: true, force: true });
    return await writeManifest(folder, {
      schema_version: schemaVersion,
      normaliser_version: normaliserVersion,
      sources,
      authority,
      index,
    });
  } finally {
    workbench.close();
    await rm(spill, { recursive: true, force: true });
  }
}

/** Authority tables, and the index from those that are there: what either waits for, the other uses. */
async function writeUniformPart(
  folder: string,
  workbench: Workbench,
  options: BuildOptions,
): Promise<Pick<Manifest, 'authority' | 'index'>> {
  const stop = new AbortController();
  const writing = await startAuthorityTables(
    options.inputs.map(({ source }) => source),
    { workbench, folder, signal: AbortSignal.any([options.signal, stop.signal]), progress: options.progress },
  );
  try {
    const index = await writeIndex(folder, { workbench, writing }, options);
    return { authority: await writing.entries, index };
  } finally {
    stop.abort();
    await Promise.allSettled([writing.entries]);
  }
}

async function writeIndex(
  folder: string,
  { workbench, writing }: { workbench: Workbench; writing: AuthorityWriting },
  options: BuildOptions,
): Promise<Manifest['index']> {
  let isAlone = false;
  const alone = writing.entries.then(() => {
    isAlone = true;
  });
  alone.catch(() => undefined);
  const step = options.progress.start({ name: 'match index', unit: 'rows', total: 5 });
  const path = join(folder, 'match.index');
  const { leftOutLinks, ...counts } = await buildIndex(workbench, {
    path,
    entities: allEntitySources(options.inputs.map(({ source }) => source)),
    normaliserVersion,
    signal: options.signal,
    onStep: step.update,
    ready: async (names) => {
      await writing.ready(names);
      if (isAlone) await workbench.useThreads(2);
    },
  });
  step.finish({ ...counts });
  return { file: 'match.index', ...counts, left_out_links: { ...leftOutLinks }, ...(await describeFile(path)) };
}

/** Everything is on disk before the name is: after a power cut there is the whole snapshot or none. */
async function publish(folder: string, { out, signal, replace }: BuildOptions): Promise<void> {
  await syncFolder(folder);
  signal.throwIfAborted();
  const old = `${out}.replaced-${process.pid}`;
  if (replace && (await stat(out).catch(() => null))) await rename(out, old);
  else await rm(out, { recursive: true, force: true });
  await rename(folder, out);
  await syncPath(dirname(out));
  await rm(old, { recursive: true, force: true });
  await rm(`${out}.quarantine`, { recursive: true, force: true });
}

async function syncFolder(folder: string): Promise<void> {
  for (const entry of await readdir(folder, { withFileTypes: true, recursive: true }))
    await syncPath(join(entry.parentPath, entry.name));
  await syncPath(folder);
}

async function syncPath(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function keepQuarantine(folder: string, out: string): Promise<void> {
  const from = join(folder, 'quarantine');
  const names = await readdir(from).catch(() => []);
  if (names.length === 0) return;
  const to = `${out}.quarantine`;
  await rm(to, { recursive: true, force: true });
  await mkdir(to, { recursive: true });
  for (const name of names) await copyFile(join(from, name), join(to, name));
}

function explain(error: unknown, options: BuildOptions): unknown {
  if (options.signal.aborted)
    return new SnapshotError('aborted', 'interrupted: nothing was published', { cause: error });
  const { code, message } = error as NodeJS.ErrnoException;
  const full = code === 'ENOSPC' || /No space left on device|out of disk space/i.test(message ?? '');
  if (full)
    return new SnapshotError('no_space', `the disk that holds ${options.out} is full: nothing was published`, {
      cause: error,
    });
  if (/^Out of Memory Error/.test(message ?? ''))
    return new SnapshotError(
      'no_memory',
      `the build needs more memory than the ${options.memoryLimit ?? defaultMemoryLimit} that DuckDB may use: nothing was published`,
      { cause: error },
    );
  if (code === 'EACCES' || code === 'EROFS')
    return new SnapshotError('unwritable', `cannot write beside ${options.out}: ${message}`, { cause: error });
  return error;
}
