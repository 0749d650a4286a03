import type { AsyncResolver } from '../resolver.ts';
import { openSnapshot, resolveOpened } from './open-snapshot.ts';
import { workInThreads } from './thread-workbench.ts';
import { type ReadableResolver, type Workbench, workBeside, workHere } from './workbench.ts';

export interface WorkbenchOptions {
  /** Threads that resolve; 0 resolves on the calling one. */
  readonly workers: number;
  /** Lays a resolver that asks outside over the one that looks in the snapshot. Default none. */
  readonly wrap?: ((resolver: ReadableResolver) => AsyncResolver) | undefined;
}

/** Opens a snapshot and gets its workers ready. Throws SnapshotError. */
export async function openWorkbench(directory: string, { workers, wrap }: WorkbenchOptions): Promise<Workbench> {
  const opened = await openSnapshot(directory);
  const bench = workers === 0 ? workHere(resolveOpened(opened)) : await workInThreads(opened, workers);
  return wrap === undefined ? bench : workBeside(bench, wrap);
}
