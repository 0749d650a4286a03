import { mixedPerSecond, type SizeFigures } from './report.ts';

const WIDTH = 720;
const HEIGHT = 440;
const LEFT = 80;
const TOP = 40;
const PLOT_WIDTH = 400;
const PLOT_HEIGHT = 340;
const COLOURS = ['#0b6e4f', '#c8553d', '#3d5a80', '#8d6a9f', '#b08900', '#5c5c5c', '#00838f'];
const LEAST = 0.1;
const MOST = 1e7;

interface Line {
  readonly name: string;
  readonly points: readonly (readonly [names: number, perSecond: number])[];
}

/** Queries a second against names, both by powers of ten: ours for equal and like names, and every peer. */
export function drawPlot(sizes: readonly SizeFigures[]): string {
  const lines: Line[] = [
    { name: 'Deadwax, equal', points: sizes.map((size) => [size.names, size.exact.hitsPerSecond]) },
    { name: 'Deadwax, like', points: sizes.map((size) => [size.names, mixedPerSecond(size)]) },
  ];
  for (const name of new Set(sizes.flatMap(({ peers }) => peers.map((peer) => peer.name)))) {
    const points = sizes.flatMap(({ names, peers }) =>
      peers.filter((peer) => peer.name === name).map(({ perSecond }): readonly [number, number] => [names, perSecond]),
    );
    lines.push({ name: name.replace(/ \(.*/, ''), points });
  }
  const most = Math.max(...sizes.map(({ names }) => names), 1_000_001);
  const x = (names: number) => LEFT + (PLOT_WIDTH * Math.log10(names / 1e5)) / Math.log10(most / 1e5);
  const y = (rate: number) =>
    TOP + PLOT_HEIGHT * (1 - Math.log10(Math.max(rate, LEAST) / LEAST) / Math.log10(MOST / LEAST));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="12" role="img" aria-label="Look-ups a second on one core by number of names">`,
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="#fff"/>`,
    `<text x="${LEFT}" y="20" font-size="14">Look-ups a second on one core, by number of names</text>`,
    ...Array.from({ length: 9 }, (_, at) => gridLine(10 ** (at - 1), y(10 ** (at - 1)))),
    ...sizes.map(
      ({ names }) => `<text x="${x(names)}" y="${TOP + PLOT_HEIGHT + 20}" text-anchor="middle">${names / 1e6} M</text>`,
    ),
    ...lines.flatMap((line, at) => drawLine(line, { colour: COLOURS[at % COLOURS.length]!, at }, x, y)),
    '</svg>\n',
  ].join('\n');
}

function gridLine(rate: number, at: number): string {
  const text = `<text x="${LEFT - 8}" y="${at + 4}" text-anchor="end">${rate.toLocaleString('en-US')}</text>`;
  return `<line x1="${LEFT}" x2="${LEFT + PLOT_WIDTH}" y1="${at}" y2="${at}" stroke="#ddd"/>${text}`;
}

type Scale = (value: number) => number;

function drawLine(
  { name, points }: Line,
  { colour, at }: { colour: string; at: number },
  x: Scale,
  y: Scale,
): string[] {
  const places = points.map(([names, rate]) => [x(names).toFixed(1), y(rate).toFixed(1)] as const);
  const legend = TOP + 10 + at * 22;
  return [
    `<polyline fill="none" stroke="${colour}" stroke-width="2" points="${places.map((place) => place.join(',')).join(' ')}"/>`,
    ...places.map(([left, top]) => `<circle cx="${left}" cy="${top}" r="3.5" fill="${colour}"/>`),
    `<rect x="${LEFT + PLOT_WIDTH + 24}" y="${legend - 9}" width="12" height="12" fill="${colour}"/>`,
    `<text x="${LEFT + PLOT_WIDTH + 42}" y="${legend + 1}">${name}</text>`,
  ];
}
