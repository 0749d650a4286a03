import { inTransaction } from '../database/in-transaction.ts';
import type { CatalogDatabase, OverrideAction, ReviewDecisionTable } from '../database/tables.ts';
import { lockRow } from '../overrides/lock-row.ts';
import { makeOverride } from '../overrides/make-override.ts';
import { checkVersion, type Decider, recordDecision } from './record-decision.ts';

export type ReviewDecision =
  | { readonly decision: 'accept' }
  | { readonly decision: 'skip' }
  | { readonly decision: OverrideAction; readonly source: string; readonly externalId: string | null };

export interface ReviewInput extends Decider {
  readonly decided: ReviewDecision;
  /** The version of the item that was looked at. Null: whatever it is. */
  readonly version: string | null;
}

export interface Decided {
  readonly decision: ReviewDecisionTable['decision'];
  /** Null where none was made of it. */
  readonly overrideId: number | null;
}

/**
 * Takes a reviewer's word: what is accepted or skipped leaves the queue as it stands; any other decision is an override of one
 * source, made in the same transaction. Throws UnknownLibraryRowError, RowChangedError, and BadOverrideError of what is no override.
 */
export async function decide(db: CatalogDatabase, { decided, version, ...decider }: ReviewInput): Promise<Decided> {
  return inTransaction(db, async (transaction): Promise<Decided> => {
    await lockRow(transaction, decider.libraryId);
    if (version !== null) await checkVersion(transaction, decider.libraryId, version);
    if (decided.decision === 'accept' || decided.decision === 'skip') {
      const decision = decided.decision === 'accept' ? 'accepted' : 'skipped';
      await recordDecision(transaction, decider, decision);
      return { decision, overrideId: null };
    }
    const { decision: action, source, externalId } = decided;
    const { outcome, overrideId } = await makeOverride(transaction, { ...decider, source, externalId, action });
    // What is made is recorded with it; what stands already is decided by this.
    if (outcome === 'unchanged') await recordDecision(transaction, decider, 'overridden');
    return { decision: 'overridden', overrideId };
  });
}
