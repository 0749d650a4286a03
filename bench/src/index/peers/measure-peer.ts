import type { TypedQuery } from '../typed-queries.ts';
import type { Peer } from './peer.ts';

export interface PeerFigures {
  readonly name: string;
  readonly loadSeconds: number;
  readonly asked: number;
  readonly perSecond: number;
  readonly p50: number;
  /** Share of the keys that were meant among the five it gives. */
  readonly recall: number;
  readonly exactPerSecond: number | null;
}

const LONGEST_MS = 15_000;

/** Asks a peer as many of the queries as fit in a quarter of a minute, by the clock: it may run in another process. */
export async function measurePeer(
  peer: Peer,
  { file, folder, queries }: { file: string; folder: string; queries: readonly TypedQuery[] },
): Promise<PeerFigures> {
  const begun = performance.now();
  const opened = await peer.open(file, folder);
  try {
    const loadSeconds = (performance.now() - begun) / 1000;
    await opened.search(queries[0]?.typed ?? '');
    const latencies: number[] = [];
    let found = 0;
    const started = performance.now();
    for (const { typed, meant } of queries) {
      const asked = performance.now();
      const names = await opened.search(typed);
      latencies.push((performance.now() - asked) * 1000);
      if (names.includes(meant ?? '')) found += 1;
      if (performance.now() - started > LONGEST_MS) break;
    }
    const perSecond = (latencies.length / (performance.now() - started)) * 1000;
    const { has } = opened;
    const exactPerSecond = has === undefined ? null : await measureHas(has, queries);
    const p50 = latencies.toSorted((a, b) => a - b)[latencies.length >> 1] ?? 0;
    const asked = latencies.length;
    return { name: peer.name, loadSeconds, asked, perSecond, p50, recall: found / asked, exactPerSecond };
  } finally {
    await opened.close();
  }
}

async function measureHas(has: (name: string) => Promise<boolean>, queries: readonly TypedQuery[]): Promise<number> {
  const started = performance.now();
  for (const { meant } of queries)
    if (meant !== null && !(await has(meant))) throw new Error(`a peer does not find ${meant}`);
  return (queries.length / (performance.now() - started)) * 1000;
}
