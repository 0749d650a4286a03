import type { Interval } from '../metrics/bootstrap.ts';
import { type Figures, figuresOf, groupBy } from '../metrics/figures.ts';
import type { Judgement, Outcome } from '../outcome.ts';

const COLUMNS = ['cases', 'correct', 'wrong', 'ambiguous', 'missed', 'abstained', 'linked'] as const;

/** Figures of each group, and of all, as a table for a terminal. Shares in per cent with 95 % intervals. */
export function drawTable(heading: string, outcomes: readonly Outcome[], keyOf: (outcome: Outcome) => string): string {
  const groups = groupBy(outcomes, keyOf).map(([name, members]) => drawLine(name, figuresOf(members)));
  const head = `${heading.padEnd(44)}${COLUMNS.map((column) => column.padStart(10)).join('')}   ${'recall'.padEnd(21)}${'precision'.padEnd(21)}ECE`;
  return `${[head, ...groups, drawLine('all', figuresOf(outcomes))].join('\n')}\n`;
}

function drawLine(name: string, figures: Figures): string {
  const counts = COLUMNS.map((column) => String(figures[column] || (column === 'cases' ? 0 : '·')).padStart(10));
  const error = figures.calibration === null ? '–' : figures.calibration.toFixed(4);
  return `${name.slice(0, 43).padEnd(44)}${counts.join('')}   ${drawInterval(figures.recall)}${drawInterval(figures.precision)}${error}`;
}

function drawInterval(share: Interval | null): string {
  const text = share === null ? '–' : `${percent(share.share)} (${percent(share.low)}–${percent(share.high)})`;
  return text.padEnd(21);
}

export function percent(share: number): string {
  return String(Number((100 * share).toFixed(2)));
}

const MISSES: readonly Judgement[] = ['wrong', 'linked', 'ambiguous', 'missed'];

/** Cases that did not come out right by kind, `most` of each, evenly drawn. */
export function listMisses(outcomes: readonly Outcome[], most: number): string {
  return MISSES.flatMap((kind) => {
    const some = outcomes.filter(({ judgement }) => judgement === kind);
    const step = Math.max(1, Math.ceil(some.length / most));
    const drawn = some.filter((_, place) => place % step === 0);
    return [
      `${kind}: ${some.length}${drawn.length < some.length ? `, of which ${drawn.length}` : ''}`,
      ...drawn.map(
        ({ group, degradation, note }) => `  [${group}${degradation === null ? '' : `, ${degradation}`}] ${note}`,
      ),
    ];
  }).join('\n');
}
