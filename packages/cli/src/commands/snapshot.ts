import type { Command } from 'commander';
import { registerSnapshotBuild } from './snapshot-build.ts';
import { registerSnapshotStore } from './snapshot-store.ts';

export function registerSnapshot(program: Command): void {
  const snapshot = program.command('snapshot').description('build, list, check and choose reference snapshots');
  registerSnapshotBuild(snapshot);
  registerSnapshotStore(snapshot);
}
