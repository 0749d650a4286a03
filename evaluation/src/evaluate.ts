import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Evaluated, evaluations } from './evaluations.ts';
import { binByConfidence, calibrationError } from './metrics/calibration-error.ts';
import { calibrated } from './metrics/figures.ts';
import { type Options, readOptions, USAGE } from './options.ts';
import { evaluationFolder, failsFloor, type Run, readBaseline, readFloors, saveBaseline } from './report/baseline.ts';
import { describeChanges } from './report/describe-changes.ts';
import { describeHeadlines } from './report/describe-headlines.ts';
import { figuresAsJson } from './report/figures-json.ts';
import { updateFigures } from './report/figures-table.ts';
import { drawReliability } from './report/reliability-svg.ts';
import { drawTable, listMisses } from './report/tables.ts';

const docs = join(evaluationFolder, '..', 'docs');

const say = (text: string) => process.stdout.write(`${text}\n`);
const warn = (text: string) => process.stderr.write(`${text}\n`);

async function evaluate(options: Options): Promise<number> {
  await mkdir(options.workFolder, { recursive: true });
  const done: Evaluated[] = [];
  for (const name of options.only) {
    warn(name);
    const evaluated = await evaluations[name]({ ...options, progress: (message) => warn(`  ${message}`) });
    if (evaluated === null) say(`${name}: skipped, the labelled sets (../shared/data/labelled) are not here`);
    else done.push(evaluated);
  }
  for (const each of done) printSets(each, options.misses);
  const run = { headlines: done.flatMap((each) => each.headlines), sets: done.flatMap((each) => each.sets) };
  await printComparison(run);
  if (options.json !== null)
    await writeFile(options.json, figuresAsJson({ ...run, notes: done.flatMap(({ notes }) => notes) }));
  if (options.save) await save(run);
  return checkFloors(run, options.floors);
}

function printSets({ sets, notes }: Evaluated, misses: number): void {
  for (const { name, outcomes } of sets) {
    say(`\n${name}`);
    say(drawTable('by method', outcomes, ({ method }) => method ?? '(no answer)'));
    say(drawTable('by kind', outcomes, ({ group }) => group));
    if (outcomes.some(({ degradation }) => degradation !== null))
      say(drawTable('by degradation', outcomes, ({ degradation }) => degradation ?? ''));
    if (misses > 0) say(`${listMisses(outcomes, misses)}\n`);
  }
  for (const note of notes) say(note);
}

async function printComparison(run: Run): Promise<void> {
  const baseline = await readBaseline();
  const changes = describeChanges(run, baseline);
  if (changes.length > 0) say(`\nAgainst the last saved run\n  ${changes.join('\n  ')}`);
  say(`\n${describeHeadlines(run.headlines, baseline.figures)}`);
}

async function save(run: Run): Promise<void> {
  await saveBaseline(run);
  const document = join(docs, 'evaluation.md');
  await writeFile(document, updateFigures(await readFile(document, 'utf8'), run.headlines));
  const harness = run.sets.find(({ name }) => name === 'harness');
  const answers = calibrated(harness?.outcomes ?? []);
  const error = calibrationError(answers);
  if (error === null) return;
  const figure = drawReliability('Confidence of the harness’ answers', binByConfidence(answers), error);
  await writeFile(join(docs, 'reliability.svg'), figure);
}

async function checkFloors({ headlines }: Run, path: string): Promise<number> {
  const floors = await readFloors(path);
  const failing = headlines.filter((headline) => failsFloor(headline, floors));
  for (const { name, value, rises } of failing)
    warn(`${rises ? 'under its floor' : 'over its ceiling'}: ${name} is ${value.toFixed(4)}, pinned ${floors[name]}`);
  return failing.length > 0 ? 1 : 0;
}

try {
  const options = readOptions(process.argv.slice(2));
  if (options.help) say(USAGE);
  else process.exitCode = await evaluate(options);
} catch (error) {
  const { code } = error as { code?: unknown };
  const isUsage = error instanceof RangeError || String(code).startsWith('ERR_PARSE_ARGS');
  warn(`evaluate: ${isUsage ? (error as Error).message : ((error as Error).stack ?? String(error))}`);
  if (isUsage) warn(USAGE);
  process.exitCode = isUsage ? 2 : 3;
}
