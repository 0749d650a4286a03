import { readFile, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { collectAnswers } from './model/collect-answers.ts';
import { estimateRates } from './model/estimate-rates.ts';
import { fitCurves } from './model/fit-calibration.ts';

const USAGE = `Usage: node evaluation/src/estimate-model.ts rates|calibration [--folder DIR]

Estimates what packages/linkage/src/model.json weighs by, and writes it there. Run \`rates\`, then \`calibration\`: the curves
belong to the weights. Needs the labelled sets.
`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { folder: { type: 'string', default: '.deadwax/evaluation' } },
});
const path = 'packages/linkage/src/model.json';
const progress = (message: string) => process.stderr.write(`${message}\n`);

async function main(): Promise<number> {
  const [step] = positionals;
  if (step !== 'rates' && step !== 'calibration') {
    process.stderr.write(USAGE);
    return 2;
  }
  const model = JSON.parse(await readFile(path, 'utf8'));
  if (step === 'rates') {
    const comparisons = await estimateRates(values.folder, progress);
    if (comparisons === null) {
      process.stderr.write('estimate: the labelled sets (../shared/data/labelled) are not here.\n');
      return 3;
    }
    model.comparisons = comparisons;
  } else {
    const answers = await collectAnswers(values.folder, progress);
    model.calibration = {
      data: `${answers.length} answers: harness seeds 1, 2 and 3, labelled albums; isotonic, within each band`,
      curves: fitCurves(answers),
    };
  }
  await writeFile(path, `${JSON.stringify(model, null, 2)}\n`);
  return 0;
}

process.exitCode = await main();
