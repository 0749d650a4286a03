import { PERFORMER, RECORD_LABEL } from '../properties.ts';

const ALBUM = `SELECT qid, label, year FROM wikidata.entity WHERE kind = 'album' AND label IS NOT NULL`;

export const RELEASES = `
SELECT 'wikidata' AS source, qid AS id, 'group' AS grain, NULL::VARCHAR AS group_source, NULL::VARCHAR AS group_id,
  label AS title, year, NULL::VARCHAR AS country, NULL::VARCHAR AS format, false AS is_main, true AS matchable
FROM (${ALBUM})`;

export const RELEASE_TITLES = `
SELECT 'wikidata' AS source, album.qid AS release_id, other.value AS title
FROM (${ALBUM}) album
JOIN (
  SELECT qid, value FROM wikidata.entity_label
  UNION
  SELECT qid, value FROM wikidata.entity_alias
) other ON other.qid = album.qid
WHERE other.value <> album.label`;

/** Performers that the dump names. A credit as printed is not to be had here: the names are joined by "&". */
export const RELEASE_CREDITS = `
WITH credit AS (
  SELECT album.qid AS release_id, performer.qid AS artist_id, performer.label AS name,
    row_number() OVER (PARTITION BY album.qid ORDER BY claim.position) AS position
  FROM (${ALBUM}) album
  JOIN wikidata.claim_item claim ON claim.qid = album.qid AND claim.property = '${PERFORMER}' AND claim.best
  JOIN wikidata.entity performer ON performer.qid = claim.value_qid
  WHERE performer.kind = 'artist' AND performer.label IS NOT NULL
)
SELECT 'wikidata' AS source, release_id, position::INTEGER AS position, 'wikidata_artist' AS artist_source, artist_id, name,
  CASE WHEN position < max(position) OVER (PARTITION BY release_id) THEN ' & ' ELSE '' END AS join_phrase
FROM credit`;

export const RELEASE_LABELS = `
SELECT DISTINCT 'wikidata' AS source, album.qid AS release_id, label.label, NULL::VARCHAR AS catalog_number
FROM (${ALBUM}) album
JOIN wikidata.claim_item claim ON claim.qid = album.qid AND claim.property = '${RECORD_LABEL}' AND claim.best
JOIN wikidata.entity label ON label.qid = claim.value_qid
WHERE label.label IS NOT NULL`;
