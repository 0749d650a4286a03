import { editDistance } from '@deadwax/linkage/compare/edit-distance';
import type { KeySearch } from '@deadwax/snapshot/index/key-search';
import { Random } from '../world/random.ts';
import type { Names } from './names.ts';
import { drawTyped, type Kind, kinds, type TypedQuery } from './typed-queries.ts';

export interface Rate {
  readonly hitsPerSecond: number;
  readonly missesPerSecond: number;
}

export interface KindFigures {
  readonly kind: Kind;
  readonly perSecond: number;
  /** Microseconds. */
  readonly p50: number;
  readonly p99: number;
  readonly p999: number;
  /** Shares of the keys that were meant: found at all, and with nothing before them that is further away. */
  readonly recall: number | null;
  readonly first: number | null;
}

const MOST = 60;
const ROUNDS = 3;
const OFTEN = 200_000;

/** Time that this thread ran, in seconds: on a machine that others use too, the clock tells of them. */
function busySeconds(since?: NodeJS.CpuUsage): NodeJS.CpuUsage & { seconds: number } {
  const usage = process.threadCpuUsage(since);
  return { ...usage, seconds: (usage.user + usage.system) / 1e6 };
}

export function measureExact(keys: KeySearch, names: Names, seed: number): Rate {
  const random = new Random(seed);
  const hits = Array.from({ length: OFTEN }, () => names.at(random.below(names.count)));
  const misses = hits.map((key) => `${key}x`).filter((key) => keys.find(key) < 0);
  const rate = (asked: readonly string[], isHit: boolean) => {
    let best = 0;
    for (let round = 0; round < ROUNDS; round += 1) {
      const begun = busySeconds();
      for (const key of asked)
        if (keys.find(key) >= 0 !== isHit) throw new Error(`${key} is ${isHit ? 'not ' : ''}found`);
      best = Math.max(best, asked.length / busySeconds(begun).seconds);
    }
    return best;
  };
  return { hitsPerSecond: rate(hits, true), missesPerSecond: rate(misses, false) };
}

/** Each query is asked three times, in rounds; its latency is the least, that of the engine and not of its neighbours. */
export function measureKinds(keys: KeySearch, names: Names, asked: { count: number; seed: number }): KindFigures[] {
  return kinds.map((kind) => {
    const queries = drawTyped(names, { kind, ...asked }, (key) => keys.find(key) >= 0);
    for (const { typed } of queries.slice(0, 500)) keys.findSimilar(typed, MOST);
    const latencies = new Float64Array(queries.length).fill(Number.POSITIVE_INFINITY);
    let perSecond = 0;
    for (let round = 0; round < ROUNDS; round += 1) {
      const begun = busySeconds();
      for (const [at, { typed }] of queries.entries()) {
        const started = process.hrtime.bigint();
        keys.findSimilar(typed, MOST);
        latencies[at] = Math.min(latencies[at] as number, Number(process.hrtime.bigint() - started) / 1e3);
      }
      perSecond = Math.max(perSecond, queries.length / busySeconds(begun).seconds);
    }
    latencies.sort();
    const at = (share: number) =>
      latencies[Math.min(latencies.length - 1, Math.floor(latencies.length * share))] as number;
    return { kind, perSecond, p50: at(0.5), p99: at(0.99), p999: at(0.999), ...recallOf(queries, keys) };
  });
}

function recallOf(queries: readonly TypedQuery[], keys: KeySearch): { recall: number | null; first: number | null } {
  let [asked, found, first] = [0, 0, 0];
  for (const { typed, meant } of queries) {
    if (meant === null) continue;
    asked += 1;
    const answers = keys.findSimilar(typed, MOST);
    const place = answers.indexOf(keys.find(meant));
    if (place < 0) continue;
    found += 1;
    const edits = editDistance(typed, meant, 100);
    if (answers.slice(0, place).every((key) => editDistance(typed, keys.text(key), edits) <= edits)) first += 1;
  }
  return asked === 0 ? { recall: null, first: null } : { recall: found / asked, first: first / asked };
}

export interface OracleCheck {
  readonly asked: number;
  /** Queries for which looking at every key found one nearer than the index did. */
  readonly nearer: readonly string[];
}

/** Compares the nearest key of some queries with what looking at every key finds. */
export function checkByScan(keys: KeySearch, queries: readonly TypedQuery[]): OracleCheck {
  const best = queries.map(() => 3);
  for (let key = 0; key < keys.length; key += 1) {
    const text = keys.text(key);
    for (const [at, { typed }] of queries.entries())
      if (Math.abs(text.length - typed.length) <= 2)
        best[at] = Math.min(best[at] as number, editDistance(typed, text, 2));
  }
  const nearer = queries.filter(({ typed }, at) => {
    const [first] = keys.findSimilar(typed, 1);
    return (first === undefined ? 3 : editDistance(typed, keys.text(first), 2)) > (best[at] as number);
  });
  return { asked: queries.length, nearer: nearer.map(({ typed }) => typed) };
}
