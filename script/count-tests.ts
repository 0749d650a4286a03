import { readFileSync } from 'node:fs';

interface Report {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numFailedTestSuites: number;
  readonly numPendingTests: number;
}

/** Prints the closing line that says how many tests ran. A suite that could not start counts as a failure. */
const report = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as Report;
const failed = Math.max(report.numFailedTests, report.numFailedTestSuites);
const skipped = report.numPendingTests > 0 ? `, ${report.numPendingTests} skipped` : '';
process.stdout.write(`${report.numPassedTests} passed, ${failed} failed${skipped}\n`);
