import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const main = fileURLToPath(new URL('../src/main.ts', import.meta.url));
const shop = 'id,kind,artist,title\na1,artist,Nirvana,\nr1,release,Nirvana,Bleach\n';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'deadwax-build-'));
  writeFileSync(join(folder, 'shop.csv'), shop);
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

function build(...args: string[]) {
  const command = [main, 'snapshot', 'build', '--out', 'built', '--authority', 'shop=shop.csv', '--quiet', ...args];
  const { status, stderr } = spawnSync(process.execPath, command, { cwd: folder, encoding: 'utf8' });
  return { status, stderr, left: readdirSync(folder).toSorted() };
}

describe('deadwax snapshot build --memory', () => {
  it.each(['abc', '0', '0GB', '-1', '2', '2 GB of it'])('refuses %s, which is no size', (size) => {
    const { status, stderr, left } = build(`--memory=${size}`);
    expect({ status, left }).toEqual({ status: 2, left: ['shop.csv'] });
    expect(stderr).toContain(`--memory takes a size, as 2GB or 512MiB, not ${size}`);
  });

  it.each(['256MB', '0.5GiB', '300 mb'])('takes %s', (size) => {
    expect(build(`--memory=${size}`)).toEqual({ status: 0, stderr: '', left: ['built', 'shop.csv'] });
  });

  it('says of too little what would help, and leaves nothing', () => {
    const { status, stderr, left } = build('--memory=20MB');
    expect({ status, left }).toEqual({ status: 3, left: ['shop.csv'] });
    expect(stderr).toMatch(/needs more memory than the 20MB .*--memory allows more/s);
    expect(stderr).not.toContain('SET ');
  });
});
