import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { createApp } from '@deadwax/resolver/api/app';
import { createTokenAuthenticator } from '@deadwax/resolver/api/token-authenticator';
import { Engine } from '@deadwax/resolver/engine/engine';
import { openWorkbench } from '@deadwax/resolver/engine/open-workbench';
import autocannon from 'autocannon';
import fastify from 'fastify';
import type { Options } from './options.ts';
import { median } from './percentiles.ts';
import { path } from './post.ts';
import { inputsPerRequest, makePages, readQuestions } from './read-questions.ts';

const token = 'bench';
const bodyLimit = 8 * 1024 * 1024;

type Target = 'resolver' | 'empty';

interface Round {
  readonly target: Target;
  readonly requestsPerSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
}

/** Pages of 1,000 rows, and the same bodies sent to a handler that only reads them, in turns. */
export async function measurePages(options: Options): Promise<{ figures: object; met: boolean }> {
  const bodies = makePages(await readQuestions(options.library));
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
  return { figures: report(rounds, Buffer.byteLength(bodies[0] as string)), met: true };
}

/** Both servers stand in one thread of their own, apart from the one that asks. */
async function serve({ snapshotDirectory, workers }: { snapshotDirectory: string; workers: number }): Promise<void> {
  const engine = new Engine();
  engine.serve(await openWorkbench(snapshotDirectory, { workers }));
  const app = createApp({ engine, authenticate: createTokenAuthenticator([token]), version: 'bench' });
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

if (!isMainThread) await serve(workerData);
