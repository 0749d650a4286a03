import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';

/** Has the tests of a file put temporary files where no other file's do. Gives what lists those of exports. */
export function useOwnTemporaryFolder(): () => string[] {
  const before = process.env.TMPDIR;
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'deadwax-test-exports-'));
    process.env.TMPDIR = folder;
  });
  afterAll(() => {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
    rmSync(folder, { recursive: true, force: true });
  });
  return () => readdirSync(folder).filter((name) => name.startsWith('deadwax-export-'));
}
