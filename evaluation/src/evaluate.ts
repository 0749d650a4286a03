import { mkdir, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { type Evaluated, type EvaluationName, evaluations } from './evaluations.ts';
import { binByConfidence, calibrationError } from './metrics/calibration-error.ts';
import { calibrated } from './metrics/figures.ts';
import { failsFloor, readBaseline, readFloors, saveBaseline } from './report/baseline.ts';
import { describeHeadlines } from './report/describe-headlines.ts';
import { drawReliability } from './report/reliability-svg.ts';
import { drawTable, listMisses } from './report/tables.ts';

const USAGE = `Usage: script/evaluate [options]

Says how right the resolver is: on degraded rows about confusable records (harness), on labelled albums and artists, and on pairs
of tracks of two shops. Ends with 1 when a figure is under its floor (evaluation/floors.json).

  --only NAME         harness, albums, artists or pairs; may be repeated
  --quick             one check seed of the harness
  --seeds WHICH       check (default) or tuning
  --distractors N     ask the labelled albums among N made-up records too (5000000 takes half an hour)
  --keep              keep the references with distractors for the next run (1 GB each for 5000000)
  --misses N          list up to N cases of each kind of miss
  --save              make this run the one that later runs are compared with
  --json FILE         write the figures
  --folder DIR        where references are kept between runs (default .deadwax/evaluation)
`;

const names = Object.keys(evaluations) as EvaluationName[];
const progress = (message: string) => process.stderr.write(`  ${message}\n`);

function readOptions() {
  const { values } = parseArgs({
    options: {
      only: { type: 'string', multiple: true },
      quick: { type: 'boolean', default: false },
      seeds: { type: 'string', default: 'check' },
      distractors: { type: 'string', default: '0' },
      keep: { type: 'boolean', default: false },
      misses: { type: 'string', default: '0' },
      save: { type: 'boolean', default: false },
      json: { type: 'string' },
      folder: { type: 'string', default: '.deadwax/evaluation' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  const only = values.only ?? names;
  const unknown = only.find((name) => !names.includes(name as EvaluationName));
  if (unknown !== undefined) throw new RangeError(`--only takes ${names.join(', ')}, not ${unknown}.`);
  if (values.seeds !== 'check' && values.seeds !== 'tuning') throw new RangeError('--seeds takes check or tuning.');
  const count = (name: 'distractors' | 'misses') => {
    const value = Number(values[name]);
    if (!Number.isInteger(value) || value < 0) throw new RangeError(`--${name} takes a number, not ${values[name]}.`);
    return value;
  };
  return {
    ...values,
    only: only as EvaluationName[],
    seeds: values.seeds as 'check' | 'tuning',
    distractors: count('distractors'),
    misses: count('misses'),
  };
}

async function evaluate(): Promise<number> {
  const options = readOptions();
  if (options.help) {
    process.stdout.write(USAGE);
    return 0;
  }
  await mkdir(options.folder, { recursive: true });
  const done: Evaluated[] = [];
  for (const name of options.only) {
    process.stderr.write(`${name}\n`);
    const evaluated = await evaluations[name]({ ...options, workFolder: options.folder, progress });
    if (evaluated === null) process.stdout.write(`${name}: skipped, the labelled sets (../shared/data) are not here\n`);
    else done.push(evaluated);
  }
  for (const each of done) print(each, options.misses);
  const headlines = done.flatMap((each) => each.headlines);
  const [baseline, floors] = [await readBaseline(), await readFloors()];
  process.stdout.write(`\n${describeHeadlines(headlines, baseline)}\n`);
  if (options.json)
    await writeFile(
      options.json,
      `${JSON.stringify({ headlines, notes: done.flatMap(({ notes }) => notes) }, null, 2)}\n`,
    );
  if (options.save) await save(done, headlines);
  const failing = headlines.filter((headline) => failsFloor(headline, floors));
  for (const { name, value } of failing)
    process.stderr.write(`under its floor: ${name} is ${value}, at worst ${floors[name]}\n`);
  return failing.length > 0 ? 1 : 0;
}

function print({ sets, notes }: Evaluated, misses: number): void {
  for (const { name, outcomes } of sets) {
    process.stdout.write(`\n${name}\n`);
    process.stdout.write(drawTable('by method', outcomes, ({ method }) => method ?? '(no answer)'));
    process.stdout.write(`\n${drawTable('by kind', outcomes, ({ group }) => group)}`);
    if (outcomes.some(({ degradation }) => degradation !== null))
      process.stdout.write(`\n${drawTable('by degradation', outcomes, ({ degradation }) => degradation ?? '')}`);
    if (misses > 0) process.stdout.write(`\n${listMisses(outcomes, misses)}\n`);
  }
  for (const note of notes) process.stdout.write(`${note}\n`);
}

async function save(done: readonly Evaluated[], headlines: Evaluated['headlines']): Promise<void> {
  await saveBaseline(headlines);
  const harness = done.flatMap(({ sets }) => sets).find(({ name }) => name === 'harness');
  if (!harness) return;
  const answers = calibrated(harness.outcomes);
  const error = calibrationError(answers);
  if (error !== null)
    await writeFile(
      'docs/reliability.svg',
      drawReliability('Harness: reliability of the confidences', binByConfidence(answers), error),
    );
}

try {
  process.exitCode = await evaluate();
} catch (error) {
  const isUsage =
    error instanceof RangeError || String((error as { code?: unknown }).code).startsWith('ERR_PARSE_ARGS');
  process.stderr.write(
    `evaluate: ${isUsage ? (error as Error).message : ((error as Error).stack ?? String(error))}\n${isUsage ? USAGE : ''}`,
  );
  process.exitCode = isUsage ? 2 : 3;
}
