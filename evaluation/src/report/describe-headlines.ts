import { percent } from './tables.ts';
import { type Headline, isMet } from './targets.ts';

/** One line a headline: figure, interval, target, whether it is met, and the change against the last committed run. */
export function describeHeadlines(headlines: readonly Headline[], before: Readonly<Record<string, number>>): string {
  const width = Math.max(0, ...headlines.map(({ name }) => name.length));
  return headlines
    .map((headline) => {
      const { name, value, low, high, target, rises } = headline;
      const write = writerFor(headline);
      const interval = low === null || high === null ? '' : ` (${write(low)}–${write(high)})`;
      const wanted = target === null ? '' : `target ${rises ? '≥' : '≤'} ${write(target)}`;
      const met = target === null ? '    ' : isMet(headline) ? 'met ' : 'MISS';
      const change = describeChange(value, before[name], write);
      return `${met}  ${name.padEnd(width)}  ${`${write(value)}${interval}`.padEnd(26)} ${wanted.padEnd(18)} ${change}`.trimEnd();
    })
    .join('\n');
}

/** Shares as per cent; errors and ratios as they are. */
function writerFor({ name, value }: Headline): (value: number) => string {
  if (value > 1 || name.includes('error') || name.includes('over that')) return (each) => each.toFixed(4);
  return (each) => `${percent(each)} %`;
}

function describeChange(value: number, before: number | undefined, write: (value: number) => string): string {
  if (before === undefined) return 'not in the last saved run';
  const change = value - before;
  if (Math.abs(change) < 5e-6) return 'as before';
  return `${change > 0 ? '+' : '−'}${write(Math.abs(change))}`;
}
