import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { openIndexFile } from '@deadwax/snapshot/index/index-file';
import { MatchIndex } from '@deadwax/snapshot/index/match-index';
import { readManifest } from '@deadwax/snapshot/manifest';
import { UsageError } from './entry/usage-error.ts';
import { watchMemory } from './snapshot/peak-memory.ts';

/** What a match index of a world's tables takes to build, to keep and to open. */
const { values } = parseArgs({
  options: {
    world: { type: 'string' },
    out: { type: 'string' },
    memory: { type: 'string', default: '2GB' },
    json: { type: 'string' },
  },
});
if (values.world === undefined) throw new UsageError('--world DIR is missing: make one by script/bench world.');
// Before the folder of the snapshot is emptied for it.
if (!existsSync(join(values.world, 'authority')))
  throw new Error(`${values.world} holds no tables (authority/): script/bench world --form parquet makes them.`);

interface Built {
  readonly artists: number;
  readonly names: number;
  readonly releases: number;
  readonly seconds: number;
  readonly cpuSeconds: number;
}

async function build(world: string, folder: string): Promise<Built & { peakMegabytes: number }> {
  const script = fileURLToPath(new URL('./snapshot/build-index-of.ts', import.meta.url));
  const child = spawn(process.execPath, [script, world, folder, values.memory], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const watch = watchMemory(child.pid ?? 0);
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => {
    output += chunk.toString();
  });
  const code = await new Promise((resolve) => child.on('close', resolve));
  const peakMegabytes = watch.stop();
  if (code !== 0) throw new Error(`the build ended with code ${String(code)}`);
  return { ...(JSON.parse(output) as Built), peakMegabytes };
}

function open(path: string) {
  const started = performance.now();
  const file = openIndexFile(path);
  const read = performance.now();
  file.verify();
  const verified = performance.now();
  const index = new MatchIndex(file);
  const sizes: Record<string, number> = {};
  for (const { name, bytes } of file.sections) {
    const group = name.split('.').slice(0, 2).join('.');
    sizes[group] = (sizes[group] ?? 0) + bytes;
  }
  return { index, sizes, readSeconds: (read - started) / 1000, verifySeconds: (verified - read) / 1000 };
}

const out = values.out ?? fileURLToPath(new URL('../../.deadwax/bench/snapshot', import.meta.url));
mkdirSync(out, { recursive: true });
const path = join(out, 'match.index');
const built = await build(values.world, out);
const { sizes, readSeconds, verifySeconds } = open(path);
const bytes = statSync(path).size;
const sha256 = (await readManifest(out)).index.sha256.slice(0, 16);
const lines = [
  `${built.artists} artists, ${built.names} names, ${built.releases} releases`,
  `built in ${built.seconds.toFixed(1)} s (${built.cpuSeconds.toFixed(1)} s of CPU), at most ${built.peakMegabytes.toFixed(0)} MB`,
  `${(bytes / 1e6).toFixed(0)} MB on disk (${sha256}), read in ${readSeconds.toFixed(2)} s, check sums in ${verifySeconds.toFixed(2)} s`,
  ...Object.entries(sizes)
    .toSorted((a, b) => b[1] - a[1])
    .map(([name, size]) => `${(size / 1e6).toFixed(1).padStart(10)} MB  ${name}`),
];
process.stdout.write(`${lines.join('\n')}\n`);
if (values.json)
  writeFileSync(values.json, `${JSON.stringify({ ...built, bytes, readSeconds, verifySeconds, sizes }, null, 2)}\n`);
