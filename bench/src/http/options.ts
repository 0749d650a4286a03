import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { UsageError } from '../entry/usage-error.ts';

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

/** Throws UsageError. */
export function readOptions(argv: readonly string[]): Options {
  const text = { type: 'string' } as const;
  const numbers = { workers: text, rounds: text, seconds: text, connections: text, rate: text, rows: text };
  const { values, positionals } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: { snapshot: { type: 'string', default: sampleSnapshot }, library: text, json: text, ...numbers },
  });
  const mode = modes.find((each) => each === (positionals[0] ?? 'pages'));
  if (mode === undefined || positionals.length > 1) throw new UsageError(`one of ${modes.join(', ')}`);
  const number = (name: keyof typeof numbers, fallback: number, least = 1): number => {
    const value = Number(values[name] ?? fallback);
    if (!Number.isInteger(value) || value < least)
      throw new UsageError(`--${name} takes a whole number from ${least}.`);
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
