import { readFile, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { createApp } from '@deadwax/resolver/api/app';
import { createTokenAuthenticator } from '@deadwax/resolver/api/token-authenticator';
import { Engine } from '@deadwax/resolver/engine/engine';
import { openWorkbench } from '@deadwax/resolver/engine/open-workbench';
import autocannon from 'autocannon';
import { parse } from 'csv-parse/sync';
import fastify from 'fastify';

const path = '/api/v1/identity/bulk-resolve-libraries';
const token = 'bench';
const inputsPerRequest = 1000;
const bodyLimit = 8 * 1024 * 1024;

const usage = `usage: node bench/src/http.ts [--snapshot DIR] [--library FILE.csv] [--json FILE] [--rounds N] [--seconds N] [--connections N] [--workers N]
  --snapshot the snapshot to answer from; without it the sample that script/server builds
  --workers  threads that resolve (default one for each core), 0 for none
  --library  a CSV with the columns artist and title, or queries of script/bench world (.ndjson); without it a small list of well-known records is asked again and again`;

const sampleSnapshot = fileURLToPath(new URL('../../.deadwax/snapshots/sample', import.meta.url));

const defaultPairs = [
  { artist: 'Stereolab', title: 'Emperor Tomato Ketchup' },
  { artist: 'Autechre', title: 'Confield' },
  { artist: 'The Fall', title: 'Hex Enduction Hour' },
  { artist: 'Sun Ra', title: 'Lanquidity' },
  { artist: 'Juana Molina', title: 'DOGA' },
  { artist: 'Björk', title: 'Homogenic' },
  { artist: 'Various', title: 'Nuggets' },
  { artist: 'Nobody At All', title: 'A Record That Does Not Exist' },
];

type Target = 'resolver' | 'empty';

interface Round {
  readonly target: Target;
  readonly requestsPerSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
}

async function readPairs(file: string | undefined): Promise<readonly { artist: string; title: string }[]> {
  if (file === undefined) return defaultPairs;
  if (file.endsWith('.ndjson')) return readAsked(await readFile(file, 'utf8'));
  const rows: { artist?: string; title?: string }[] = parse(await readFile(file), { columns: true, bom: true });
  const pairs = rows.map(({ artist = '', title = '' }) => ({ artist, title }));
  if (pairs.every(({ artist, title }) => artist === '' && title === '')) {
    throw new Error(`${file} holds no rows with the columns artist and title`);
  }
  return pairs;
}

/** Queries as `script/bench world --form parquet` writes them. */
function readAsked(lines: string): { artist: string; title: string }[] {
  return lines
    .trim()
    .split('\n')
    .map((line) => {
      const { artist, album } = JSON.parse(line) as { artist: string; album: string };
      return { artist, title: album };
    });
}

/** Bodies of 1,000 inputs that walk through the whole list, so that one request is not another's echo. */
function makeBodies(pairs: readonly { artist: string; title: string }[]): string[] {
  const count = Math.max(1, Math.min(20, Math.ceil(pairs.length / inputsPerRequest)));
  return Array.from({ length: count }, (_, body) => {
    const inputs = Array.from({ length: inputsPerRequest }, (_, row) => {
      const { artist, title } = pairs[(body * inputsPerRequest + row) % pairs.length]!;
      return { library_id: row + 1, artist_name: artist, album_title: title };
    });
    return JSON.stringify({ inputs });
  });
}

/** Both servers stand in one thread of their own, apart from the one that asks. */
async function serve({ snapshotDirectory, workers }: { snapshotDirectory: string; workers: number }): Promise<void> {
  const engine = new Engine();
  engine.serve(await openWorkbench(snapshotDirectory, { workers }));
  const app = createApp({
    engine,
    authenticate: createTokenAuthenticator([token]),
    version: 'bench',
  });
  const empty = fastify({ bodyLimit });
  empty.post(path, async () => ({}));
  await app.listen({ host: '127.0.0.1', port: 0 });
  await empty.listen({ host: '127.0.0.1', port: 0 });
  const port = (server: typeof app.server): number => (server.address() as AddressInfo).port;
  parentPort?.postMessage({ resolver: port(app.server), empty: port(empty.server) });
}

async function measure(
  target: Target,
  url: string,
  load: { bodies: readonly string[]; seconds: number; connections: number },
): Promise<Round> {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
  const result = await autocannon({
    url,
    connections: load.connections,
    duration: load.seconds,
    requests: load.bodies.map((body) => ({ method: 'POST' as const, path, headers, body })),
  });
  if (result.errors + result.non2xx > 0 || result['2xx'] === 0) {
    throw new Error(`${target}: ${result['2xx']} answers, ${result.non2xx} refusals, ${result.errors} errors`);
  }
  const { p50, p99 } = result.latency;
  return { target, requestsPerSecond: result['2xx'] / result.duration, p50Ms: p50, p99Ms: p99 };
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

function summarise(rounds: readonly Round[], target: Target) {
  const own = rounds.filter((round) => round.target === target);
  const pick = (field: 'requestsPerSecond' | 'p50Ms' | 'p99Ms'): number => median(own.map((round) => round[field]));
  return { requestsPerSecond: pick('requestsPerSecond'), p50Ms: pick('p50Ms'), p99Ms: pick('p99Ms') };
}

function report(rounds: readonly Round[], bodyBytes: number) {
  const [resolver, empty] = [summarise(rounds, 'resolver'), summarise(rounds, 'empty')];
  const ratio = resolver.requestsPerSecond / empty.requestsPerSecond;
  for (const [name, { requestsPerSecond, p50Ms, p99Ms }] of Object.entries({ resolver, empty })) {
    const rows = Math.round(requestsPerSecond * inputsPerRequest).toLocaleString('en-GB');
    process.stdout.write(
      `${name.padEnd(10)} ${requestsPerSecond.toFixed(1).padStart(8)} requests/s  ${rows.padStart(11)} rows/s  p50 ${p50Ms} ms  p99 ${p99Ms} ms\n`,
    );
  }
  process.stdout.write(`ratio      ${ratio.toFixed(3)} of an empty handler that reads the same body\n`);
  return { inputsPerRequest, bodyBytes, node: process.version, resolver, empty, ratio, rounds };
}

function readOptions() {
  const { values } = parseArgs({
    options: {
      snapshot: { type: 'string', default: sampleSnapshot },
      library: { type: 'string' },
      json: { type: 'string' },
      rounds: { type: 'string', default: '5' },
      seconds: { type: 'string', default: '4' },
      connections: { type: 'string', default: '4' },
      workers: { type: 'string', default: String(availableParallelism()) },
    },
  });
  const [rounds, seconds, connections] = [values.rounds, values.seconds, values.connections].map(Number);
  if (!rounds || !seconds || !connections) throw new Error(usage);
  return { ...values, rounds, seconds, connections, workers: Number(values.workers) };
}

async function main(): Promise<void> {
  const options = readOptions();
  const bodies = makeBodies(await readPairs(options.library));
  const worker = new Worker(fileURLToPath(import.meta.url), {
    workerData: { snapshotDirectory: options.snapshot, workers: options.workers },
  });
  const ports = await new Promise<Record<Target, number>>((resolve, reject) => {
    worker.once('message', resolve).once('error', reject);
  });
  const load = { bodies, seconds: options.seconds, connections: options.connections };
  const ask = (target: Target, seconds = load.seconds) =>
    measure(target, `http://127.0.0.1:${ports[target]}`, { ...load, seconds });
  const rounds: Round[] = [];
  try {
    for (const target of ['resolver', 'empty'] as const) await ask(target, 5);
    for (let round = 0; round < options.rounds; round += 1) {
      for (const target of ['resolver', 'empty'] as const) rounds.push(await ask(target));
    }
  } finally {
    await worker.terminate();
  }
  const figures = report(rounds, Buffer.byteLength(bodies[0]!));
  if (options.json !== undefined) await writeFile(options.json, `${JSON.stringify(figures, null, 2)}\n`);
}

if (isMainThread) {
  await main().catch((error: unknown) => {
    process.stderr.write(`${(error as Error).message}\n`);
    process.exitCode = 3;
  });
} else {
  await serve(workerData);
}
