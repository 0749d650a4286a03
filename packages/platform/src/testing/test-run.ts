import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { takeAwayShared } from './embedded-postgres.ts';
import { RUN_FOLDER } from './once-per-run.ts';

/** Before all tests of a run: a folder for what they share. Gives what takes it away after them. */
export function setup(): () => Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'deadwax-test-run-'));
  process.env[RUN_FOLDER] = folder;
  return async () => {
    await takeAwayShared(folder);
    rmSync(folder, { recursive: true, force: true });
  };
}
