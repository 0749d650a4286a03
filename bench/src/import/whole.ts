import { spawn } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { readManifest } from '@deadwax/snapshot/manifest';
import { watchMemory } from '../snapshot/peak-memory.ts';
import { generateWorld } from '../world/generate-world.ts';

/** Pressings of an artist's works in a generated world. */
const RELEASES_PER_ARTIST = 4.05;
const TARGET = { perSecond: 20_000, cores: 2, peakMegabytes: 6000 };

export interface WholePath {
  readonly releases: number;
  readonly records: number;
  readonly dumpBytes: number;
  readonly snapshotBytes: number;
  readonly seconds: number;
  readonly cpuSeconds: number;
  readonly peakMegabytes: number;
  /** Seconds of each step by the clock; steps overlap. */
  readonly steps: Readonly<Record<string, number>>;
}

export interface WholePathOptions {
  /** Where dumps and snapshot are kept. */
  readonly folder: string;
  /** About so many releases. */
  readonly releases: number;
  /** DuckDB's memory limit. */
  readonly memory: string;
}

/** Generates Discogs dumps, unless they are there, and builds a snapshot of them as anyone would: by the command. */
export async function measureWholePath({ folder, releases, memory }: WholePathOptions): Promise<WholePath> {
  const artists = Math.max(100, Math.round(releases / RELEASES_PER_ARTIST));
  const dumps = join(folder, `discogs-of-${artists}-artists`);
  if (!existsSync(join(dumps, 'README.txt'))) {
    await rm(dumps, { recursive: true, force: true });
    await generateWorld({ out: dumps, artists, write: { musicbrainz: false, wikidata: false, library: false } });
  }
  const out = join(folder, 'whole-path-snapshot');
  const built = await runBuild([
    'snapshot',
    'build',
    '--discogs',
    dumps,
    '--out',
    out,
    '--replace',
    '--memory',
    memory,
  ]);
  const manifest = await readManifest(out);
  const { discogs } = manifest.sources;
  const measured = {
    releases: discogs?.inputs.find(({ kind }) => kind === 'releases')?.records ?? 0,
    records: discogs?.records ?? 0,
    dumpBytes: sizeOf(dumps),
    snapshotBytes: sizeOf(out),
    ...built,
  };
  await rm(out, { recursive: true });
  return measured;
}

type Built = Pick<WholePath, 'seconds' | 'cpuSeconds' | 'peakMegabytes' | 'steps'>;

/** Runs the deadwax command by `run-build.ts`, which tells the processor time of its process and all its threads. */
async function runBuild(args: readonly string[]): Promise<Built> {
  const script = join(import.meta.dirname, 'run-build.ts');
  const started = performance.now();
  const env = { NODE_COMPILE_CACHE: join(import.meta.dirname, '../../../.deadwax/compile-cache'), ...process.env };
  const child = spawn(process.execPath, [script, ...args], { stdio: ['ignore', 'ignore', 'pipe'], env });
  const watch = watchMemory(child.pid ?? 0);
  const steps: Record<string, number> = {};
  const said: string[] = [];
  let cpuSeconds = 0;
  for await (const line of createInterface({ input: child.stderr })) {
    said.push(line);
    if (!line.startsWith('{')) continue;
    const facts = JSON.parse(line) as { step?: string; seconds?: number; cpuSeconds?: number };
    if (facts.step !== undefined) steps[facts.step] = facts.seconds ?? 0;
    cpuSeconds = facts.cpuSeconds ?? cpuSeconds;
  }
  const code = await new Promise((resolve) =>
    child.exitCode === null ? child.on('close', resolve) : resolve(child.exitCode),
  );
  const peakMegabytes = watch.stop();
  if (code !== 0) throw new Error(`the build ended with code ${String(code)}:\n${said.join('\n')}`);
  return { seconds: (performance.now() - started) / 1000, cpuSeconds, peakMegabytes, steps };
}

function sizeOf(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size, 0);
}

interface WholeTarget {
  readonly name: string;
  readonly wanted: string;
  readonly found: string;
  readonly met: boolean;
}

/** What the whole way is to take, and whether it did. Its first figure is judged by the clock: other work on the machine counts. */
export function judgeWholePath({ releases, seconds, cpuSeconds, peakMegabytes }: WholePath): WholeTarget[] {
  const rate = (name: string, perSecond: number): WholeTarget => ({
    name,
    wanted: `>= ${count(TARGET.perSecond)}`,
    found: count(perSecond),
    met: perSecond >= TARGET.perSecond,
  });
  return [
    rate('releases a second by the clock', releases / seconds),
    rate(`releases a second by the CPU time of ${TARGET.cores} cores`, (releases / cpuSeconds) * TARGET.cores),
    {
      name: 'peak memory',
      wanted: `<= ${count(TARGET.peakMegabytes)} MB`,
      found: `${count(peakMegabytes)} MB`,
      met: peakMegabytes <= TARGET.peakMegabytes,
    },
  ];
}

function count(value: number): string {
  return Math.round(value).toLocaleString('en-US');
}

export function describeWholePath(path: WholePath): string {
  const { releases, records, seconds, cpuSeconds, steps } = path;
  return [
    `${count(records)} records, ${count(releases)} of them releases: ${(path.dumpBytes / 1e6).toFixed(0)} MB of dumps, ${(path.snapshotBytes / 1e6).toFixed(0)} MB of snapshot`,
    `${seconds.toFixed(1)} s by the clock on ${availableParallelism()} cores, ${cpuSeconds.toFixed(1)} s of CPU (${(cpuSeconds / seconds).toFixed(2)} cores at work)`,
    'Steps, which overlap:',
    ...Object.entries(steps).map(([name, taken]) => `${taken.toFixed(1).padStart(8)} s  ${name}`),
    ...judgeWholePath(path).map(
      ({ name, wanted, found, met }) => `${met ? 'met   ' : 'MISSED'}  ${name}: ${found} (wanted ${wanted})`,
    ),
  ].join('\n');
}
