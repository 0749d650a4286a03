import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Names the folder that the test files of one run share. */
export const RUN_FOLDER = 'DEADWAX_TEST_RUN';

const POLL_MS = 25;
const END_MS = 120_000;

interface Made<T> {
  readonly value?: T;
  readonly fault?: string;
}

/**
 * Has the first test file of a run that asks make something; all others of the run, in whatever process, get what it made. Gives
 * null outside of a run: nobody would take it away again.
 */
export async function oncePerRun<T>(name: string, make: (folder: string) => Promise<T>): Promise<T | null> {
  const folder = process.env[RUN_FOLDER];
  if (folder === undefined) return null;
  const path = join(folder, `${name}.json`);
  if (isFirst(join(folder, `${name}.claimed`))) await makeFor(path, () => make(folder));
  return takeMade<T>(path);
}

/** Making a folder is atomic: one process of all succeeds. */
function isFirst(claim: string): boolean {
  try {
    mkdirSync(claim);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

async function makeFor<T>(path: string, make: () => Promise<T>): Promise<void> {
  const made: Made<T> = await make().then(
    (value) => ({ value }),
    (error: unknown) => ({ fault: String(error) }),
  );
  writeFileSync(`${path}.part`, JSON.stringify(made));
  renameSync(`${path}.part`, path);
}

async function takeMade<T>(path: string): Promise<T> {
  const deadline = Date.now() + END_MS;
  while (!existsSync(path)) {
    if (Date.now() > deadline) throw new Error(`${path} is not made`);
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
  const { value, fault } = JSON.parse(readFileSync(path, 'utf8')) as Made<T>;
  if (fault !== undefined) throw new Error(fault);
  return value as T;
}
