import type { Extraction, ReaderName } from './readers.ts';
import type { Measurement } from './run-measure.ts';

export interface SizeResult {
  readonly megabytes: number;
  readonly rounds: Readonly<Record<ReaderName, readonly Measurement[]>>;
}

export interface Target {
  readonly name: string;
  readonly wanted: string;
  readonly found: string;
  readonly met: boolean;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

export interface Summary {
  readonly megabytes: number;
  readonly deadwaxMbPerSecond: number;
  readonly saxesMbPerSecond: number;
  readonly ratio: number;
  readonly deadwaxPeakMb: number;
  readonly saxesPeakMb: number;
  readonly sameExtraction: boolean;
}

function sameExtraction(measurements: readonly Extraction[]): boolean {
  const keys = measurements.map(({ records, rows, characters }) => `${records} ${rows} ${characters}`);
  return new Set(keys).size === 1;
}

export function summarise({ megabytes, rounds }: SizeResult): Summary {
  const speed = (reader: ReaderName) => median(rounds[reader].map((each) => each.megabytesPerSecond));
  const peak = (reader: ReaderName) => Math.max(...rounds[reader].map((each) => each.peakMegabytes));
  return {
    megabytes,
    deadwaxMbPerSecond: speed('deadwax'),
    saxesMbPerSecond: speed('saxes'),
    ratio: speed('deadwax') / speed('saxes'),
    deadwaxPeakMb: peak('deadwax'),
    saxesPeakMb: peak('saxes'),
    sameExtraction: sameExtraction([...rounds.deadwax, ...rounds.saxes]),
  };
}

const MIN_RATIO = 2;
const MIN_SPEED = 120;
const MAX_PEAK = 1500;
/** V8 lets its young generation grow by about this while a process is young, whatever it reads. */
const PEAK_TOLERANCE_MB = 64;

export function judge(summaries: readonly Summary[]): Target[] {
  const ratio = Math.min(...summaries.map((each) => each.ratio));
  const speed = Math.min(...summaries.map((each) => each.deadwaxMbPerSecond));
  const peaks = summaries.map((each) => each.deadwaxPeakMb);
  const growth = Math.max(...peaks) - Math.min(...peaks);
  const targets: Target[] = [
    { name: 'against saxes', wanted: `>= ${MIN_RATIO} x`, found: `${ratio.toFixed(2)} x`, met: ratio >= MIN_RATIO },
    { name: 'speed', wanted: `>= ${MIN_SPEED} MB/s`, found: `${speed.toFixed(0)} MB/s`, met: speed >= MIN_SPEED },
    {
      name: 'peak memory',
      wanted: `< ${MAX_PEAK} MB`,
      found: `${Math.max(...peaks).toFixed(0)} MB`,
      met: Math.max(...peaks) < MAX_PEAK,
    },
  ];
  if (summaries.length > 1) {
    const found = `${growth.toFixed(0)} MB apart`;
    const wanted = `<= ${PEAK_TOLERANCE_MB} MB apart`;
    targets.push({ name: 'memory the same at every size', wanted, found, met: growth <= PEAK_TOLERANCE_MB });
  }
  const same = summaries.every((each) => each.sameExtraction);
  targets.push({ name: 'same extraction', wanted: 'equal rows', found: same ? 'equal' : 'different', met: same });
  return targets;
}

export function formatSummaries(summaries: readonly Summary[]): string {
  const header = ['XML', 'deadwax MB/s', 'saxes MB/s', 'ratio', 'deadwax peak', 'saxes peak'];
  const rows = summaries.map((each) => [
    `${each.megabytes} MB`,
    each.deadwaxMbPerSecond.toFixed(0),
    each.saxesMbPerSecond.toFixed(0),
    `${each.ratio.toFixed(2)} x`,
    `${each.deadwaxPeakMb.toFixed(0)} MB`,
    `${each.saxesPeakMb.toFixed(0)} MB`,
  ]);
  return [header, ...rows].map((row) => row.map((cell) => cell.padStart(14)).join('')).join('\n');
}

export function formatTargets(targets: readonly Target[]): string {
  return targets
    .map(({ name, wanted, found, met }) => `${met ? 'met   ' : 'MISSED'}  ${name}: ${found} (wanted ${wanted})`)
    .join('\n');
}
