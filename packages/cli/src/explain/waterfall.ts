import type { Explanation } from '@deadwax/contract/schemas';

type Album = Explanation['families'][number]['albums'][number];

const WIDTH = 28;

/** A candidate's weights as bars about a zero line, adding up to its log-odds: right speaks for it, left against. */
export function drawWaterfall({ comparisons, log_odds: total }: Album): string[] {
  const sum = comparisons.reduce((so, { weight }) => so + weight, 0);
  const chance = total - sum;
  const steps = [
    ...comparisons.map(({ comparison, level, weight }) => ({ label: `${comparison}: ${level}`, weight })),
    { label: 'chance', weight: chance },
  ];
  let [level, least, most] = [0, 0, 0];
  for (const { weight } of steps) {
    level += weight;
    least = Math.min(least, level);
    most = Math.max(most, level);
  }
  const scale = (bits: number) => Math.round(((bits - least) / Math.max(1, most - least)) * WIDTH);
  let at = 0;
  const lines = steps.map(({ label, weight }) => {
    const [from, to] = [at, at + weight].sort((a, b) => a - b) as [number, number];
    at += weight;
    return `  ${label.padEnd(30)} ${signed(weight)}  ${bar(scale(from), scale(to), weight >= 0 ? '█' : '░')}`;
  });
  return [...lines, `  ${'log-odds'.padEnd(30)} ${signed(total)}  ${bar(scale(0), scale(0), '│')}`];
}

function bar(from: number, to: number, mark: string): string {
  return ' '.repeat(from) + mark.repeat(Math.max(1, to - from));
}

function signed(bits: number): string {
  return `${bits < 0 ? '−' : '+'}${Math.abs(bits).toFixed(1)}`.padStart(6);
}
