import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { isProcessAlive } from './process-alive.ts';

export type LockAttempt = { readonly release: () => void } | { readonly holder: number | null };

/**
 * Takes a lock file for this process, also from a holder that has died. Gives the way to release it, or who holds it (null:
 * somebody who has just come).
 */
export function takeLockFile(path: string): LockAttempt {
  const release = () => rmSync(path, { force: true });
  if (create(path)) return { release };
  const holder = readHolder(path);
  if (holder !== null && isProcessAlive(holder)) return { holder };
  release();
  return create(path) ? { release } : { holder: null };
}

function create(path: string): boolean {
  try {
    writeFileSync(path, `${process.pid}\n`, { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function readHolder(path: string): number | null {
  try {
    return Number.parseInt(readFileSync(path, 'utf8'), 10);
  } catch {
    return null;
  }
}
