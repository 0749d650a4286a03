import { randomUUID } from 'node:crypto';
import { linkSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { isProcessAlive } from './process-alive.ts';
import { findProcessStart } from './process-start.ts';

export type LockAttempt = { readonly release: () => void } | { readonly holder: number | null };

/** As a lock file names its holder; without a start where the kernel does not tell. */
interface Holder {
  readonly pid: number;
  readonly start: string | null;
}

/** A lock without a name is being written; one that stays so was left by a crash. */
const UNWRITTEN_MS = 10_000;

/**
 * Takes a lock file for this process, also from a holder that has died. Gives the way to release it, or who holds it (null:
 * somebody who has just come).
 */
export function takeLockFile(path: string): LockAttempt {
  const mine = create(path);
  if (mine) return mine;
  if (!isAbandoned(path)) return { holder: findHolder(path) };
  // Only one may clear it away: a second would clear away the first one's new lock.
  const clearing = create(`${path}.takeover`);
  if (!clearing) {
    if (isAbandoned(`${path}.takeover`)) rmSync(`${path}.takeover`, { force: true });
    return { holder: null };
  }
  try {
    if (isAbandoned(path)) rmSync(path, { force: true });
    return create(path) ?? { holder: findHolder(path) };
  } finally {
    clearing.release();
  }
}

/** Makes the file with the holder in it, in one step: nobody ever reads it empty. Null when it is there already. */
function create(path: string): { release: () => void } | null {
  const text = `${[process.pid, findProcessStart(process.pid) ?? []].flat().join(' ')}\n`;
  const draft = `${path}.${randomUUID()}`;
  writeFileSync(draft, text, { flag: 'wx' });
  try {
    if (!publish(draft, path, text)) return null;
  } finally {
    rmSync(draft, { force: true });
  }
  return {
    release: () => {
      if (readText(path) === text) rmSync(path, { force: true });
    },
  };
}

function publish(draft: string, path: string, text: string): boolean {
  try {
    linkSync(draft, path);
    return true;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') return false;
    if (code !== 'EPERM' && code !== 'ENOTSUP' && code !== 'ENOSYS') throw error;
  }
  return writeWithoutLinks(path, text);
}

/** For file systems that know no hard links. */
function writeWithoutLinks(path: string, text: string): boolean {
  try {
    writeFileSync(path, text, { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function isAbandoned(path: string): boolean {
  const text = readText(path);
  const writtenAt = statSync(path, { throwIfNoEntry: false })?.mtimeMs;
  if (text === null || writtenAt === undefined) return false;
  const holder = parseHolder(text);
  if (holder === null) return Date.now() - writtenAt > UNWRITTEN_MS;
  if (!isProcessAlive(holder.pid)) return true;
  const start = findProcessStart(holder.pid);
  if (holder.start !== null && start !== null) return holder.start !== start;
  // Where starts are not told: a lock older than this process was not written by it.
  return holder.pid === process.pid && writtenAt < Date.now() - process.uptime() * 1000;
}

function findHolder(path: string): number | null {
  return parseHolder(readText(path) ?? '')?.pid ?? null;
}

function parseHolder(text: string): Holder | null {
  const [, pid, start] = /^(\d+)(?: (\d+))?\n/.exec(text) ?? [];
  return pid === undefined ? null : { pid: Number(pid), start: start ?? null };
}

function readText(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}
