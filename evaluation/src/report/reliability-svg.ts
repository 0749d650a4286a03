import type { CalibrationBin } from '../metrics/calibration-error.ts';

const SIZE = { width: 640, height: 460, left: 70, top: 46, plot: 340 } as const;
const LEAST = 0.6;

const x = (confidence: number) => SIZE.left + ((Math.max(LEAST, confidence) - LEAST) / (1 - LEAST)) * 520;
const y = (share: number) => SIZE.top + SIZE.plot - ((Math.max(LEAST, share) - LEAST) / (1 - LEAST)) * SIZE.plot;

/** A reliability diagram: on the diagonal, confidence is what comes true. Both axes from 0.6, below which nothing is answered. */
export function drawReliability(title: string, bins: readonly CalibrationBin[], error: number): string {
  const ticks = [0.6, 0.7, 0.8, 0.9, 1];
  const most = Math.max(1, ...bins.map(({ count }) => count));
  const points = bins.map(
    ({ count, confidence, right }) =>
      `<circle cx="${x(confidence).toFixed(1)}" cy="${y(right).toFixed(1)}" r="${(4 + 10 * Math.sqrt(count / most)).toFixed(1)}" class="bin"><title>${count} answers: confidence ${confidence.toFixed(3)}, right ${right.toFixed(3)}</title></circle>`,
  );
  const labels = bins
    .filter(({ count }, place) => place === 0 || count > most / 50)
    .map(
      ({ count, confidence, right }) =>
        `<text x="${x(confidence).toFixed(1)}" y="${(y(right) + 28).toFixed(1)}" class="count">${count}</text>`,
    );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${SIZE.width} ${SIZE.height}" role="img" aria-label="${title}">
<style>
  text { font: 13px system-ui, sans-serif; fill: #444 } .title { font-size: 15px; font-weight: 600 } .count { font-size: 11px; text-anchor: middle }
  .grid { stroke: #9994; } .ideal { stroke: #888; stroke-dasharray: 5 4 } .bin { fill: #2a78c8; fill-opacity: .75 }
  @media (prefers-color-scheme: dark) { text { fill: #ccc } .bin { fill: #6bb1f5 } }
</style>
<text x="${SIZE.left}" y="24" class="title">${title} (calibration error ${error.toFixed(4)})</text>
${ticks
  .map(
    (tick) =>
      `<line x1="${x(tick)}" y1="${SIZE.top}" x2="${x(tick)}" y2="${SIZE.top + SIZE.plot}" class="grid"/><line x1="${SIZE.left}" y1="${y(tick)}" x2="590" y2="${y(tick)}" class="grid"/>` +
      `<text x="${x(tick)}" y="${SIZE.top + SIZE.plot + 20}" text-anchor="middle">${tick.toFixed(1)}</text><text x="${SIZE.left - 10}" y="${y(tick) + 4}" text-anchor="end">${tick.toFixed(1)}</text>`,
  )
  .join('\n')}
<line x1="${x(LEAST)}" y1="${y(LEAST)}" x2="${x(1)}" y2="${y(1)}" class="ideal"/>
${points.join('\n')}
${labels.join('\n')}
<text x="330" y="${SIZE.height - 16}" text-anchor="middle">confidence of the answers in a bin (area: how many)</text>
<text transform="translate(22 ${SIZE.top + SIZE.plot / 2}) rotate(-90)" text-anchor="middle">share that was right</text>
</svg>
`;
}
