import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Takes an embedded database's folder for this process, which the database itself does not do. Throws when another holds it. */
export function lockDirectory(directory: string): () => void {
  const path = join(directory, 'deadwax.lock');
  if (!create(path)) {
    const holder = Number.parseInt(readFileSync(path, 'utf8'), 10);
    if (isAlive(holder)) throw new Error(`the database in ${directory} is in use by process ${holder}`);
    rmSync(path, { force: true });
    if (!create(path)) throw new Error(`the database in ${directory} has just been taken by another process`);
  }
  return () => rmSync(path, { force: true });
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

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
