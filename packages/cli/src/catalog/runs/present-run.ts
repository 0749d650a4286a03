import type { JobRun } from '@deadwax/contract/catalog-schemas';
import { CliError, exitCode } from '../../cli-error.ts';
import { formatRows } from '../../library/format-count.ts';
import type { Catalog } from '../connection.ts';
import { countAsked, countUnanswered, describeReport, describeState } from '../present/describe-run.ts';
import { followRun } from './follow-run.ts';

/** Follows a run to its end with its counters on the terminal, and prints it. Throws where it did not succeed. */
export async function followAndPrint(catalog: Catalog, run: JobRun, json: boolean): Promise<void> {
  const { stderr } = process;
  const ended = await followRun(catalog, run, {
    onProgress: (now) => {
      if (stderr.isTTY) stderr.write(`\r\u{1b}[2K${describeProgress(now)}`);
    },
    onSilence: () => void stderr.write(`${stderr.isTTY ? '\n' : ''}nothing was heard of it: is a worker running?\n`),
  }).finally(() => {
    if (stderr.isTTY) stderr.write('\r\u{1b}[2K');
  });
  printRun(ended, json);
  checkEnded(ended);
}

export function printRun(run: JobRun, json: boolean): void {
  const lines = json ? [JSON.stringify(run, null, 2)] : [describeState(run), ...describeReport(run)];
  process.stdout.write(`${lines.join('\n')}\n`);
}

/** What the exit code says of a run: that it failed, or that there are rows it could not ask about. */
export function checkEnded(run: JobRun): void {
  if (run.state === 'failed' || run.state === 'aborted') throw new CliError(`run ${run.run_id} did not succeed`);
  const unanswered = countUnanswered(run);
  if (run.state === 'succeeded' && unanswered > 0)
    throw new CliError(`${formatRows(unanswered)} got no answer: the next pull asks about them again`, {
      exitCode: exitCode.negative,
    });
}

function describeProgress(run: JobRun): string {
  return `${describeState(run)}, ${formatRows(countAsked(run))} asked about`;
}
