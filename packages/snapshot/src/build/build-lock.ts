import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { SnapshotError } from '../errors.ts';
import { isProcessAlive } from './process-alive.ts';

/** Holds `<out>.lock` until the returned function is called: two builds of one snapshot never run at once. Throws `locked`. */
export function lockBuild(out: string): () => void {
  const path = `${out}.lock`;
  mkdirSync(dirname(out), { recursive: true });
  if (!tryCreate(path)) {
    const holder = readHolder(path);
    if (holder !== null && isProcessAlive(holder)) {
      throw new SnapshotError('locked', `another build of ${out} is running (process ${holder})`);
    }
    rmSync(path, { force: true });
    if (!tryCreate(path)) throw new SnapshotError('locked', `another build of ${out} has just started`);
  }
  return () => rmSync(path, { force: true });
}

function tryCreate(path: string): boolean {
  try {
    writeFileSync(path, `${process.pid}\n`, { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw new SnapshotError('unwritable', `cannot write beside ${path}: ${(error as Error).message}`, { cause: error });
  }
}

function readHolder(path: string): number | null {
  try {
    return Number.parseInt(readFileSync(path, 'utf8'), 10);
  } catch {
    return null;
  }
}
