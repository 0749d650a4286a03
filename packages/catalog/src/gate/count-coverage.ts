import { sql } from 'kysely';
import type { CatalogDatabase } from '../database/tables.ts';
import { identityColumns, sourceOfColumn } from '../identity/identity-columns.ts';
import { type GateStratum, gateStratumSql } from './strata.ts';

export interface CoverageCount {
  readonly stratum: GateStratum;
  /** A column of the identity, or a source of artist ids. */
  readonly name: string;
  readonly rows: number;
}

/** In how many rows of each stratum each id is known. What sources say counts where a row has no identity: compilations. */
export async function countCoverage(db: CatalogDatabase): Promise<CoverageCount[]> {
  const columns = sql.join(identityColumns.map((column) => sql`(${sql.lit(column)}, i.${sql.ref(column)}::text)`));
  const named = sql.join(
    identityColumns.map((column) => sql`(${sql.lit(sourceOfColumn[column])}, ${sql.lit(column)})`),
  );
  const { rows } = await sql<CoverageCount>`
    WITH strata AS (
      SELECT l.id, ${gateStratumSql} AS stratum
      FROM library l LEFT JOIN genre g ON g.id = l.genre_id LEFT JOIN library_attempt a ON a.library_id = l.id
    ), known AS (
      SELECT i.library_id, own.name FROM library_identity i
      CROSS JOIN LATERAL (VALUES ${columns}) AS own (name, id) WHERE own.id IS NOT NULL
      UNION ALL
      SELECT i.library_id, source FROM library_identity i CROSS JOIN LATERAL jsonb_object_keys(i.artist_ids) AS source
      UNION ALL
      SELECT s.library_id, coalesce(named.name, s.source) FROM library_identity_source s
      LEFT JOIN (VALUES ${named}) AS named (source, name) ON named.source = s.source
      WHERE NOT EXISTS (SELECT 1 FROM library_identity i WHERE i.library_id = s.library_id)
    )
    SELECT stratum, name, count(*)::integer AS rows
    FROM known JOIN strata ON strata.id = known.library_id
    GROUP BY stratum, name ORDER BY stratum, name`.execute(db);
  return rows;
}
