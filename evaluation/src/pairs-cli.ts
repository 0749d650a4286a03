import type { Candidate } from './pairs/learn/choose-model.ts';
import type { Interval } from './pairs/learn/figures.ts';
import { nameOf, type PairsRun, runPairs } from './pairs/run-pairs.ts';

const percent = (share: number): string => (share * 100).toFixed(1);
const between = ({ low, high }: Interval): string => `${percent(low)} to ${percent(high)}`;

function describe({ chosen, candidates, valid, validUnknown, wrong }: PairsRun): string[] {
  const { intervals } = valid;
  return [
    'iTunes–Amazon tracks, F1 × 100',
    '',
    'Cross-validation on the training pairs, least log loss first:',
    ...candidates.map(describeCandidate),
    '',
    `Validation: ${valid.pairs} pairs, ${valid.matches} matches; ${chosen.name}`,
    `  F1        ${percent(valid.f1)} (95 %: ${between(intervals.f1)})`,
    `  precision ${percent(valid.precision)} (${between(intervals.precision)})`,
    `  recall    ${percent(valid.recall)} (${between(intervals.recall)})`,
    `  calibration error ${valid.calibrationError.toFixed(4)}`,
    `  records not seen in training: F1 ${percent(validUnknown.f1)} over ${validUnknown.pairs} pairs, ${validUnknown.matches} matches`,
    '',
    `Wrong: ${wrong.length}`,
    ...wrong.flatMap(({ left, right, isMatch, probability }) => [
      `  ${isMatch ? 'missed' : 'false link'} at ${probability.toFixed(3)}`,
      `    ${nameOf(left)}`,
      `    ${nameOf(right)}`,
    ]),
  ];
}

function describeCandidate(candidate: Candidate): string {
  const { f1, threshold, logLoss, calibrationError } = candidate;
  const figures = `F1 ${percent(f1)} at ${threshold}, log loss ${logLoss.toFixed(4)}, calibration error ${calibrationError.toFixed(4)}`;
  return `  ${candidate.name}: ${figures}`;
}

const run = await runPairs();
const lines = run === null ? ['The labelled pairs are not beside the checkout.'] : describe(run);
process.stdout.write(`${lines.join('\n')}\n`);
process.exitCode = run === null ? 3 : 0;
