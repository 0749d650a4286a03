import { SPECIAL_QIDS } from '../classes.ts';

const SPECIAL = SPECIAL_QIDS.map((qid) => `'${qid}'`).join(', ');

export const ARTISTS = `
SELECT 'wikidata_artist' AS source, qid AS id, label AS name, description AS comment, qid NOT IN (${SPECIAL}) AS matchable
FROM wikidata.entity
WHERE kind = 'artist' AND label IS NOT NULL`;

/** A label in another language is a name as good as the first; an alias is one the item itself has. */
export const ARTIST_NAMES = `
WITH artist AS (SELECT qid, label FROM wikidata.entity WHERE kind = 'artist' AND label IS NOT NULL),
other AS (
  SELECT qid, value FROM wikidata.entity_label
  UNION
  SELECT qid, value FROM wikidata.entity_alias
)
SELECT 'wikidata_artist' AS source, qid AS artist_id, 'preferred' AS role, label AS name, NULL::VARCHAR AS related_id
FROM artist
UNION ALL
SELECT 'wikidata_artist', artist.qid, 'variation', other.value, NULL
FROM artist JOIN other ON other.qid = artist.qid
WHERE other.value <> artist.label AND artist.qid NOT IN (${SPECIAL})`;
