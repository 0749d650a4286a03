import type { ImportOverridesResponse } from '@deadwax/contract/catalog-schemas';
import { CliError } from '../../cli-error.ts';
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
  const sendable = rows.filter((each) => {
    if (each.tooLong !== null) outcomes.set(each, { outcome: 'refused', reason: `${each.tooLong}_too_long` });
    return each.tooLong === null;
  });
  for (const page of pageByRecord(sendable)) {
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

/** Rows of one record stay together: the catalog looks for those that contradict each other within a request. */
export function* pageByRecord(rows: readonly OverrideFileRow[], most: number = mostRows): Generator<OverrideFileRow[]> {
  let page: OverrideFileRow[] = [];
  for (const group of Map.groupBy(rows, ({ row }) => String(row.library_id)).values()) {
    if (page.length > 0 && page.length + group.length > most) {
      yield page;
      page = [];
    }
    page.push(...group);
    while (page.length > most) yield page.splice(0, most);
  }
  if (page.length > 0) yield page;
}
