import { percent } from './tables.ts';
import { type Headline, isMet } from './targets.ts';

/** One line a headline: figure, interval, target, whether it is met, and the change against the last committed run. */
export function describeHeadlines(headlines: readonly Headline[], before: Readonly<Record<string, number>>): string {
  const width = Math.max(0, ...headlines.map(({ name }) => name.length));
  return headlines
    .map((headline) => {
      const { name, value, target } = headline;
      const met = target === null ? '    ' : isMet(headline) ? 'met ' : 'MISS';
      const change = describeChange(value, before[name], writerFor(headline));
      const wanted = target === null ? '' : `target ${describeTarget(headline)}`;
      return `${met}  ${name.padEnd(width)}  ${describeFigure(headline).padEnd(26)} ${wanted.padEnd(18)} ${change}`.trimEnd();
    })
    .join('\n');
}

export function describeFigure(headline: Headline): string {
  const { value, low, high } = headline;
  const write = writerFor(headline);
  return low === null || high === null ? write(value) : `${write(value)} (${write(low)}–${write(high)})`;
}

export function describeTarget(headline: Headline): string {
  const { target, rises } = headline;
  return target === null ? '' : `${rises ? '≥' : '≤'} ${writerFor(headline)(target)}`;
}

/** Shares as per cent; errors and ratios as they are. */
function writerFor({ name, value }: Headline): (value: number) => string {
  if (value > 1 || name.includes('error') || name.includes('over that')) return (each) => each.toFixed(4);
  return (each) => `${percent(each)} %`;
}

function describeChange(value: number, before: number | undefined, write: (value: number) => string): string {
  if (before === undefined) return 'not in the last saved run';
  const change = value - before;
  if (Math.abs(change) < 5e-5) return 'as before';
  return `${change > 0 ? '+' : '−'}${write(Math.abs(change))}`;
}
