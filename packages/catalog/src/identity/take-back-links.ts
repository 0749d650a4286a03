import type { CatalogDatabase } from '../database/tables.ts';
import { type Decision, type Writer, writeDecisions } from './apply-verdicts.ts';
import { checkVerdict } from './check-verdict.ts';
import { compareIdentity } from './identity-change.ts';
import { withoutSources } from './identity-of-links.ts';
import { type LockedRow, lockStored } from './read-stored.ts';
import { type Settled, settle, settleUnanswered } from './settle.ts';

export interface TakenBack {
  /** Rows of which nothing is left, and those of which the last answer or people's word is. */
  readonly empty: number;
  readonly others: number;
}

/** Takes links of some sources back. What is left is what the last answer says without them, and people. */
export async function takeBackLinks(
  transaction: CatalogDatabase,
  libraryIds: readonly number[],
  { choose, writer, dryRun }: { choose: (row: LockedRow) => ReadonlySet<string>; writer: Writer; dryRun: boolean },
): Promise<TakenBack> {
  const rows = await lockStored(transaction, libraryIds);
  const decisions = rows.flatMap((row): Decision[] => {
    const sources = choose(row);
    if (sources.size === 0) return [];
    const settled = settleWithout(row, sources);
    const stamps = {
      verifiedAt: row.attemptedAt ?? (row.rawIdentity?.last_verified_at as string) ?? new Date().toISOString(),
      resolverVersion: row.lastVerdict?.resolver_version ?? null,
      snapshot: row.lastVerdict?.snapshot ?? null,
      notes: null,
    };
    return [{ row, settled, change: compareIdentity(row, settled), stamps, answer: null, verdict: null }];
  });
  if (!dryRun) await writeDecisions(transaction, decisions, writer);
  const empty = decisions.filter(({ settled }) => settled.identity === null && settled.links.length === 0).length;
  return { empty, others: decisions.length - empty };
}

function settleWithout(row: LockedRow, sources: ReadonlySet<string>): Settled {
  const links = row.links.filter(({ source }) => !sources.has(source));
  const verdict = row.lastVerdict === null ? null : checkVerdict(row.lastVerdict);
  if (verdict === null || typeof verdict === 'string') return settleUnanswered({ ...row, links });
  const identity = row.identity === null ? null : withoutSources(row.identity, (source) => sources.has(source), links);
  return settle({ ...row, links, identity }, verdict, false);
}
