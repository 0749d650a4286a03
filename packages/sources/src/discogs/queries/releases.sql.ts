/** Without a statement of their own, masters say which release stands for them. */
export const RELEASES = `
SELECT 'discogs_master' AS source, id::VARCHAR AS id, 'group' AS grain,
  NULL::VARCHAR AS group_source, NULL::VARCHAR AS group_id,
  title, year, NULL::VARCHAR AS country, NULL::VARCHAR AS format, false AS is_main, true AS matchable
FROM discogs.master
UNION ALL
SELECT 'discogs_release', r.id::VARCHAR, 'release',
  CASE WHEN r.master_id > 0 THEN 'discogs_master' END, nullif(r.master_id, 0)::VARCHAR,
  r.title, r.year, r.country, f.name, coalesce(r.is_main_release OR m.main_release_id = r.id, false), true
FROM discogs.release r
LEFT JOIN discogs.release_format f ON f.release_id = r.id AND f.position = 1
LEFT JOIN discogs.master m ON m.id = r.master_id`;

export const RELEASE_CREDITS = `
SELECT 'discogs_master' AS source, master_id::VARCHAR AS release_id, position, 'discogs_artist' AS artist_source,
  artist_id::VARCHAR AS artist_id, coalesce(anv, name) AS name, join_phrase
FROM discogs.master_artist
UNION ALL
SELECT 'discogs_release', release_id::VARCHAR, position, 'discogs_artist',
  artist_id::VARCHAR, coalesce(anv, name), join_phrase
FROM discogs.release_artist
WHERE extra = 0`;

/** "none" is how Discogs writes that a release has no catalogue number. */
export const RELEASE_LABELS = `
SELECT 'discogs_release' AS source, release_id::VARCHAR AS release_id, label_name AS label,
  CASE WHEN lower(trim(catno)) <> 'none' THEN catno END AS catalog_number
FROM discogs.release_label`;

/** Fewer than eight digits are no barcode, only what somebody saw beside one. */
export const RELEASE_BARCODES = `
SELECT DISTINCT 'discogs_release' AS source, release_id::VARCHAR AS release_id, digits AS barcode
FROM discogs.release_identifier
WHERE length(digits) >= 8`;
