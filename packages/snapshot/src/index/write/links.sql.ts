/** SQL (DuckDB) for cross-references. Ends of links are nodes: artists, then releases, then ids that only links name. */
import type { LargeQuery } from '../../build/read-batches.ts';
import { quoteText } from '../../build/sql.ts';
import { BY_ID, type NumberedSource } from './entities.sql.ts';

export interface NodeCounts {
  readonly artists: number;
  readonly releases: number;
}

export const linkedSources = 'SELECT DISTINCT source_a AS source FROM authority_cross_reference ORDER BY source';
export const linkedPairs = `
  SELECT DISTINCT source_a AS a, source_b AS b FROM authority_cross_reference WHERE direction = 'asserted' ORDER BY a, b`;

/** Asserted links with an end in a source that the index does not know, by that source. */
export const leftOut = `
  SELECT source, count(*) AS links FROM (
    SELECT CASE WHEN source_a IN (SELECT name FROM index_source) THEN source_b ELSE source_a END AS source FROM authority_cross_reference
    WHERE direction = 'asserted'
      AND (source_a NOT IN (SELECT name FROM index_source) OR source_b NOT IN (SELECT name FROM index_source))
  ) GROUP BY source ORDER BY source`;

const entities = ({ place }: NumberedSource): string =>
  `SELECT id FROM index_artist WHERE source = ${place} UNION ALL SELECT id FROM index_release WHERE source = ${place}`;

export const createStrangers = 'CREATE OR REPLACE TEMP TABLE index_stranger (source UTINYINT, id VARCHAR)';

export const addStrangers = (source: NumberedSource): string => `
  INSERT INTO index_stranger SELECT DISTINCT ${source.place}, id_a FROM authority_cross_reference
  WHERE source_a = ${quoteText(source.name)} AND NOT EXISTS (SELECT 1 FROM (${entities(source)}) e WHERE e.id = id_a)`;

export const createExternals = `
  CREATE OR REPLACE TEMP TABLE index_external AS
  SELECT CAST(row_number() OVER () - 1 AS UINTEGER) AS ordinal, * FROM (
    SELECT source, id FROM index_stranger ORDER BY source, ${BY_ID}
  )`;
export const externals: LargeQuery = {
  counted: 'index_external',
  sql: 'SELECT source, id FROM index_external ORDER BY ordinal',
};

/** Relations that say of every member of a group that it is one, and nothing else: as many links as members. */
export const groupRelations = `
  WITH member AS (
    SELECT r.source, r.id, r.group_source, r.group_id FROM index_group g JOIN index_release r ON r.ordinal = g.release
  ),
  asserted AS (
    SELECT a.place AS a, b.place AS b, id_a, id_b, via_property FROM authority_cross_reference c
    JOIN index_source a ON a.name = c.source_a JOIN index_source b ON b.name = c.source_b
    WHERE direction = 'asserted' AND NOT ended AND rank <> 'preferred'
  ),
  told AS (
    SELECT a, b, via_property, count(*) AS links FROM asserted c JOIN member m ON m.source = c.a AND m.id = c.id_a AND m.group_source = c.b AND m.group_id = c.id_b GROUP BY ALL
  ),
  every AS (SELECT a.place AS a, b.place AS b, via_property, count(*) AS links FROM authority_cross_reference c
    JOIN index_source a ON a.name = c.source_a JOIN index_source b ON b.name = c.source_b WHERE direction = 'asserted' GROUP BY ALL)
  SELECT a AS releases, b AS groups, via_property AS property FROM told JOIN every USING (a, b, via_property, links)
  WHERE links = (SELECT count(*) FROM member WHERE source = a AND group_source = b) ORDER BY ALL`;

export const createLinks =
  'CREATE OR REPLACE TEMP TABLE index_link (a UINTEGER, b UINTEGER, via_property VARCHAR, flags UTINYINT)';

function nodes({ place }: NumberedSource, { artists, releases }: NodeCounts): string {
  return `(
    SELECT id, ordinal AS node FROM index_artist WHERE source = ${place}
    UNION ALL SELECT id, (${artists} + ordinal)::UINTEGER FROM index_release WHERE source = ${place}
    UNION ALL SELECT id, (${artists} + ${releases} + ordinal)::UINTEGER FROM index_external WHERE source = ${place})`;
}

/** The asserted links of one source to another, but for properties that are told of groups. */
export function addLinks(
  a: NumberedSource,
  b: NumberedSource,
  { counts, told }: { counts: NodeCounts; told: readonly string[] },
): string {
  const others = told.length === 0 ? '' : `AND via_property NOT IN (${told.map(quoteText).join(', ')})`;
  return `
  INSERT INTO index_link SELECT x.node, y.node, via_property, ((CASE WHEN ended THEN 1 ELSE 0 END) + (CASE WHEN rank = 'preferred' THEN 2 ELSE 0 END))::UTINYINT
  FROM (SELECT * FROM authority_cross_reference WHERE direction = 'asserted' AND source_a = ${quoteText(a.name)} AND source_b = ${quoteText(b.name)} ${others}) c
  JOIN ${nodes(a, counts)} x ON x.id = id_a JOIN ${nodes(b, counts)} y ON y.id = id_b`;
}

export const properties = 'SELECT DISTINCT via_property FROM index_link ORDER BY via_property';
export const links: LargeQuery = {
  counted: 'index_link',
  sql: `
    SELECT a, b, (list_position((SELECT list(via_property ORDER BY via_property) FROM (SELECT DISTINCT via_property FROM index_link)), via_property) - 1)::UTINYINT, flags
    FROM index_link ORDER BY a, b, via_property, flags`,
};
