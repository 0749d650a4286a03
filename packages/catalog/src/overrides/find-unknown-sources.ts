import { sql } from 'kysely';
import { jsonRows } from '../database/json-rows.ts';
import type { CatalogDatabase } from '../database/tables.ts';
import { identityColumns, isArtistSource, sourceOfColumn } from '../identity/identity-columns.ts';

export interface RowSource {
  readonly libraryId: number;
  readonly source: string;
}

const named: ReadonlySet<string> = new Set(identityColumns.map((column) => sourceOfColumn[column]));

export const formatRowSource = ({ libraryId, source }: RowSource): string => `${libraryId} ${source}`;

/**
 * Those whose source nobody ever named: no column, no stored link, not the row's last answer. Sources are data, so a name that is
 * misspelt is told from a new one by that alone.
 */
export async function findUnknownSources(
  db: CatalogDatabase,
  asked: readonly RowSource[],
): Promise<ReadonlySet<string>> {
  const doubtful = asked.filter(({ source }) => !named.has(source) && !isArtistSource(source));
  if (doubtful.length === 0) return new Set();
  const { rows } = await sql<RowSource>`
    SELECT asked."libraryId", asked.source
    FROM jsonb_to_recordset(${jsonRows(doubtful)}) AS asked ("libraryId" integer, source text)
    WHERE NOT EXISTS (SELECT 1 FROM library_identity_source s WHERE s.source = asked.source)
      AND NOT EXISTS (
        SELECT 1 FROM library_attempt a, json_array_elements(a.verdict -> 'provenance') AS leg
        WHERE a.library_id = asked."libraryId" AND leg.value ->> 'source' = asked.source
      )`.execute(db);
  return new Set(rows.map(formatRowSource));
}
