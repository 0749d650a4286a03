import type { KindFigures, OracleCheck, Rate } from './measure.ts';
import type { PeerFigures } from './peers/measure-peer.ts';
import type { Written } from './write-index.ts';

export interface SizeFigures extends Written {
  readonly names: number;
  readonly bytes: number;
  readonly openSeconds: number;
  readonly exact: Rate;
  readonly kinds: readonly KindFigures[];
  readonly oracle: OracleCheck;
  readonly peers: readonly PeerFigures[];
  /** Peers that were not given so many names, and why. */
  readonly left: readonly string[];
}

const whole = (value: number) => Math.round(value).toLocaleString('en-US');
const share = (value: number | null) => (value === null ? '–' : `${(100 * value).toFixed(1)} %`);

/** Queries a second over the four kinds that mean a name, each as often. */
export function mixedPerSecond({ kinds }: Pick<SizeFigures, 'kinds'>): number {
  const meant = kinds.filter(({ recall }) => recall !== null);
  return meant.length / meant.reduce((sum, { perSecond }) => sum + 1 / perSecond, 0);
}

export function describeSize(figures: SizeFigures): string {
  const { keys, bytes, exact, kinds, oracle, peers, left } = figures;
  const lines = [
    `${whole(figures.names)} names, ${whole(keys)} keys: built in ${figures.buildSeconds.toFixed(1)} s, ${whole(bytes / 1e6)} MB (${(bytes / keys).toFixed(0)} bytes a key), opened in ${figures.openSeconds.toFixed(2)} s`,
    `  equal names: ${whole(exact.hitsPerSecond)} found a second, ${whole(exact.missesPerSecond)} not found`,
    row(['like names', 'a second', 'p50 µs', 'p99 µs', 'p99.9 µs', 'found', 'first']),
    ...kinds.map(({ kind, perSecond, p50, p99, p999, recall, first }) =>
      row([kind, whole(perSecond), whole(p50), whole(p99), whole(p999), share(recall), share(first)]),
    ),
    `  against looking at every key: ${oracle.asked - oracle.nearer.length} of ${oracle.asked} have nothing nearer${oracle.nearer.length > 0 ? `; not: ${oracle.nearer.slice(0, 5).join(', ')}` : ''}`,
    ...(peers.length > 0 ? [row(['peers', 'a second', 'p50 µs', 'found', 'slower', 'load s', 'equal/s'])] : []),
    ...peers.map((peer) => {
      const slower = `${whole(mixedPerSecond(figures) / peer.perSecond)} ×`;
      const exactly = peer.exactPerSecond === null ? '–' : whole(peer.exactPerSecond);
      const rate = peer.perSecond < 10 ? peer.perSecond.toFixed(1) : whole(peer.perSecond);
      return row([peer.name, rate, whole(peer.p50), share(peer.recall), slower, peer.loadSeconds.toFixed(1), exactly]);
    }),
    ...left.map((reason) => `  left out: ${reason}`),
  ];
  return lines.join('\n');
}

function row([first = '', ...rest]: readonly string[]): string {
  return `  ${first.padEnd(56)}${rest.map((cell) => cell.padStart(11)).join('')}`;
}

/** What the index is meant to reach at ten million names, on one core. */
export function judge(figures: SizeFigures): string[] {
  const of = (kind: string) => figures.kinds.find((each) => each.kind === kind);
  const [one, two] = [of('one typo'), of('two typos')];
  const trigrams = figures.peers.find(({ name }) => name.startsWith('pg_trgm'));
  const ratio = trigrams === undefined ? null : mixedPerSecond(figures) / trigrams.perSecond;
  const worst = Math.max(...figures.kinds.map(({ p99 }) => p99));
  const targets: readonly (readonly [name: string, value: number | null, target: number, isCeiling?: boolean])[] = [
    ['like names a second', mixedPerSecond(figures), 10_000],
    ['p50 of one typo, µs', one?.p50 ?? null, 100, true],
    ['p99 of the slowest kind, µs', worst, 2_000, true],
    ['found with one typo, %', (one?.recall ?? 0) * 100, 99],
    ['found with two typos, %', (two?.recall ?? 0) * 100, 97],
    ['equal names a second', figures.exact.hitsPerSecond, 800_000],
    ['times pg_trgm', ratio, 1_000],
  ];
  return targets.flatMap(([name, value, target, isCeiling = false]) => {
    if (value === null) return [];
    const met = isCeiling ? value <= target : value >= target;
    const text = value < 1000 ? value.toFixed(1) : whole(value);
    return [
      `${met ? 'MET ' : 'MISS'} ${name}: ${text} (target ${isCeiling ? 'at most' : 'at least'} ${whole(target)})`,
    ];
  });
}
