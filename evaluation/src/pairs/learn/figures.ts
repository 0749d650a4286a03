import { Random } from '@deadwax/bench/world/random';

export interface Judged {
  readonly probability: number;
  readonly isMatch: boolean;
}

export interface Figures {
  readonly f1: number;
  readonly precision: number;
  readonly recall: number;
}

/** Shares of 1. Without any link, or without any match, the figure in question is 0. */
export function measure(judged: readonly Judged[], threshold: number): Figures {
  let [hits, links, matches] = [0, 0, 0];
  for (const { probability, isMatch } of judged) {
    const isLink = probability >= threshold;
    if (isLink) links += 1;
    if (isMatch) matches += 1;
    if (isLink && isMatch) hits += 1;
  }
  return { f1: ratio(2 * hits, links + matches), precision: ratio(hits, links), recall: ratio(hits, matches) };
}

function ratio(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}

export function logLoss(judged: readonly Judged[]): number {
  const losses = judged.map(
    ({ probability, isMatch }) => -Math.log(Math.max(1e-12, isMatch ? probability : 1 - probability)),
  );
  return ratio(
    losses.reduce((sum, loss) => sum + loss, 0),
    judged.length,
  );
}

const BINS = 10;

/** Expected calibration error: how far the share of matches is from the mean probability, over ten bins of equal width. */
export function calibrationError(judged: readonly Judged[]): number {
  const bins = Array.from({ length: BINS }, () => ({ probability: 0, matches: 0 }));
  for (const { probability, isMatch } of judged) {
    const bin = bins[Math.min(BINS - 1, Math.floor(probability * BINS))]!;
    bin.probability += probability;
    if (isMatch) bin.matches += 1;
  }
  return ratio(
    bins.reduce((sum, bin) => sum + Math.abs(bin.probability - bin.matches), 0),
    judged.length,
  );
}

export interface Interval {
  readonly low: number;
  readonly high: number;
}

const RESAMPLES = 2000;

/** The middle 95 % of each figure over seeded resamples of the pairs. */
export function bootstrap(judged: readonly Judged[], threshold: number, seed: number): Record<keyof Figures, Interval> {
  const random = new Random(seed);
  const runs = Array.from({ length: RESAMPLES }, () =>
    measure(
      judged.map(() => random.pick(judged)),
      threshold,
    ),
  );
  const interval = (figure: keyof Figures): Interval => {
    const sorted = runs.map((run) => run[figure]).sort((a, b) => a - b);
    return { low: sorted[Math.floor(RESAMPLES * 0.025)]!, high: sorted[Math.ceil(RESAMPLES * 0.975) - 1]! };
  };
  return { f1: interval('f1'), precision: interval('precision'), recall: interval('recall') };
}
