import type { Baseline } from './baseline.ts';
import { type Headline, isMet } from './targets.ts';

/** One line a headline: figure, interval, target, whether it is met, and the change against the last committed run. */
export function describeHeadlines(headlines: readonly Headline[], baseline: Baseline): string {
  return headlines
    .map((headline) => {
      const { name, value, low, high, target, rises } = headline;
      const interval = low === null || high === null ? '' : ` (${number(low)}–${number(high)})`;
      const before = baseline[name];
      const change = before === undefined ? 'new' : signed(value - before);
      const met = isMet(headline) ? 'met ' : 'MISS';
      return `${met}  ${name.padEnd(58)} ${`${number(value)}${interval}`.padEnd(26)} target ${rises ? '≥' : '≤'} ${number(target)}   change ${change}`;
    })
    .join('\n');
}

function number(value: number): string {
  return value.toFixed(4);
}

function signed(change: number): string {
  if (Math.abs(change) < 5e-7) return '0';
  return `${change > 0 ? '+' : '−'}${Math.abs(change).toFixed(4)}`;
}
