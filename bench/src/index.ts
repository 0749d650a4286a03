import { closeSync, mkdirSync, openSync, statSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { openIndexFile } from '@deadwax/snapshot/index/index-file';
import { KeySearch } from '@deadwax/snapshot/index/key-search';
import { UsageError } from './entry/usage-error.ts';
import { checkByScan, measureExact, measureKinds } from './index/measure.ts';
import { Names } from './index/names.ts';
import { duckdb } from './index/peers/duckdb.ts';
import { fuse, miniSearch, orama, scan } from './index/peers/in-memory.ts';
import { measurePeer, type PeerFigures } from './index/peers/measure-peer.ts';
import type { Peer } from './index/peers/peer.ts';
import { postgres } from './index/peers/postgres.ts';
import { sqlite } from './index/peers/sqlite.ts';
import { drawPlot } from './index/plot.ts';
import { describeSize, judge, type SizeFigures } from './index/report.ts';
import { drawTyped, type TypedQuery } from './index/typed-queries.ts';
import { LIST, writeIndex } from './index/write-index.ts';

/** How fast equal and mistyped names are found among made-up ones, beside what else could find them. */
const { values } = parseArgs({
  options: {
    names: { type: 'string', default: '100000,1000000' },
    queries: { type: 'string', default: '5000' },
    peers: { type: 'string', default: 'all' },
    seed: { type: 'string', default: '7' },
    json: { type: 'string' },
    plot: { type: 'string' },
  },
});

const folder = fileURLToPath(new URL('../../.deadwax/bench/index/', import.meta.url));
const peers: Readonly<Record<string, Peer>> = { postgres, duckdb, sqlite, scan, fuse, miniSearch, orama };
const PEER_QUERIES = 400;
const ORACLE_QUERIES = 200;
const say = (text: string) => process.stdout.write(`${text}\n`);

function readCount(option: string, text: string): number {
  const count = Number(text);
  if (!Number.isInteger(count) || count < 100) throw new UsageError(`--${option} takes numbers from 100, not ${text}.`);
  return count;
}

function readPeers(text: string): Peer[] {
  if (text === 'none') return [];
  return text === 'all' ? Object.values(peers) : text.split(',').map((name) => peers[name] ?? unknownPeer(name));
}

function unknownPeer(name: string): never {
  throw new UsageError(`--peers takes all, none or some of ${Object.keys(peers).join(',')}, not ${name}.`);
}

async function measureSize(count: number, asked: readonly Peer[]): Promise<SizeFigures> {
  const seed = Number(values.seed);
  const names = new Names(count, seed);
  const [path, list] = [join(folder, `${count}.index`), join(folder, `${count}.txt`)];
  const lines = openSync(list, 'w');
  const written = writeIndex(names, path, lines);
  closeSync(lines);
  const begun = performance.now();
  const keys = new KeySearch(openIndexFile(path), LIST);
  const openSeconds = (performance.now() - begun) / 1000;
  const draw = (kind: TypedQuery['kind'], many: number) =>
    drawTyped(names, { kind, count: many, seed: seed + 1 }, (key) => keys.find(key) >= 0);
  const figures = {
    names: count,
    ...written,
    bytes: statSync(path).size,
    openSeconds,
    exact: measureExact(keys, names, seed),
    kinds: measureKinds(keys, names, { count: readCount('queries', values.queries), seed }),
    oracle: checkByScan(keys, [...draw('one typo', ORACLE_QUERIES / 2), ...draw('two typos', ORACLE_QUERIES / 2)]),
  };
  const [one, two] = [draw('one typo', PEER_QUERIES / 2), draw('two typos', PEER_QUERIES / 2)];
  const queries = one.flatMap((query, at) => [query, two[at]!]);
  const measured: PeerFigures[] = [];
  for (const peer of asked)
    if (count <= peer.most) measured.push(await measurePeer(peer, { file: list, folder, queries }));
  const left = asked
    .filter(({ most }) => count > most)
    .map(({ name, most, limit }) => `${name} beyond ${most}: ${limit}`);
  return { ...figures, peers: measured, left };
}

async function main(): Promise<void> {
  const asked = readPeers(values.peers);
  const counts = values.names.split(',').map((text) => readCount('names', text));
  mkdirSync(folder, { recursive: true });
  say(`${cpus()[0]?.model ?? ''}, Node ${process.version}; one thread, time it ran. Peers by the clock.\n`);
  const sizes: SizeFigures[] = [];
  for (const count of counts) {
    const figures = await measureSize(count, asked);
    sizes.push(figures);
    say(`${describeSize(figures)}\n`);
    if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(sizes, null, 2)}\n`);
  }
  for (const line of judge(sizes.at(-1)!)) say(line);
  if (values.plot !== undefined) writeFileSync(values.plot, drawPlot(sizes));
}

await main();
