const OFFICIAL = '4e304316-386d-3409-af2e-78857eec5cfe';

/** Every date and place a release is known from. */
const EVENTS = `
events AS (
  SELECT release, country, date_year, date_month, date_day FROM musicbrainz.release_country
  UNION ALL
  SELECT release, NULL, date_year, date_month, date_day FROM musicbrainz.release_unknown_country
),
first_event AS (
  SELECT release, date_year, date_month, date_day, trim(area.name, '[]') AS country
  FROM events LEFT JOIN musicbrainz.area ON area.id = events.country
  QUALIFY row_number() OVER (
    PARTITION BY release ORDER BY date_year NULLS LAST, date_month NULLS LAST, date_day NULLS LAST, events.country NULLS LAST
  ) = 1
)`;

/** The group's representative is its earliest official release. */
export const RELEASES = `
WITH ${EVENTS},
first_format AS (
  SELECT m.release, f.name AS format
  FROM musicbrainz.medium m LEFT JOIN musicbrainz.medium_format f ON f.id = m.format
  QUALIFY row_number() OVER (PARTITION BY m.release ORDER BY m.position, m.id) = 1
),
edition AS (
  SELECT r.gid, r.name, g.gid AS group_gid, r.release_group, e.date_year, e.country, f.format,
    row_number() OVER (
      PARTITION BY r.release_group
      ORDER BY coalesce(s.gid = '${OFFICIAL}', false) DESC, e.date_year NULLS LAST, e.date_month NULLS LAST,
        e.date_day NULLS LAST, r.id
    ) = 1 AS is_main
  FROM musicbrainz.release r
  LEFT JOIN musicbrainz.release_group g ON g.id = r.release_group
  LEFT JOIN musicbrainz.release_status s ON s.id = r.status
  LEFT JOIN first_event e ON e.release = r.id
  LEFT JOIN first_format f ON f.release = r.id
)
SELECT 'mb_release_group' AS source, g.gid AS id, 'group' AS grain, NULL::VARCHAR AS group_source, NULL::VARCHAR AS group_id,
  g.name AS title, min(e.date_year)::INTEGER AS year, NULL::VARCHAR AS country, NULL::VARCHAR AS format,
  false AS is_main, trim(g.name) <> '' AS matchable
FROM musicbrainz.release_group g LEFT JOIN edition e ON e.release_group = g.id
GROUP BY g.gid, g.name
UNION ALL
SELECT 'mb_release', gid, 'release', CASE WHEN group_gid IS NULL THEN NULL ELSE 'mb_release_group' END, group_gid,
  name, date_year, country, format, is_main, trim(name) <> ''
FROM edition`;

function aliasTitles(source: string, entity: string): string {
  return `
SELECT '${source}' AS source, e.gid AS release_id, s.name AS title
FROM musicbrainz.${entity}_alias s JOIN musicbrainz.${entity} e ON e.id = s.${entity}
WHERE s.name <> e.name AND trim(s.name) <> ''`;
}

export const RELEASE_TITLES = `${aliasTitles('mb_release_group', 'release_group')}
UNION
${aliasTitles('mb_release', 'release')}`;

function credits(source: string, entity: string): string {
  return `
SELECT '${source}' AS source, e.gid AS release_id, c.position, 'mb_artist' AS artist_source, a.gid AS artist_id, c.name,
  coalesce(c.join_phrase, '') AS join_phrase
FROM musicbrainz.${entity} e
JOIN musicbrainz.artist_credit_name c ON c.artist_credit = e.artist_credit
LEFT JOIN musicbrainz.artist a ON a.id = c.artist`;
}

export const RELEASE_CREDITS = `${credits('mb_release_group', 'release_group')}
UNION ALL
${credits('mb_release', 'release')}`;

const NO_LABEL = '157afde4-4bf5-4039-8ad2-5a15acc85176';

/** `[no label]` and `[none]` state an absence. */
export const RELEASE_LABELS = `
SELECT DISTINCT 'mb_release' AS source, r.gid AS release_id, l.name AS label, x.catalog_number
FROM (
  SELECT release, label, CASE WHEN lower(trim(catalog_number)) IN ('', '[none]', 'none') THEN NULL ELSE catalog_number END AS catalog_number
  FROM musicbrainz.release_label
) x
JOIN musicbrainz.release r ON r.id = x.release
LEFT JOIN musicbrainz.label l ON l.id = x.label AND l.gid <> '${NO_LABEL}'
WHERE l.name IS NOT NULL OR x.catalog_number IS NOT NULL`;

export const RELEASE_BARCODES = `
SELECT source, release_id, barcode
FROM (
  SELECT 'mb_release' AS source, gid AS release_id, regexp_replace(barcode, '[^0-9]', '', 'g') AS barcode
  FROM musicbrainz.release
)
WHERE barcode <> ''`;
