import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A contract as one document, references between files resolved. */
export async function bundle(root: string, source: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'deadwax-contract-'));
  const path = join(folder, 'openapi.json');
  const redocly = [join(root, 'node_modules/@redocly/cli/bin/cli.js'), 'bundle', source];
  const env = { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' };
  try {
    await run(process.execPath, [...redocly, '--config', 'contract/redocly.yaml', '--output', path], {
      cwd: root,
      env,
    });
    return `${JSON.stringify(JSON.parse(readFileSync(path, 'utf8')), null, 2)}\n`;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
