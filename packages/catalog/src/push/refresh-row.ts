import type { CatalogDatabase } from '../database/tables.ts';
import type { ResolverGateway } from '../resolver-client/gateway.ts';
import { answerRows, type RowOutcome } from './answer-rows.ts';
import { reasonOf } from './work-push.ts';

/** Asks about one row now, whatever is known of it, and writes what comes. */
export async function refreshRow(
  dependencies: { db: CatalogDatabase; gateway: ResolverGateway },
  libraryId: number,
  { actor, signal }: { actor: string; signal: AbortSignal },
): Promise<RowOutcome> {
  const writer = { actor, reason: 'asked again by hand', category: 'rerun' as const };
  const outcomes = await answerRows(dependencies, [libraryId], { caller: 'refresh', writer, signal });
  return outcomes.get(libraryId) ?? { state: 'row_gone' };
}

/**
 * Gives an added row its identity while the form still waits, if it comes in time. Whatever happens here, the message in the
 * queue stands until the row is answered.
 */
export async function answerInTime(
  dependencies: { db: CatalogDatabase; gateway: ResolverGateway },
  libraryId: number,
  { waitMs, isEdit, signal }: { waitMs: number; isEdit: boolean; signal: AbortSignal },
): Promise<RowOutcome | null> {
  if (waitMs <= 0) return null;
  const writer = { actor: 'push', reason: reasonOf(isEdit), category: 'rerun' as const };
  const within = AbortSignal.any([signal, AbortSignal.timeout(waitMs)]);
  const outcomes = await answerRows(dependencies, [libraryId], { caller: 'add_form', writer, signal: within });
  return outcomes.get(libraryId) ?? null;
}
