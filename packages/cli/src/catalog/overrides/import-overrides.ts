import type { ImportOverridesResponse } from '@deadwax/contract/catalog-schemas';
import { CliError, exitCode } from '../../cli-error.ts';
import { formatCount } from '../../library/format-count.ts';
import { askPatiently } from '../ask.ts';
import type { Catalog } from '../connection.ts';
import type { OverrideFileRow } from './read-override-rows.ts';

/** As many as a request may hold. */
const mostRows = 1000;

export interface OverrideOutcome {
  readonly outcome: ImportOverridesResponse['rows'][number]['outcome'];
  readonly reason: string | null;
}

/** Makes the overrides of a file; gives what came of each row, in order. A file may be imported any number of times. */
export async function importOverrides(
  catalog: Catalog,
  rows: readonly OverrideFileRow[],
  { dryRun }: { dryRun: boolean },
): Promise<OverrideOutcome[]> {
  const outcomes = new Map<OverrideFileRow, OverrideOutcome>();
  // The pages are laid out before the first is sent: a file that cannot be judged as a whole changes nothing.
  const sendable = rows.filter((each) => {
    if (each.tooLong !== null) outcomes.set(each, { outcome: 'refused', reason: `${each.tooLong}_too_long` });
    return each.tooLong === null;
  });
  for (const page of [...pageByDecision(sendable)]) {
    const sent = page.map(({ row }) => row);
    const { rows: answers } = await askPatiently(catalog, (client) =>
      client.POST('/api/v1/overrides/imports', { body: { rows: sent, dry_run: dryRun } }),
    );
    if (answers.length !== sent.length || answers.some(({ line }, place) => line !== sent[place]?.line))
      throw new CliError(`the catalog at ${catalog.url} did not answer every row in its order`);
    for (const [place, { outcome, failure_reason: reason }] of answers.entries())
      outcomes.set(page[place]!, { outcome, reason });
  }
  return rows.map((row) => outcomes.get(row)!);
}

/**
 * Rows of one record and source stay together, wherever they stand in the file: the catalog looks for those that contradict each
 * other within a request. Throws CliError where they are more than fit in one.
 */
export function* pageByDecision(
  rows: readonly OverrideFileRow[],
  most: number = mostRows,
): Generator<OverrideFileRow[]> {
  let page: OverrideFileRow[] = [];
  for (const group of Map.groupBy(rows, ({ row }) => `${row.library_id} ${row.source}`).values()) {
    const [{ row, record }] = group as [OverrideFileRow];
    if (group.length > most)
      throw new CliError(
        `${formatCount(group.length)} rows decide on ${row.source} of record ${row.library_id}, the first in line ${record.lineNumber}`,
        {
          exitCode: exitCode.usage,
          hint: `No more than ${formatCount(most)} can be compared with each other. Nothing was changed.`,
        },
      );
    if (page.length + group.length > most) {
      yield page;
      page = [];
    }
    page.push(...group);
  }
  if (page.length > 0) yield page;
}
