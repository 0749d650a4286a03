import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { validateBulkResolveResult } from '@deadwax/contract/generated/validators';
import { silentProgress } from '@deadwax/platform/progress';
import { buildSnapshot } from '@deadwax/snapshot/build/build-snapshot';
import { csvSource } from '@deadwax/sources/csv/source';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const main = fileURLToPath(new URL('../src/main.ts', import.meta.url));
const rows = [
  'id,kind,artist,title,artist_id,year,label,catalog_number,barcode,format,variants',
  ...Array.from({ length: 60 }, (_, place) => `b${place},artist,Nobody ${place},,,,,,,,`),
  'a1,artist,Nirvana,,,,,,,,',
  'a2,artist,Nirvana (2),,,,,,,,',
  'r1,release,Nirvana,Best Of,a1,2002,DGC,,,CD,',
  'r2,release,Nirvana (2),Best Of,a2,1999,Background,,,CD,',
  'r3,release,Nirvana,Bleach,a1,1989,Sub Pop,,,LP,',
];

let folder: string;
let snapshot: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'deadwax-explain-'));
  const file = join(folder, 'shop.csv');
  await writeFile(file, `${rows.join('\n')}\n`);
  snapshot = join(folder, 'snapshot');
  const source = csvSource('shop');
  const inputs = [{ source, files: await source.discover(file) }];
  const signal = new AbortController().signal;
  await buildSnapshot({ out: snapshot, inputs, allowTruncated: false, signal, progress: silentProgress });
});

afterAll(() => rm(folder, { recursive: true, force: true }));

interface Ended {
  readonly code: number;
  readonly output: string;
  readonly errors: string;
}

/** Runs `deadwax explain` as a process, in an empty folder, where no snapshot is found by itself. */
function explain(args: readonly string[], environment: Record<string, string> = {}): Promise<Ended> {
  const { DEADWAX_SNAPSHOT: _, ...inherited } = process.env;
  const options = { cwd: folder, env: { ...inherited, ...environment } };
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [main, 'explain', ...args], options, (_error, output, errors) => {
      resolve({ code: child.exitCode ?? -1, output, errors });
    });
  });
}

const inSnapshot = (...args: string[]) => explain([...args, '--snapshot', snapshot]);

describe('deadwax explain', () => {
  it('opens the verdict on a record: what was found, and what each comparison says', async () => {
    const { code, output, errors } = await inSnapshot('nirvana', 'bleach');
    expect([code, errors]).toEqual([0, '']);
    const lines = output.split('\n');
    expect(lines[0]).toBe('single_artist: exact_match, confidence 1.000');
    expect(output).toMatch(/^ {2}shop_release +r3 +exact_match 1\.000$/m);
    expect(output).toMatch(/^ {2}▶ Nirvana {2}shop_artist a1 {2}by exact$/m);
    expect(output).toMatch(/^ {2}▶ Nirvana – Bleach \(1989\) {2}shop_release r3 {2}probability 0\.99\d\d$/m);
    expect(output).toMatch(/^rules and model [^ ]+, snapshot undated-[0-9a-f]{12}$/m);
  });

  it('draws a waterfall whose bars add up to the log-odds', async () => {
    const { output } = await inSnapshot('Nirvana', 'Bleach', '--year', '1950');
    const steps = [...output.matchAll(/^ +(artist|title|version|year|chance|log-odds)(?:: (\w+))? +([+−])(\d+\.\d)/gm)];
    expect(steps.map(([, name, level]) => [name, level])).toEqual([
      ['artist', 'exact'],
      ['title', 'exact'],
      ['version', 'unsaid'],
      ['year', 'earlier'],
      ['chance', undefined],
      ['log-odds', undefined],
    ]);
    const bits = steps.map(([, , , sign, size]) => Number(size) * (sign === '−' ? -1 : 1));
    expect(bits[3]).toBeLessThan(0);
    // Six figures are rounded to a tenth each.
    expect(Math.abs(bits.slice(0, 5).reduce((sum, each) => sum + each, 0) - (bits[5] ?? 0))).toBeLessThan(0.35);
  });

  it('says what would tell two apart, and follows it', async () => {
    const open = await inSnapshot('Nirvana', 'Best Of');
    expect(open.output).toMatch(/^unresolved: ambiguous$/m);
    expect(open.output).toContain('a year (2002 or 1999)');
    expect((await inSnapshot('Nirvana', 'Best Of', '--year', '1999')).output).toMatch(/^ {2}shop_release +r2 /m);
    expect((await inSnapshot('Nirvana', 'Best Of', '--neighbour', 'Bleach')).output).toMatch(/^ {2}shop_release +r1 /m);
  });

  it('says so of a record that nobody knows', async () => {
    const { code, output, errors } = await inSnapshot('Tuxedomoon', 'Half-Mute');
    expect([code, errors]).toEqual([0, '']);
    expect(output).toMatch(/^unresolved: no_candidate$/m);
    expect(output).toMatch(/^ {2}no id: shop_artist \(no_candidate\), shop_release \(no_candidate\)$/m);
    expect(output).toMatch(/^shop: nothing like it$/m);
  });

  it('gives the whole answer as JSON', async () => {
    const { code, output } = await inSnapshot('Nirvana', 'Bleach', '--json');
    const result = JSON.parse(output);
    expect(code).toBe(0);
    expect(validateBulkResolveResult(result), JSON.stringify(validateBulkResolveResult.errors)).toBe(true);
    expect(result.explanation.families).toHaveLength(1);
  });

  it('takes the snapshot from the environment', async () => {
    const { code, output } = await explain(['Nirvana', 'Bleach'], { DEADWAX_SNAPSHOT: snapshot });
    expect([code, output.split('\n', 1)[0]]).toEqual([0, 'single_artist: exact_match, confidence 1.000']);
  });
});

describe('deadwax explain, told wrong', () => {
  it('ends with 3 and says how to make a snapshot, where there is none', async () => {
    const { code, output, errors } = await explain(['Nirvana', 'Bleach']);
    expect([code, output]).toEqual([3, '']);
    expect(errors).toMatch(
      /^deadwax: .*\.deadwax\/snapshots\/sample.*\n {2}deadwax snapshot build makes one from dumps\.\n$/,
    );
  });

  it.each([
    ['no artist', []],
    ['a year that is none', ['Nirvana', 'Bleach', '--year', 'soon']],
    ['an option nobody knows', ['Nirvana', 'Bleach', '--colour', 'blue']],
  ])('ends with 2 at %s', async (_what, args) => {
    const { code, output, errors } = await inSnapshot(...args);
    expect([code, output]).toEqual([2, '']);
    expect(errors).toMatch(/artist|year|soon|colour/);
    expect(errors).not.toMatch(/\n {4}at /);
  });
});
