const SIZE = { width: 760, height: 440, left: 80, top: 40, plotWidth: 420, plotHeight: 340 } as const;
const COLOURS = ['#0b6e4f', '#c8553d', '#3d5a80', '#8d6a9f', '#b08900', '#5c5c5c', '#00838f'];

export interface Line {
  readonly name: string;
  readonly points: readonly (readonly [x: number, y: number])[];
}

type Scale = (value: number) => number;

/** Lines over axes of powers of ten, as SVG. Every value is above zero. */
export function drawLines(lines: readonly Line[], labels: { readonly title: string; readonly x: string }): string {
  const { width, height, left, top, plotWidth, plotHeight } = SIZE;
  const xs = lines.flatMap(({ points }) => points.map(([x]) => x));
  const ys = lines.flatMap(({ points }) => points.map(([, y]) => y));
  if (xs.length === 0) throw new Error('There are no points to draw.');
  const [leftmost, rightmost] = [Math.min(...xs), Math.max(Math.max(...xs), Math.min(...xs) * 10)];
  const [lowest, highest] = [Math.floor(Math.log10(Math.min(...ys))), Math.ceil(Math.log10(Math.max(...ys)))];
  const rows = Math.max(1, highest - lowest);
  const x: Scale = (value) => left + (plotWidth * Math.log(value / leftmost)) / Math.log(rightmost / leftmost);
  const y: Scale = (value) => top + plotHeight * (1 - (Math.log10(value) - lowest) / rows);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="12" role="img" aria-label="${escapeXml(labels.title)}">`,
    `<rect width="${width}" height="${height}" fill="#fff"/>`,
    `<text x="${left}" y="20" font-size="14">${escapeXml(labels.title)}</text>`,
    ...Array.from({ length: rows + 1 }, (_, row) => drawRow(10 ** (lowest + row), y)),
    ...[...new Set(xs)].map((value) => drawColumn(value, x)),
    `<text x="${left + plotWidth / 2}" y="${top + plotHeight + 42}" text-anchor="middle">${escapeXml(labels.x)}</text>`,
    ...lines.flatMap((line, place) => drawLine(line, place, x, y)),
    '</svg>\n',
  ].join('\n');
}

function drawRow(value: number, y: Scale): string {
  const at = y(value).toFixed(1);
  const text = `<text x="${SIZE.left - 8}" y="${at}" dy="4" text-anchor="end">${value.toLocaleString('en-US')}</text>`;
  return `<line x1="${SIZE.left}" x2="${SIZE.left + SIZE.plotWidth}" y1="${at}" y2="${at}" stroke="#ddd"/>${text}`;
}

function drawColumn(value: number, x: Scale): string {
  const text = value >= 1e6 ? `${Number((value / 1e6).toPrecision(2))} M` : value.toLocaleString('en-US');
  return `<text x="${x(value).toFixed(1)}" y="${SIZE.top + SIZE.plotHeight + 20}" text-anchor="middle">${text}</text>`;
}

function drawLine({ name, points }: Line, place: number, x: Scale, y: Scale): string[] {
  const colour = COLOURS[place % COLOURS.length];
  const [side, legend] = [SIZE.left + SIZE.plotWidth + 24, SIZE.top + 10 + place * 22];
  const places = points.toSorted(([a], [b]) => a - b).map(([at, value]) => [x(at).toFixed(1), y(value).toFixed(1)]);
  return [
    `<polyline fill="none" stroke="${colour}" stroke-width="2" points="${places.map((each) => each.join(',')).join(' ')}"/>`,
    ...places.map(([across, down]) => `<circle cx="${across}" cy="${down}" r="3.5" fill="${colour}"/>`),
    `<rect x="${side}" y="${legend - 9}" width="12" height="12" fill="${colour}"/>`,
    `<text x="${side + 18}" y="${legend + 1}">${escapeXml(name)}</text>`,
  ];
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
