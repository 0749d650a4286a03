import { sql } from 'kysely';
import { isVariousSql } from '../identity/questions.ts';

export const gateStrata = ['single_artist', 'compilation', 'soundtrack'] as const;
export type GateStratum = (typeof gateStrata)[number];

/**
 * The stratum of a row, over `library l LEFT JOIN genre g LEFT JOIN library_attempt a`: soundtracks by the shelf, then whatever is
 * filed under various artists or was answered to be so. Every row is in exactly one.
 */
export const gateStratumSql = sql<GateStratum>`(CASE
  WHEN coalesce(search_fold(g.name), '') LIKE 'soundtrack%' OR search_fold(l.artist_name) LIKE 'soundtrack%' THEN 'soundtrack'
  WHEN ${isVariousSql} OR a.outcome IS NOT DISTINCT FROM 'compilation' THEN 'compilation'
  ELSE 'single_artist' END)`;
