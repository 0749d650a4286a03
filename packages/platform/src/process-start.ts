import { readFileSync } from 'node:fs';

/**
 * When a process started, in the kernel's ticks since boot: with the id it names one process, where the id alone is given out
 * again. Null where the kernel does not tell.
 */
export function findProcessStart(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The second field is the program's name in brackets, and may hold anything, brackets and spaces too.
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
  } catch {
    return null;
  }
}
