import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { UsageError } from './entry/usage-error.ts';
import { drawLines, type Line } from './plot/draw-lines.ts';
import { readPoints } from './plot/read-points.ts';

function plot(): void {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      x: { type: 'string', default: 'size' },
      'x-title': { type: 'string' },
      line: { type: 'string', multiple: true, default: [] },
      title: { type: 'string', default: '' },
      out: { type: 'string' },
    },
  });
  if (values.out === undefined || values.line.length === 0 || positionals.length === 0)
    throw new UsageError('--out, one --line or more and one result or more are needed.');
  const results = positionals.flatMap((path) => JSON.parse(readFileSync(path, 'utf8')) as unknown);
  const lines = values.line.map((line): Line => {
    const border = line.lastIndexOf('=');
    if (border < 1) throw new UsageError(`--line takes NAME=KEY, not ${line}.`);
    return { name: line.slice(0, border), points: readPoints(results, values.x, line.slice(border + 1)) };
  });
  writeFileSync(values.out, drawLines(lines, { title: values.title, x: values['x-title'] ?? values.x }));
}

plot();
