import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openResolver } from '@deadwax/resolver/open-resolver';
import { UsageError } from './entry/usage-error.ts';
import { readAsked } from './resolve/asked.ts';
import { measurePeer } from './resolve/measure-peer.ts';
import { type Cost, measureOurs } from './resolve/ours.ts';
import { duckdb } from './resolve/peers/duckdb.ts';
import type { Peer } from './resolve/peers/peer.ts';
import { postgres } from './resolve/peers/postgres.ts';

/**
 * What a row costs from its text to its answer as JSON, on one thread, by how it was typed. Seconds of CPU, of PostgreSQL by the
 * clock: the best of the rounds, after one that is not counted.
 */
const KINDS = ['mix', 'exact', 'variation', 'one_typo', 'two_typos', 'word_order', 'missing_word', 'absent'] as const;
const peers: Readonly<Record<string, Peer>> = { duckdb, postgres };
/** Peers are asked the mix alone: what a library asks. */
const ASKED_OF_PEERS = 'mix';

/** Rows after which all code is compiled to its end, twice over. */
const WARMING_UP = 20_000;

interface Figures extends Cost {
  readonly who: string;
  readonly kind: string;
  readonly rowsPerSecond: number;
}

function readOptions() {
  const { values } = parseArgs({
    options: {
      snapshot: { type: 'string' },
      queries: { type: 'string' },
      rows: { type: 'string', default: '20000' },
      rounds: { type: 'string', default: '3' },
      peers: { type: 'string', default: 'duckdb' },
      json: { type: 'string' },
    },
  });
  const { snapshot, queries } = values;
  if (snapshot === undefined || queries === undefined)
    throw new UsageError(
      '--snapshot DIR and --queries DIR are needed: script/bench world and script/bench snapshot make them.',
    );
  const named = values.peers.split(',').filter((name) => name !== 'none');
  const unknown = named.find((name) => peers[name] === undefined);
  if (unknown !== undefined)
    throw new UsageError(`--peers: ${unknown} is none of ${Object.keys(peers).join(', ')}, none.`);
  return { ...values, snapshot, queries, rows: Number(values.rows), rounds: Number(values.rounds), peers: named };
}

function print({ who, kind, rows, microseconds, rowsPerSecond, right, wrong, missed }: Figures): void {
  const numbers = [right, wrong, missed].map((each) => String(each).padStart(9)).join('');
  const cost = `${microseconds.toFixed(1).padStart(11)}${rowsPerSecond.toFixed(0).padStart(16)}`;
  process.stdout.write(`${kind.padEnd(14)}${String(rows).padStart(7)}${cost}${numbers}   ${who}\n`);
}

async function measurePeers(names: readonly string[], options: ReturnType<typeof readOptions>): Promise<Figures[]> {
  const folder = mkdtempSync(join(tmpdir(), 'deadwax-peers-'));
  // PostgreSQL runs as nobody where this runs as root.
  chmodSync(folder, 0o755);
  const figures: Figures[] = [];
  try {
    for (const name of names) {
      const peer = peers[name];
      if (peer === undefined) continue;
      const opened = await peer.open(join(options.snapshot, 'authority'), folder);
      const asked = readAsked(options.queries, ASKED_OF_PEERS, Math.min(options.rows, peer.rows));
      const cost = await measurePeer(opened, asked, options.rounds);
      await opened.close();
      figures.push({ who: peer.name, kind: ASKED_OF_PEERS, ...cost, rowsPerSecond: 1e6 / cost.microseconds });
      print(figures.at(-1) as Figures);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return figures;
}

const options = readOptions();
const resolver = await openResolver({ snapshotDirectory: options.snapshot });
const figures: Figures[] = [];
// What comes first would be measured before its code is compiled.
measureOurs(resolver, readAsked(options.queries, ASKED_OF_PEERS, WARMING_UP), 2);
process.stdout.write('rows typed       rows   µs a row   rows/s a core    right    wrong   missed   who\n');
for (const kind of KINDS) {
  if (!existsSync(join(options.queries, `${kind}.ndjson`))) continue;
  const cost = measureOurs(resolver, readAsked(options.queries, kind, options.rows), options.rounds);
  figures.push({ who: 'this resolver', kind, ...cost, rowsPerSecond: 1e6 / cost.microseconds });
  print(figures.at(-1) as Figures);
}
const ours = figures.find(({ kind }) => kind === ASKED_OF_PEERS);
const others = await measurePeers(options.peers, options);
for (const { who, microseconds } of ours === undefined ? [] : others)
  process.stdout.write(`${(microseconds / (ours?.microseconds ?? 1)).toFixed(2)} x the time for a row: ${who}\n`);
if (options.json)
  writeFileSync(
    options.json,
    `${JSON.stringify({ node: process.version, figures: [...figures, ...others] }, null, 2)}\n`,
  );
