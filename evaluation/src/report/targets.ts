import type { Figures } from '../metrics/figures.ts';

/** A headline figure, what it should be, and the floor under which a run fails. */
export interface Headline {
  readonly name: string;
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly target: number;
  /** Whether more is better. */
  readonly rises: boolean;
}

export function isMet({ value, target, rises }: Headline): boolean {
  return rises ? value >= target : value <= target;
}

/** The headlines of one set, by what the set is. */
export function headlinesOf(set: string, figures: Figures): Headline[] {
  const share = (name: string, interval: Figures['recall'], target: number, rises = true): Headline[] =>
    interval === null
      ? []
      : [{ name: `${set}: ${name}`, value: interval.share, low: interval.low, high: interval.high, target, rises }];
  if (set === 'harness')
    return [
      ...share('correct of the answerable', figures.recall, 0.99),
      ...share('wrong of all', figures.wrongShare, 0.001, false),
      ...share('no answer: not linked', figures.abstention, 0.998),
      ...(figures.calibration === null
        ? []
        : [
            {
              name: `${set}: calibration error`,
              value: figures.calibration,
              low: null,
              high: null,
              target: 0.02,
              rises: false,
            },
          ]),
    ];
  if (set === 'albums')
    return [...share('recall', figures.recall, 0.985), ...share('precision', figures.precision, 0.995)];
  if (set.startsWith('albums among'))
    return [...share('recall', figures.recall, 0.97), ...share('precision', figures.precision, 0.99)];
  if (set === 'artists with variations') return [...share('precision', figures.precision, 0.99)];
  if (set.startsWith('artists, variations masked')) return [...share('precision', figures.precision, 0.99)];
  return [];
}
