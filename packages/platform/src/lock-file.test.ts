import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { takeLockFile } from './lock-file.ts';
import { findProcessStart } from './process-start.ts';

const makePath = () => join(mkdtempSync(join(tmpdir(), 'deadwax-lock-')), 'a.lock');
const hourAgo = Date.now() / 1000 - 3600;
const isTaken = (path: string) => 'release' in takeLockFile(path);

describe('a lock file', () => {
  it('is held until it is released, and leaves nothing behind', () => {
    const path = makePath();
    const attempt = takeLockFile(path);
    expect(takeLockFile(path)).toEqual({ holder: process.pid });
    expect(readdirSync(join(path, '..'))).toEqual(['a.lock']);
    if ('release' in attempt) attempt.release();
    expect(readdirSync(join(path, '..'))).toEqual([]);
    expect(isTaken(path)).toBe(true);
  });

  it('is not released by one who lost it', () => {
    const path = makePath();
    const attempt = takeLockFile(path);
    writeFileSync(path, '1 1\n');
    if ('release' in attempt) attempt.release();
    expect(readFileSync(path, 'utf8')).toBe('1 1\n');
  });

  it.each([
    { why: 'a holder that has ended', text: () => `${spawnSync('true').pid}\n`, taken: true },
    { why: 'an id given out again', text: () => `${process.ppid} 99999999999\n`, taken: true },
    { why: 'our own id, of an earlier process', text: () => `${process.pid} 99999999999\n`, taken: true },
    { why: 'another live process', text: () => `${process.ppid} ${findProcessStart(process.ppid)}\n`, taken: false },
    { why: 'a live process that told no start', text: () => `${process.ppid}\n`, taken: false },
    { why: 'a holder that is only now writing its name', text: () => '', taken: false },
  ])('with $why: taken over = $taken', ({ text, taken }) => {
    const path = makePath();
    writeFileSync(path, text());
    expect(isTaken(path)).toBe(taken);
    expect(readdirSync(join(path, '..'))).toEqual(['a.lock']);
  });

  it.each([
    { why: 'our id without a start, but older than this process', text: `${process.pid}\n` },
    { why: 'no name, after a crash', text: '' },
  ])('with $why is taken over', ({ text }) => {
    const path = makePath();
    writeFileSync(path, text);
    utimesSync(path, hourAgo, hourAgo);
    expect(isTaken(path)).toBe(true);
  });

  it('is taken after a crash in the middle of a takeover, at the second try', () => {
    const path = makePath();
    writeFileSync(path, '999999999 1\n');
    writeFileSync(`${path}.takeover`, '999999999 1\n');
    expect(takeLockFile(path)).toEqual({ holder: null });
    expect(isTaken(path)).toBe(true);
  });

  it('goes to one process only, however many reach for a dead one’s at once', async () => {
    const module = JSON.stringify(new URL('./lock-file.ts', import.meta.url).href);
    const program = `
      const { takeLockFile } = await import(${module});
      process.stdout.write('ready\\n');
      await new Promise((go) => process.stdin.once('data', go));
      process.stdout.write('release' in takeLockFile(process.argv[1]) ? 'taken\\n' : 'refused\\n');
      process.stdin.once('data', () => process.exit());`;
    const path = makePath();
    writeFileSync(path, '999999999 1\n');
    const racers = Array.from({ length: 6 }, () => {
      const child = spawn(process.execPath, ['--input-type=module', '-e', program, path], {
        stdio: ['pipe', 'pipe', 'inherit'],
      });
      const lines = child.stdout.setEncoding('utf8').iterator();
      return { child, line: async () => String((await lines.next()).value).trim() };
    });
    await Promise.all(racers.map(({ line }) => line()));
    for (const { child } of racers) child.stdin.write('go\n');
    const answers = await Promise.all(racers.map(({ line }) => line()));
    for (const { child } of racers) child.stdin.write('end\n');
    expect(answers.toSorted()).toEqual([...Array(5).fill('refused'), 'taken']);
  });
});
