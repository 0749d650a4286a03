import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sharedData } from '@deadwax/platform/shared-data';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readOptions } from '../../src/options.ts';

const isAbsent = sharedData('labelled', 'itunes-amazon-train.txt.gz') === null;
const program = join(import.meta.dirname, '..', '..', 'src', 'evaluate.ts');

function evaluate(...options: string[]): Promise<{ code: number; out: string; err: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [program, ...options], (error, out, err) =>
      resolve({ code: error === null ? 0 : Number(error.code), out, err }),
    );
  });
}

describe('evaluate', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'deadwax-evaluate-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it.skipIf(isAbsent).each([
    [0.5, 0],
    [1.1, 1],
  ])('with a floor of %d ends with %i', async (floor, code) => {
    const floors = join(folder, `${floor}.json`);
    await writeFile(floors, JSON.stringify({ 'iTunes–Amazon valid: F1': floor }));
    const run = await evaluate('--only', 'pairs', '--floors', floors, '--folder', folder);
    expect(run.code).toBe(code);
    expect(run.out).toMatch(/iTunes–Amazon valid: F1 +[\d.]+ %/);
    expect(run.err.includes('under its floor: iTunes–Amazon valid: F1')).toBe(code === 1);
  });

  it('says what it takes, and ends with 2', async () => {
    const run = await evaluate('--only', 'everything');
    expect(run.code).toBe(2);
    expect(run.err).toContain('--only takes harness, albums, artists, pairs, not everything.');
  });
});

describe('readOptions', () => {
  it('asks everything of the check seeds by default', () => {
    expect(readOptions([])).toMatchObject({
      only: ['harness', 'albums', 'artists', 'pairs'],
      seeds: 'check',
      distractors: 0,
    });
  });

  it.each([
    [['--seeds', 'other'], '--seeds takes check or tuning.'],
    [['--misses', 'many'], '--misses takes a number, not many.'],
    [['--distractors=-1'], '--distractors takes a number, not -1.'],
    [['--quick', '--save'], '--save takes a whole run'],
    [['--quick', '--distractors', '5'], '--quick takes no --distractors.'],
  ])('refuses %j', (args, message) => {
    expect(() => readOptions(args)).toThrow(message);
  });
});
