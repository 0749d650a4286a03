import { describeFigure, describeTarget } from './describe-headlines.ts';
import { type Headline, isMet } from './targets.ts';

const START = '<!-- written by script/evaluate --save -->';
const END = '<!-- end -->';

/** Puts the headlines into the table of a document, each in its row; figures that were not taken this time stay. */
export function updateFigures(document: string, headlines: readonly Headline[]): string {
  const [before, rest, extra] = document.split(START);
  const [table, after] = rest?.split(END) ?? [];
  if (before === undefined || table === undefined || after === undefined || extra !== undefined)
    throw new Error(`a document with one ${START} and one ${END} is wanted`);
  const rows = new Map(
    table
      .split('\n')
      .filter((line) => line.startsWith('| ') && !line.startsWith('| figure |'))
      .map((line) => [line.split(' | ')[0]?.slice(2) ?? '', line]),
  );
  for (const headline of headlines) rows.set(headline.name, drawRow(headline));
  return `${before}${START}\n| figure | value (95 %) | target | |\n|---|---|---|---|\n${[...rows.values()].join('\n')}\n${END}${after}`;
}

function drawRow(headline: Headline): string {
  const { name, target } = headline;
  const met = target === null ? '' : isMet(headline) ? 'met' : '**missed**';
  return `| ${name} | ${describeFigure(headline)} | ${describeTarget(headline)} | ${met} |`;
}
