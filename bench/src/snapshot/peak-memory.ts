import { readdirSync, readFileSync } from 'node:fs';

export interface MemoryWatch {
  /** Ends the watch; the largest sum of resident memory seen, in megabytes. */
  stop(): number;
}

function residentBytes(pid: string): number {
  try {
    return Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) * 1024;
  } catch {
    return 0;
  }
}

function parentOf(pid: string): string {
  try {
    return /^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? '';
  } catch {
    return '';
  }
}

/** Processes that descend from this one, itself included. */
function treeOf(root: string): string[] {
  const parents = new Map(
    readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map((pid) => [pid, parentOf(pid)]),
  );
  const tree = [root];
  for (const member of tree) for (const [pid, parent] of parents) if (parent === member) tree.push(pid);
  return tree;
}

/** Watches the resident memory of a process and all it starts, five times a second. */
export function watchMemory(pid: number): MemoryWatch {
  let peak = 0;
  const look = () => {
    const now = treeOf(String(pid)).reduce((sum, member) => sum + residentBytes(member), 0);
    peak = Math.max(peak, now);
  };
  const timer = setInterval(look, 200);
  return {
    stop: () => {
      clearInterval(timer);
      return peak / 1e6;
    },
  };
}
