import type { ImportedRow, ImportRow } from '@deadwax/contract/catalog-schemas';
import { CliError } from '../../cli-error.ts';
import { askPatiently } from '../ask.ts';
import type { Catalog } from '../connection.ts';
import type { EarlierRows, Foreseen } from './earlier-rows.ts';
import type { ReadRow } from './read-pages.ts';

export type RowOutcome = Pick<ImportedRow, 'outcome' | 'reason'>;

/** Sends the rows of a page that the catalog has to judge; gives what became of every row, in order. */
export async function sendPage(
  catalog: Catalog,
  page: readonly ReadRow[],
  { earlier, dryRun }: { earlier: EarlierRows; dryRun: boolean },
): Promise<RowOutcome[]> {
  const foreseen = page.map(({ kept }) => foresee(kept, earlier));
  const sent = page.flatMap(({ kept }, place) => ('row' in kept && foreseen[place] === null ? [kept.row] : []));
  const answers = sent.length === 0 ? [] : await send(catalog, sent, dryRun);
  const answered = sent.map((row, place) => [row, answers[place] as ImportedRow] as const);
  for (const [row, { outcome }] of answered) if (outcome !== 'rejected') earlier.note(row);
  const rest = answered.values();
  return foreseen.map((outcome) => outcome ?? (rest.next().value as (typeof answered)[number])[1]);
}

function foresee(kept: ReadRow['kept'], earlier: EarlierRows): Foreseen | null {
  return 'row' in kept ? earlier.foresee(kept.row) : { outcome: 'rejected', reason: kept.reason };
}

async function send(catalog: Catalog, rows: ImportRow[], dryRun: boolean): Promise<readonly ImportedRow[]> {
  const { rows: answers } = await askPatiently(catalog, (client) =>
    client.POST('/api/v1/library/imports', { body: { rows, dry_run: dryRun } }),
  );
  const isAnswered = answers.length === rows.length && answers.every(({ line }, place) => line === rows[place]?.line);
  if (!isAnswered) throw new CliError(`the catalog at ${catalog.url} did not answer every row in its order`);
  return answers;
}
