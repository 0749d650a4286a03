import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { takeAwayShared } from './embedded-postgres.ts';
import { RUN_FOLDER } from './once-per-run.ts';

/** Before all tests of a run: a folder for what they share, and one for their temporary files. Gives what takes both away after them. */
export function setup(): () => Promise<void> {
  const shared = mkdtempSync(join(tmpdir(), 'deadwax-test-run-'));
  const temporary = mkdtempSync(join(tmpdir(), 'deadwax-test-files-'));
  // A database server that root starts runs as another user, and has its folder in here.
  chmodSync(temporary, 0o711);
  process.env[RUN_FOLDER] = shared;
  process.env.TMPDIR = temporary;
  return async () => {
    await takeAwayShared(shared);
    for (const folder of [shared, temporary]) rmSync(folder, { recursive: true, force: true });
  };
}
