import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

export const usage = `usage: script/bench http [pages|interactive|stream] [options]
  pages        pages of 1,000 rows beside an empty handler that reads the same body (default)
  interactive  single rows at a steady rate, alone and beside a bulk pull of pages of 1,000
  stream       one request of many rows as NDJSON: rows a second, and the memory of the server meanwhile

  --snapshot DIR     the snapshot to answer from; without it the sample that script/server builds
  --library FILE     a CSV with the columns artist and title, or queries of script/bench world (.ndjson); without it a few well-known records
  --workers N        threads that resolve (default one for each core), 0 for none
  --rounds N         rounds of each kind, in turns (default 5)
  --seconds N        of each round (default 4; interactive 10)
  --connections N    pages in flight (default 4)
  --rate N           interactive: rows asked a second (default 50)
  --rows N           stream: rows (default 1000000)
  --json FILE        write the figures
`;

export const modes = ['pages', 'interactive', 'stream'] as const;

export interface Options {
  readonly mode: (typeof modes)[number];
  readonly snapshot: string;
  readonly library: string | undefined;
  readonly json: string | undefined;
  readonly workers: number;
  readonly rounds: number;
  readonly seconds: number;
  readonly connections: number;
  readonly rate: number;
  readonly rows: number;
}

const sampleSnapshot = fileURLToPath(new URL('../../../.deadwax/snapshots/sample', import.meta.url));

/** Throws Error with the usage. */
export function readOptions(argv: readonly string[]): Options {
  const text = { type: 'string' } as const;
  const numbers = { workers: text, rounds: text, seconds: text, connections: text, rate: text, rows: text };
  const { values, positionals } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: { snapshot: { type: 'string', default: sampleSnapshot }, library: text, json: text, ...numbers },
  });
  const mode = modes.find((each) => each === (positionals[0] ?? 'pages'));
  if (mode === undefined || positionals.length > 1) throw new Error(usage);
  const number = (name: keyof typeof numbers, fallback: number, least = 1): number => {
    const value = Number(values[name] ?? fallback);
    if (!Number.isInteger(value) || value < least) throw new Error(`--${name} must be a whole number\n${usage}`);
    return value;
  };
  return {
    ...{ mode, snapshot: values.snapshot, library: values.library, json: values.json },
    workers: number('workers', availableParallelism(), 0),
    rounds: number('rounds', 5),
    seconds: number('seconds', mode === 'interactive' ? 10 : 4),
    connections: number('connections', 4),
    rate: number('rate', 50),
    rows: number('rows', 1_000_000),
  };
}
