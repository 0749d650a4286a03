import { setTimeout as sleep } from 'node:timers/promises';
import type { SnapshotChanges } from '../changes/snapshot-changes.ts';
import { ChangesNotReadyError, UnknownSnapshotError } from '../errors.ts';
import type { AppDependencies } from './dependencies.ts';

/** Shorter than any caller's patience. */
const LONGEST_WAIT_MS = 10_000;

/** Waits for a comparison, though not to its end where that is far. Throws UnknownSnapshotError and ChangesNotReadyError. */
export async function findChanges(
  { changes: finder }: AppDependencies,
  id: string,
  since: string,
): Promise<SnapshotChanges> {
  if (finder === undefined) throw new UnknownSnapshotError('No snapshot but the one that serves is kept here.');
  const ended = new AbortController();
  const late = sleep(LONGEST_WAIT_MS, null, { signal: ended.signal, ref: false }).catch(() => null);
  const finding = finder.find(id, since);
  // Its fault is met by whoever asks next.
  finding.catch(() => undefined);
  const changes = await Promise.race([finding, late]).finally(() => ended.abort());
  if (changes === null) throw new ChangesNotReadyError();
  return changes;
}
