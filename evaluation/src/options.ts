import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type EvaluationName, evaluationNames } from './evaluations.ts';
import { evaluationFolder } from './report/baseline.ts';

export const USAGE = `Usage: script/evaluate [options]

Says how right the resolver is: on degraded rows about confusable records (harness), on labelled albums and artists, and on pairs
of tracks of two shops. Ends with 1 when a figure is under its floor (evaluation/floors.json).

  --only NAME         ${evaluationNames.join(', ')}; may be repeated
  --quick             one seed of the harness, no distractors
  --seeds WHICH       check (default) or tuning
  --distractors N     ask the labelled albums among N made-up records too (5000000 takes a quarter of an hour and 8 GB)
  --keep              keep the references with distractors for the next run (1 GB each for 5000000)
  --misses N          list up to N cases of each kind of miss
  --save              make this run the one that later runs are compared with, and write its figures to docs/
  --json FILE         write the figures
  --floors FILE       what to fail under (default evaluation/floors.json)
  --folder DIR        where references are kept between runs (default .deadwax/evaluation)
`;

export interface Options {
  readonly only: readonly EvaluationName[];
  readonly quick: boolean;
  readonly seeds: 'check' | 'tuning';
  readonly distractors: number;
  readonly keep: boolean;
  readonly misses: number;
  readonly save: boolean;
  readonly json: string | null;
  readonly floors: string;
  readonly workFolder: string;
  readonly help: boolean;
}

/** Throws RangeError, or what parseArgs throws. */
export function readOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      only: { type: 'string', multiple: true },
      quick: { type: 'boolean', default: false },
      seeds: { type: 'string', default: 'check' },
      distractors: { type: 'string', default: '0' },
      keep: { type: 'boolean', default: false },
      misses: { type: 'string', default: '0' },
      save: { type: 'boolean', default: false },
      json: { type: 'string' },
      floors: { type: 'string', default: join(evaluationFolder, 'floors.json') },
      folder: { type: 'string', default: '.deadwax/evaluation' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  const { quick, keep, save, help, seeds } = values;
  if (seeds !== 'check' && seeds !== 'tuning') throw new RangeError('--seeds takes check or tuning.');
  if (save && (quick || seeds === 'tuning')) throw new RangeError('--save takes a whole run on the check seeds.');
  const distractors = readCount('--distractors', values.distractors);
  if (quick && distractors > 0) throw new RangeError('--quick takes no --distractors.');
  return {
    ...{ quick, keep, save, help, seeds, distractors },
    only: (values.only ?? evaluationNames).map(readName),
    misses: readCount('--misses', values.misses),
    json: values.json ?? null,
    floors: values.floors,
    workFolder: values.folder,
  };
}

function readName(name: string): EvaluationName {
  const known = evaluationNames.find((each) => each === name);
  if (known === undefined) throw new RangeError(`--only takes ${evaluationNames.join(', ')}, not ${name}.`);
  return known;
}

function readCount(option: string, value: string): number {
  const count = Number(value);
  if (!Number.isInteger(count) || count < 0) throw new RangeError(`${option} takes a number, not ${value}.`);
  return count;
}
