import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const source = fileURLToPath(new URL('../../src/', import.meta.url));
const program = `${source}entry/run-bench.ts`;
const names = readdirSync(source).flatMap((file) => (file.endsWith('.ts') ? [file.slice(0, -'.ts'.length)] : []));

function run(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], { encoding: 'utf8' });
  return { status, stdout, stderr };
}

describe.each(names)('script/bench %s', (name) => {
  it('says what it takes', () => {
    const { status, stdout } = run(name, '--help');
    expect(status).toBe(0);
    expect(stdout).toMatch(new RegExp(`^usage: script/bench ${name}`, 'i'));
  });

  it('refuses what it does not take, with what it does', () => {
    const { status, stderr } = run(name, '--no-such-option');
    expect(status).toBe(2);
    expect(stderr).toContain('--no-such-option');
    expect(stderr).toMatch(new RegExp(`usage: script/bench ${name}`, 'i'));
    expect(stderr).not.toContain('    at ');
  });
});

it.each([
  ['a file that is not there', ['plot', '--line', 'a=a', '--out', '/dev/null', '/nowhere.json'], '/nowhere.json'],
  ['a file of something else', ['plot', '--line', 'a=a', '--out', '/dev/null', program], 'JSON'],
  ['a snapshot that is not there', ['http', '--snapshot', '/nowhere'], '/nowhere'],
  ['a world that is not there', ['snapshot', '--world', '/nowhere', '--out', '/dev/null'], '/nowhere'],
])('says in words that it was given %s', (_case, args, named) => {
  const { status, stderr } = run(...args);
  expect(status).toBe(3);
  expect(stderr).toContain(named);
  expect(stderr).not.toContain('    at ');
});

it('goes on where nobody reads what it says', () => {
  const command = `set -o pipefail; "${process.execPath}" "${program}" plot --help | true`;
  const { status, stderr } = spawnSync('bash', ['-c', command], { encoding: 'utf8' });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
});
