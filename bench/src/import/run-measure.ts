import { execFile, execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Extraction, ReaderName } from './readers.ts';

export interface Measurement extends Extraction {
  readonly seconds: number;
  readonly megabytesPerSecond: number;
  readonly peakMegabytes: number;
}

/** Number of the core to pin to, or null where `taskset` cannot. */
export function findPinnableCore(): string | null {
  try {
    const allowed = /Cpus_allowed_list:\s*(\S+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1];
    const core = allowed?.split(/[,-]/).at(-1) ?? '0';
    execFileSync('taskset', ['-c', core, 'true'], { stdio: 'ignore' });
    return core;
  } catch {
    return null;
  }
}

/** Reads the file in a process of its own, so that its memory and its compiled code are its own. */
export async function runMeasure(reader: ReaderName, path: string, core: string | null): Promise<Measurement> {
  const script = fileURLToPath(new URL('./measure.ts', import.meta.url));
  const command = [process.execPath, script, reader, path];
  const [program, ...args] = core === null ? command : ['taskset', '-c', core, ...command];
  const { stdout } = await promisify(execFile)(program!, args);
  return JSON.parse(stdout) as Measurement;
}
