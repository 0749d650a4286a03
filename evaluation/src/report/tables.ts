import type { Interval } from '../metrics/bootstrap.ts';
import { type Figures, figuresOf, groupBy } from '../metrics/figures.ts';
import type { Outcome } from '../outcome.ts';

const COLUMNS = ['cases', 'correct', 'wrong', 'ambiguous', 'missed', 'abstained', 'linked'] as const;

/** Figures of each group as a table for a terminal. */
export function drawTable(heading: string, outcomes: readonly Outcome[], keyOf: (outcome: Outcome) => string): string {
  const rows = groupBy(outcomes, keyOf).map(([name, members]) => line(name, figuresOf(members)));
  const head = `${heading.padEnd(44)}${COLUMNS.map((column) => column.padStart(10)).join('')}   recall               precision`;
  return `${[head, ...rows].join('\n')}\n`;
}

function line(name: string, figures: Figures): string {
  const counts = COLUMNS.map((column) => String(figures[column] || (column === 'cases' ? 0 : '·')).padStart(10)).join(
    '',
  );
  return `${name.slice(0, 43).padEnd(44)}${counts}   ${interval(figures.recall)}  ${interval(figures.precision)}`;
}

function interval(share: Interval | null): string {
  if (share === null) return '–'.padEnd(19);
  return `${percent(share.share)} (${percent(share.low)}–${percent(share.high)})`.padEnd(19);
}

export function percent(share: number): string {
  return (100 * share).toFixed(2).replace(/\.?0+$/, '');
}

/** Missed and wrong cases by kind, evenly drawn. */
export function listMisses(outcomes: readonly Outcome[], most: number): string {
  return (['wrong', 'linked', 'ambiguous', 'missed'] as const)
    .flatMap((kind) => {
      const some = outcomes.filter(({ judgement }) => judgement === kind);
      const step = Math.max(1, Math.ceil(some.length / most));
      return [
        `${kind}: ${some.length}`,
        ...some
          .filter((_, place) => place % step === 0)
          .map(
            ({ group, degradation, note }) => `  [${group}${degradation === null ? '' : `, ${degradation}`}] ${note}`,
          ),
      ];
    })
    .join('\n');
}
