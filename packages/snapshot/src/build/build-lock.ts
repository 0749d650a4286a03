import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { takeLockFile } from '@deadwax/platform/lock-file';
import { SnapshotError } from '../errors.ts';

/** Holds `<out>.lock` until the returned function is called: two builds of one snapshot never run at once. Throws `locked`. */
export function lockBuild(out: string): () => void {
  const attempt = tryLock(out);
  if ('release' in attempt) return attempt.release;
  throw new SnapshotError('locked', `another build of ${out} is running (process ${attempt.holder ?? 'just started'})`);
}

function tryLock(out: string): ReturnType<typeof takeLockFile> {
  try {
    mkdirSync(dirname(out), { recursive: true });
    return takeLockFile(`${out}.lock`);
  } catch (cause) {
    throw new SnapshotError('unwritable', `cannot write beside ${out}: ${(cause as Error).message}`, { cause });
  }
}
