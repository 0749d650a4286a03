import { type RawBuilder, sql } from 'kysely';
import type { CatalogDatabase } from '../database/tables.ts';

export const allStrata = ['method', 'age', 'confidence'] as const;
export type StratumPart = (typeof allStrata)[number];

export interface DriftSelection {
  /** So many rows, as even as can be over the strata; or every row. */
  readonly sample: number | 'all';
  readonly strata: readonly StratumPart[];
  /** The same seed over the same rows draws the same sample. */
  readonly seed: string;
  /** The moment that ages count back from, ISO 8601. */
  readonly asOf: string;
}

export interface SelectedRow {
  readonly libraryId: number;
  readonly stratum: string;
}

// Rows that wait for an answer to an edit are told by their push; comparing them would compare two records.
const KNOWN = sql`
  library l
  LEFT JOIN library_identity i ON i.library_id = l.id
  LEFT JOIN library_attempt a ON a.library_id = l.id
  WHERE (i.library_id IS NOT NULL OR a.outcome IS NOT NULL) AND a.pending_since IS NULL`;

/** How many rows there are to compare, by stratum. */
export async function countStrata(
  db: CatalogDatabase,
  selection: DriftSelection,
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ stratum: string; size: number }>`
    SELECT ${stratumSql(selection)} AS stratum, count(*)::integer AS size FROM ${KNOWN} GROUP BY 1 ORDER BY 1`.execute(
    db,
  );
  return new Map(rows.map(({ stratum, size }) => [stratum, size]));
}

/** The rows to compare above an id, a slice at a time, by ascending id. */
export async function* selectRows(
  db: CatalogDatabase,
  selection: DriftSelection,
  { after, sliceRows }: { after: number; sliceRows: number },
): AsyncGenerator<SelectedRow[]> {
  if (selection.sample !== 'all') {
    const sample = await drawSample(db, selection, selection.sample);
    const drawn = sample.filter(({ libraryId }) => libraryId > after);
    for (let from = 0; from < drawn.length; from += sliceRows) yield drawn.slice(from, from + sliceRows);
    return;
  }
  for (let cursor = after; ; ) {
    const { rows } = await sql<SelectedRow>`
      SELECT l.id AS "libraryId", ${stratumSql(selection)} AS stratum FROM ${KNOWN} AND l.id > ${cursor}
      ORDER BY l.id LIMIT ${sliceRows}`.execute(db);
    const last = rows.at(-1);
    if (last === undefined) return;
    yield rows;
    cursor = last.libraryId;
  }
}

/** One row of each stratum in turn, so that a rare one is seen however small the sample. */
async function drawSample(db: CatalogDatabase, selection: DriftSelection, size: number): Promise<SelectedRow[]> {
  const { rows } = await sql<SelectedRow>`
    SELECT id AS "libraryId", stratum FROM (
      SELECT id, stratum, lot, row_number() OVER (PARTITION BY stratum ORDER BY lot, id) AS turn
      FROM (
        SELECT l.id, ${stratumSql(selection)} AS stratum, md5(${selection.seed}::text || ':' || l.id) AS lot FROM ${KNOWN}
      ) AS known
    ) AS drawn
    ORDER BY turn, lot, id LIMIT ${size}`.execute(db);
  return rows.toSorted((a, b) => a.libraryId - b.libraryId);
}

function stratumSql({ strata, asOf }: DriftSelection): RawBuilder<string> {
  const age = sql`(${asOf}::timestamptz - coalesce(i.last_verified_at, a.attempted_at))`;
  const parts: Record<StratumPart, RawBuilder<unknown>> = {
    method: sql`coalesce(i.method, a.outcome)`,
    age: sql`CASE WHEN ${age} < interval '7 days' THEN 'under 7 days' WHEN ${age} < interval '30 days' THEN '7 to 30 days'
      ELSE '30 days or more' END`,
    confidence: sql`CASE WHEN i.confidence IS NULL THEN 'without' WHEN i.confidence < 0.7 THEN 'below 0.70'
      WHEN i.confidence < 0.85 THEN '0.70 to 0.85' WHEN i.confidence < 0.95 THEN '0.85 to 0.95' ELSE '0.95 to 1.00' END`,
  };
  const chosen = allStrata.filter((part) => strata.includes(part)).map((part) => parts[part]);
  return sql<string>`concat_ws(' / ', ${sql.join([sql`'rows'`, ...chosen].slice(chosen.length > 0 ? 1 : 0))})`;
}
