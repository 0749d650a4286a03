import { sql } from 'kysely';
import { jsonRows } from '../database/json-rows.ts';
import type { CatalogDatabase } from '../database/tables.ts';
import type { ResolverGateway } from '../resolver-client/gateway.ts';
import { PushIncompleteError } from './work-push.ts';

/**
 * Asks about plays that stand in no library row and keeps the whole answer beside them. Throws PushIncompleteError where one
 * could not be asked about.
 */
export async function workFlowsheet(
  { db, gateway }: { db: CatalogDatabase; gateway: ResolverGateway },
  flowsheetIds: readonly string[],
  signal: AbortSignal,
): Promise<void> {
  const { rows } = await sql<{
    id: string;
    artist_name: string | null;
    album_title: string | null;
    label: string | null;
  }>`
    SELECT f.id::text AS id, f.artist_name, f.album_title, f.label
    FROM flowsheet f JOIN flowsheet_identity i ON i.flowsheet_id = f.id
    WHERE i.status IN ('pending', 'error')
      AND f.id IN (SELECT value::bigint FROM jsonb_array_elements_text(${JSON.stringify(flowsheetIds)}::text::jsonb))
    ORDER BY f.id`.execute(db);
  if (rows.length === 0) return;
  const inputs = rows.map(({ id, artist_name, album_title, label }) => ({
    library_id: Number(id),
    artist_name: artist_name ?? '',
    album_title: album_title ?? '',
    label,
  }));
  const answer = await gateway.bulkResolve(inputs, { caller: 'push', includeTracks: false, signal });
  const outcomes = rows.map(({ id }, place) => {
    const verdict = answer.outcome === 'answered' ? (answer.results[place] ?? 'missing') : answer.outcome;
    if (typeof verdict === 'object') {
      const status = verdict.kind === 'single_artist' ? 'resolved' : verdict.kind;
      return { flowsheet_id: id, status, verdict, failure: null };
    }
    const failure = answer.outcome === 'failed' ? answer.fault.code : verdict;
    return { flowsheet_id: id, status: 'error', verdict: null, failure };
  });
  await sql`
    UPDATE flowsheet_identity AS stored
    SET status = answer.status, verdict = nullif(answer.verdict, 'null'::jsonb), failure = answer.failure, changed_at = now()
    FROM jsonb_to_recordset(${jsonRows(outcomes)})
      AS answer (flowsheet_id bigint, status text, verdict jsonb, failure text)
    WHERE stored.flowsheet_id = answer.flowsheet_id`.execute(db);
  const failed = outcomes.filter(({ status }) => status === 'error');
  if (failed.length > 0) throw new PushIncompleteError(`${failed.length} plays could not be asked about`);
}
