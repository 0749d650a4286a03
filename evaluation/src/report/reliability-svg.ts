import type { CalibrationBin } from '../metrics/calibration-error.ts';

const WIDTH = 640;
const PLOT = { left: 70, right: 610, top: 48, bottom: 348 } as const;
/** Counts of the bins, as bars under the diagram. */
const COUNTS = { top: 408, bottom: 468 } as const;
const HEIGHT = 522;

const STYLE = `
  text { font: 13px system-ui, sans-serif; fill: #333 } .title { font-size: 15px; font-weight: 600 } .small { font-size: 11px }
  .frame { fill: none; stroke: #999 } .grid { stroke: #9995 } .ideal { stroke: #888; stroke-dasharray: 5 4 }
  .gap { stroke: #d2691e; stroke-width: 2 } .bin { fill: #2a6fb8 } .bar { fill: #2a6fb8; fill-opacity: .55 }
  @media (prefers-color-scheme: dark) {
    text { fill: #ddd } .frame { stroke: #888 } .bin, .bar { fill: #6bb1f5 } .gap { stroke: #ff9a52 }
  }`;

type Scale = (value: number) => number;

/** A reliability diagram: on the diagonal, confidence is the share that was right. Counts of the bins stand as bars below. */
export function drawReliability(title: string, bins: readonly CalibrationBin[], error: number): string {
  const least = leastOf(bins);
  const x: Scale = (value) => PLOT.left + ((value - least) / (1 - least)) * (PLOT.right - PLOT.left);
  const y: Scale = (value) => PLOT.bottom - ((value - least) / (1 - least)) * (PLOT.bottom - PLOT.top);
  const heading = `${title}: calibration error ${error.toFixed(4)}`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${escapeXml(heading)}">
<style>${STYLE}
</style>
${text(PLOT.left, 24, heading, 'class="title"')}
${drawAxes(least, x, y)}
${bins.map((bin) => drawBin(bin, x, y)).join('\n')}
${drawCounts(bins, x)}
</svg>
`;
}

/** The axes start at the tenth under the least there is to show. */
function leastOf(bins: readonly CalibrationBin[]): number {
  const least = Math.min(0.9, ...bins.flatMap(({ confidence, right }) => [confidence, right]));
  return Math.floor(least * 10) / 10;
}

function drawAxes(least: number, x: Scale, y: Scale): string {
  const step = 1 - least > 0.35 ? 0.1 : 0.05;
  const ticks = Array.from({ length: Math.round((1 - least) / step) + 1 }, (_, place) => least + place * step);
  const middle = (PLOT.top + PLOT.bottom) / 2;
  return [
    `<rect x="${PLOT.left}" y="${PLOT.top}" width="${PLOT.right - PLOT.left}" height="${PLOT.bottom - PLOT.top}" class="frame"/>`,
    ...ticks.flatMap((tick) => [
      line([x(tick), PLOT.top], [x(tick), PLOT.bottom], 'grid'),
      line([PLOT.left, y(tick)], [PLOT.right, y(tick)], 'grid'),
      text(x(tick), PLOT.bottom + 18, tick.toFixed(2), 'text-anchor="middle"'),
      text(PLOT.left - 8, y(tick) + 4, tick.toFixed(2), 'text-anchor="end"'),
    ]),
    line([x(least), y(least)], [x(1), y(1)], 'ideal'),
    text((PLOT.left + PLOT.right) / 2, PLOT.bottom + 38, 'mean confidence of a bin', 'text-anchor="middle"'),
    `<text transform="translate(20 ${middle}) rotate(-90)" text-anchor="middle">share that was right</text>`,
  ].join('\n');
}

function drawBin({ count, confidence, right }: CalibrationBin, x: Scale, y: Scale): string {
  const words = `${count} answers: confidence ${confidence.toFixed(3)}, right ${right.toFixed(3)}`;
  return [
    line([x(confidence), y(confidence)], [x(confidence), y(right)], 'gap'),
    `<circle cx="${round(x(confidence))}" cy="${round(y(right))}" r="6" class="bin"><title>${words}</title></circle>`,
  ].join('\n');
}

function drawCounts(bins: readonly CalibrationBin[], x: Scale): string {
  const most = Math.max(1, ...bins.map(({ count }) => count));
  const room = COUNTS.bottom - COUNTS.top;
  let before = Number.NEGATIVE_INFINITY;
  let row = 0;
  return [
    line([PLOT.left, COUNTS.bottom], [PLOT.right, COUNTS.bottom], 'grid'),
    ...bins.flatMap(({ count, confidence }) => {
      const height = Math.max(1, (count / most) * room);
      const at = x(confidence);
      // Neighbours too close to stand side by side take turns on two rows.
      row = at - before < 38 ? 1 - row : 0;
      before = at;
      return [
        `<rect x="${round(at - 5)}" y="${round(COUNTS.bottom - height)}" width="10" height="${round(height)}" class="bar"/>`,
        text(at, COUNTS.bottom + 14 + row * 13, String(count), 'class="small" text-anchor="middle"'),
      ];
    }),
    text((PLOT.left + PLOT.right) / 2, HEIGHT - 10, 'answers in the bin', 'text-anchor="middle"'),
  ].join('\n');
}

function line([x1, y1]: readonly [number, number], [x2, y2]: readonly [number, number], kind: string): string {
  return `<line x1="${round(x1)}" y1="${round(y1)}" x2="${round(x2)}" y2="${round(y2)}" class="${kind}"/>`;
}

function text(x: number, y: number, words: string, attributes: string): string {
  return `<text x="${round(x)}" y="${round(y)}" ${attributes}>${escapeXml(words)}</text>`;
}

const round = (value: number): number => Math.round(value * 10) / 10;

function escapeXml(words: string): string {
  return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
