import type { SnapshotChanges } from '../changes/snapshot-changes.ts';
import { UnknownSnapshotError } from '../errors.ts';
import type { AppDependencies } from './dependencies.ts';

/** Uses what changed from one snapshot to another. Throws UnknownSnapshotError and ChangesNotReadyError. */
export function findChanges<T>(
  { changes }: AppDependencies,
  { snapshot, since }: { readonly snapshot: string; readonly since: string },
  use: (changes: SnapshotChanges) => T | Promise<T>,
): Promise<T> {
  if (changes === undefined) throw new UnknownSnapshotError('No snapshot but the one that serves is kept here.');
  return changes.find(snapshot, since, use);
}
