import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { IndexFile } from '@deadwax/snapshot/index/index-file';
import { MatchIndex } from '@deadwax/snapshot/index/match-index';
import { readIndexFile } from '@deadwax/snapshot/index/read-index-file';
import { type Manifest, readManifest } from '@deadwax/snapshot/manifest';
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

/** As a resolver opens it: read into shared memory, held to its SHA-256, its sections held to each other. */
async function open(path: string, expected: Manifest['index']) {
  const started = performance.now();
  const file = new IndexFile(await readIndexFile(path, expected), path);
  const index = new MatchIndex(file);
  const openSeconds = (performance.now() - started) / 1000;
  const sizes: Record<string, number> = {};
  for (const { name, bytes } of file.sections) {
    const group = name.split('.').slice(0, 2).join('.');
    sizes[group] = (sizes[group] ?? 0) + bytes;
  }
  return { index, sizes, openSeconds };
}

const out = values.out ?? fileURLToPath(new URL('../../.deadwax/bench/snapshot', import.meta.url));
mkdirSync(out, { recursive: true });
const path = join(out, 'match.index');
const built = await build(values.world, out);
const manifest = await readManifest(out);
const { bytes, sha256 } = manifest.index;
const { sizes, openSeconds } = await open(path, manifest.index);
const lines = [
  `${built.artists} artists, ${built.names} names, ${built.releases} releases`,
  `built in ${built.seconds.toFixed(1)} s (${built.cpuSeconds.toFixed(1)} s of CPU), at most ${built.peakMegabytes.toFixed(0)} MB`,
  `${(bytes / 1e6).toFixed(0)} MB on disk (${sha256.slice(0, 16)}), opened in ${openSeconds.toFixed(2)} s with its check sum`,
  ...Object.entries(sizes)
    .toSorted((a, b) => b[1] - a[1])
    .map(([name, size]) => `${(size / 1e6).toFixed(1).padStart(10)} MB  ${name}`),
];
process.stdout.write(`${lines.join('\n')}\n`);
if (values.json) writeFileSync(values.json, `${JSON.stringify({ ...built, bytes, openSeconds, sizes }, null, 2)}\n`);
