import { parseArgs } from 'node:util';
import { checkSeeds, runHarness, tuningSeeds } from './harness/run-harness.ts';
import { writeHarnessReport } from './harness/write-report.ts';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', multiple: true },
    check: { type: 'boolean', default: false },
    scenario: { type: 'string' },
    degradation: { type: 'string' },
    misses: { type: 'string', default: '20' },
    folder: { type: 'string', default: '.deadwax/evaluation' },
  },
});
const run = await runHarness({
  seeds: values.seed?.map(Number) ?? (values.check ? checkSeeds : tuningSeeds),
  workFolder: values.folder,
  only: ({ scenario, degradation }) =>
    (values.scenario === undefined || scenario === values.scenario) &&
    (values.degradation === undefined || degradation === values.degradation),
  progress: (message) => process.stderr.write(`${message}\n`),
});
writeHarnessReport(run, { misses: Number(values.misses), write: (text) => process.stdout.write(text) });
