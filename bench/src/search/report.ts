import type { Sample } from './measure.ts';
import type { QueueTimes } from './measure-queue.ts';

export interface Summary {
  readonly kind: string;
  readonly count: number;
  readonly joined: Percentiles;
  readonly bare: Percentiles;
  readonly matched: string;
}

export interface Percentiles {
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly mean: number;
}

export function summarise(samples: readonly Sample[]): Summary[] {
  const kinds = [...new Set(samples.map(({ kind }) => kind))].sort();
  return [
    ...kinds.map((kind) =>
      summariseKind(
        kind,
        samples.filter((sample) => sample.kind === kind),
      ),
    ),
    summariseKind('all', samples),
  ];
}

/** The same of the time on a core; null where it is not known. */
export function summariseCores(samples: readonly Sample[]): Summary | null {
  const known = samples.flatMap(({ joinedCoreMs, bareCoreMs, ...sample }) =>
    joinedCoreMs === null || bareCoreMs === null
      ? []
      : [{ ...sample, joinedMs: joinedCoreMs, bareMs: bareCoreMs, joinedCoreMs, bareCoreMs }],
  );
  return known.length === 0 ? null : summariseKind('all, on a core', known);
}

function summariseKind(kind: string, samples: readonly Sample[]): Summary {
  const found = new Map<string, number>();
  for (const { matched } of samples) found.set(String(matched), (found.get(String(matched)) ?? 0) + 1);
  return {
    kind,
    count: samples.length,
    joined: percentiles(samples.map(({ joinedMs }) => joinedMs)),
    bare: percentiles(samples.map(({ bareMs }) => bareMs)),
    matched: [...found].map(([by, count]) => `${by} ${count}`).join(', '),
  };
}

function percentiles(times: readonly number[]): Percentiles {
  const sorted = times.toSorted((one, other) => one - other);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return {
    p50: at(0.5),
    p95: at(0.95),
    p99: at(0.99),
    mean: sorted.reduce((sum, time) => sum + time, 0) / sorted.length,
  };
}

export function formatSummaries(summaries: readonly Summary[]): string {
  const head = 'kind            queries   p50    p95    p99   |   p50    p95    p99   found by';
  const number = (value: number) => value.toFixed(2).padStart(6);
  const lines = summaries.map(({ kind, count, joined, bare, matched }) =>
    [
      kind.padEnd(16) + String(count).padStart(6),
      ...[joined.p50, joined.p95, joined.p99].map(number),
      '  |',
      ...[bare.p50, bare.p95, bare.p99].map(number),
      ` ${matched}`,
    ].join(' '),
  );
  return ['milliseconds             with identity        |   without', head, ...lines].join('\n');
}

export function formatQueue({ first, later, firstCore, laterCore }: QueueTimes): string {
  const core =
    firstCore === null || laterCore === null ? '' : ` (${firstCore.toFixed(1)} and ${laterCore.toFixed(1)} on a core)`;
  return `review queue, pages of 20: the first ${first.toFixed(1)} ms, later ones ${later.toFixed(1)} ms${core}`;
}

export interface Target {
  readonly name: string;
  readonly met: boolean;
  readonly text: string;
}

/** The join's cost: what it adds to the mean, to the middle query and to the slow ones. */
export function judge(all: Summary): { ratio: { mean: number; p50: number; p95: number }; targets: Target[] } {
  const { joined, bare } = all;
  const ratio = { mean: joined.mean / bare.mean, p50: joined.p50 / bare.p50, p95: joined.p95 / bare.p95 };
  const percent = (value: number) => `${((value - 1) * 100).toFixed(1)} %`;
  return {
    ratio,
    targets: [
      { name: 'p95 at most 15 ms', met: joined.p95 <= 15, text: `${joined.p95.toFixed(2)} ms` },
      {
        name: 'identity costs at most 5 %',
        met: Math.max(ratio.mean, ratio.p50, ratio.p95) <= 1.05,
        text: `${percent(ratio.mean)} of the mean, ${percent(ratio.p50)} at p50, ${percent(ratio.p95)} at p95`,
      },
    ],
  };
}
