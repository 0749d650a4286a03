import type { Interval } from '../metrics/bootstrap.ts';
import type { Figures } from '../metrics/figures.ts';

/** A headline figure and what it should be. */
export interface Headline {
  readonly name: string;
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
  /** Null for a figure that is only watched. */
  readonly target: number | null;
  /** Whether more is better. */
  readonly rises: boolean;
}

export function isMet({ value, target, rises }: Headline): boolean {
  return target === null || (rises ? value >= target : value <= target);
}

interface Wanted {
  readonly figure: 'recall' | 'precision' | 'wrongShare' | 'abstention' | 'calibration';
  readonly words: string;
  readonly target: number | null;
}

const RECALL = (target: number | null): Wanted => ({ figure: 'recall', words: 'recall', target });
const PRECISION = (target: number | null): Wanted => ({ figure: 'precision', words: 'precision', target });
const CALIBRATION = (target: number | null): Wanted => ({ figure: 'calibration', words: 'calibration error', target });

const WANTED: readonly (readonly [set: RegExp, readonly Wanted[]])[] = [
  [
    /^harness$/,
    [
      { figure: 'recall', words: 'correct of the answerable', target: 0.99 },
      { figure: 'wrongShare', words: 'wrong of all', target: 0.001 },
      { figure: 'abstention', words: 'no answer: not linked', target: 0.998 },
      CALIBRATION(0.02),
    ],
  ],
  [/^albums$/, [RECALL(0.985), PRECISION(0.995), CALIBRATION(null)]],
  [/^albums among /, [RECALL(0.97), PRECISION(0.99), CALIBRATION(null)]],
  [/^albums without their id$/, [{ ...PRECISION(null), words: 'an edition of the album, of the answered' }]],
  [/^artists with variations$/, [RECALL(0.98), PRECISION(null)]],
  [
    /^artists of (?:a shared name|one spelling)$/,
    [{ figure: 'abstention', words: 'said to be ambiguous', target: null }],
  ],
  [/^artists, variations masked$/, [PRECISION(0.99), RECALL(null)]],
];

/** The headlines of one set, by what the set is. */
export function headlinesOf(set: string, figures: Figures): Headline[] {
  const wanted = WANTED.find(([pattern]) => pattern.test(set))?.[1] ?? [];
  return wanted.flatMap(({ figure, words, target }) => {
    const value = figures[figure];
    if (value === null) return [];
    const rises = figure !== 'wrongShare' && figure !== 'calibration';
    return [{ name: `${set}: ${words}`, ...spread(value), target, rises }];
  });
}

function spread(value: Interval | number): Pick<Headline, 'value' | 'low' | 'high'> {
  if (typeof value === 'number') return { value, low: null, high: null };
  return { value: value.share, low: value.low, high: value.high };
}
