import { sql } from 'kysely';
import { inTransaction } from '../database/in-transaction.ts';
import { idList } from '../database/json-rows.ts';
import type { CatalogDatabase } from '../database/tables.ts';
import { reapplyOverrides } from '../identity/apply-verdicts.ts';
import { normaliseId } from '../identity/check-answer-shapes.ts';
import { recordDecision } from '../review/record-decision.ts';
import { checkOverride, type OverrideInput, unknownSource } from './check-override.ts';
import { findUnknownSources } from './find-unknown-sources.ts';
import { lockRow } from './lock-row.ts';
import { BadOverrideError } from './override-errors.ts';
import { planOverride } from './plan-override.ts';
import { readStanding } from './read-standing.ts';

export interface MadeOverride {
  /** Unchanged where the very same stood already. */
  readonly outcome: 'made' | 'unchanged';
  readonly overrideId: number;
  /** Overrides that it contradicted, and that stand no longer. */
  readonly revoked: readonly number[];
}

/**
 * Decides something of a row's identity and lays it over what is stored, in one transaction: the caller's where there is one.
 * Throws BadOverrideError and UnknownLibraryRowError.
 */
export async function makeOverride(
  db: CatalogDatabase,
  input: OverrideInput & { readonly actor: string },
): Promise<MadeOverride> {
  const fault = checkOverride(input);
  if (fault !== null) throw new BadOverrideError(fault);
  const { libraryId, source, action, actor } = input;
  const externalId = input.externalId === null ? null : normaliseId(source, input.externalId);
  // The database has no text with a NUL.
  const reason = input.reason?.replaceAll('\0', '').trim() || null;
  return inTransaction(db, async (transaction) => {
    await lockRow(transaction, libraryId);
    const standing = (await readStanding(transaction, [libraryId])).filter((each) => each.source === source);
    const plan = planOverride(standing, { action, externalId });
    if (plan.outcome === 'unchanged') return { outcome: plan.outcome, overrideId: plan.standing, revoked: [] };
    const unknown = await findUnknownSources(transaction, [{ libraryId, source }]);
    if (unknown.size > 0) throw new BadOverrideError(unknownSource);
    await sql`
      UPDATE identity_override SET revoked_at = now(), revoked_by = ${actor}
      WHERE override_id IN ${idList(plan.revokes)}`.execute(transaction);
    const { override_id } = await transaction
      .insertInto('identity_override')
      .values({ library_id: libraryId, source, action, external_id: externalId, reason, actor })
      .returning('override_id')
      .executeTakeFirstOrThrow();
    await reapplyOverrides(transaction, [libraryId], {
      actor,
      reason: describe({ source, action, externalId, reason }),
      category: 'manual',
    });
    await recordDecision(transaction, { libraryId, actor, reason }, 'overridden');
    return { outcome: plan.outcome, overrideId: override_id, revoked: plan.revokes };
  });
}

function describe({ source, action, externalId, reason }: Omit<OverrideInput, 'libraryId'>): string {
  const what = externalId ?? (action === 'reject' ? 'any' : null);
  const decision = what === null ? `${action} ${source}` : `${action} ${source} ${what}`;
  return reason === null ? decision : `${decision}: ${reason}`;
}
