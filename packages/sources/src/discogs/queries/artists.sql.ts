import { SPECIAL_ARTIST_IDS } from '../ids.ts';

/** Main credits only: extra ones name engineers and designers by the hundred. */
const MAIN_CREDITS = `
  SELECT artist_id, name, anv FROM discogs.release_artist WHERE extra = 0 AND artist_id IS NOT NULL
  UNION ALL
  SELECT artist_id, name, anv FROM discogs.master_artist WHERE artist_id IS NOT NULL
  UNION ALL
  SELECT artist_id, name, anv FROM discogs.release_track_artist WHERE extra = 0 AND artist_id IS NOT NULL`;

/** Artists of the artists dump, and those that only credits name: dumps of different days, or releases alone. */
export const ARTISTS = `
WITH known AS (
  SELECT id, name FROM discogs.artist
  UNION ALL
  SELECT artist_id AS id, min(name) AS name
  FROM (${MAIN_CREDITS}) credit
  WHERE name <> '' AND NOT EXISTS (SELECT 1 FROM discogs.artist a WHERE a.id = credit.artist_id)
  GROUP BY artist_id
)
SELECT 'discogs_artist' AS source,
  id::VARCHAR AS id,
  name,
  nullif(regexp_extract(name, ' (\\([0-9]+\\))$', 1), '') AS comment,
  id > 0 AND id NOT IN (${SPECIAL_ARTIST_IDS.join(', ')}) AS matchable
FROM known`;

/** Both ends of a membership tell of it; dumps cut in pieces may have one. */
const MEMBERSHIPS = `
  SELECT artist_id AS group_id, member_id, NULL AS group_name, member_name FROM discogs.artist_member
  UNION ALL
  SELECT group_id, artist_id, group_name, NULL FROM discogs.artist_group`;

export const ARTIST_NAMES = `
WITH artist AS (${ARTISTS}),
membership AS (
  SELECT m.group_id, m.member_id,
    coalesce(m.group_name, g.name) AS group_name,
    coalesce(m.member_name, p.name) AS member_name
  FROM (${MEMBERSHIPS}) m
  LEFT JOIN discogs.artist g ON g.id = m.group_id
  LEFT JOIN discogs.artist p ON p.id = m.member_id
  WHERE m.group_id IS NOT NULL AND m.member_id IS NOT NULL
),
name AS (
  SELECT id AS artist_id, 'preferred' AS role, name, NULL AS related_id FROM artist
  UNION ALL
  SELECT artist_id::VARCHAR, 'variation', name, NULL FROM discogs.artist_name_variation
  UNION ALL
  SELECT artist_id::VARCHAR, 'credit', anv, NULL FROM (${MAIN_CREDITS})
  UNION ALL
  SELECT artist_id::VARCHAR, 'alias', alias_name, alias_id::VARCHAR FROM discogs.artist_alias
  UNION ALL
  SELECT group_id::VARCHAR, 'member', member_name, member_id::VARCHAR FROM membership
  UNION ALL
  SELECT member_id::VARCHAR, 'group', group_name, group_id::VARCHAR FROM membership
)
SELECT DISTINCT 'discogs_artist' AS source, artist_id, role, name, related_id
FROM name
WHERE name <> '' AND artist_id IN (SELECT id FROM artist)`;
