import type { CatalogDatabase } from '../database/tables.ts';
import { type Applied, type Decision, type Writer, writeDecisions } from './apply-verdicts.ts';
import type { SourceLink } from './identity.ts';
import { compareIdentity, isChanged } from './identity-change.ts';
import { type LockedRow, lockStored } from './read-stored.ts';
import { settleUnanswered } from './settle.ts';

/** What the links of a row that was never answered are to be; null leaves the row alone. */
export type ChooseLinks = (row: LockedRow) => { links: readonly SourceLink[]; verifiedAt: string } | null;

/**
 * Writes links that no answer brought, such as those of the station's older systems, and the identity made of them. Rows that
 * the resolver answered are never touched.
 */
export async function applyStandingLinks(
  transaction: CatalogDatabase,
  libraryIds: readonly number[],
  { choose, writer }: { choose: ChooseLinks; writer: Writer },
): Promise<Pick<Applied, 'outcomes' | 'historyRows'>> {
  const rows = await lockStored(transaction, libraryIds);
  const decisions = rows.flatMap((row): Decision[] => {
    const chosen = row.lastVerdict === null ? choose(row) : null;
    if (chosen === null) return [];
    const settled = settleUnanswered({ ...row, links: chosen.links });
    const stamps = {
      verifiedAt: chosen.verifiedAt,
      resolverVersion: null,
      snapshot: null,
      notes: writer.notes ?? null,
    };
    return [{ row, settled, change: compareIdentity(row, settled), stamps, answer: null, verdict: null }];
  });
  const outcomes = new Map(
    decisions.map(({ row, change }) => [row.libraryId, isChanged(change) ? 'written' : 'unchanged'] as const),
  );
  return { outcomes, historyRows: await writeDecisions(transaction, decisions, writer) };
}
