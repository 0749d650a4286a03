/** SQL (DuckDB) that turns the authority tables into the rows the match index is laid out from. */

/**
 * Artists of the index: authority artists, artists known only from a credit, and credits without an id. The last have a
 * source of their own, `~<family>`: they lead to releases but are never linked.
 */
export const createArtists = (families: string): string => `
  CREATE OR REPLACE TEMP TABLE index_credit AS
  SELECT c.*, f.family,
    CASE WHEN artist_id IS NULL THEN '~' || f.family ELSE artist_source END AS holder_source,
    CASE WHEN artist_id IS NULL THEN c.artist_key ELSE artist_id END AS holder_id
  FROM authority_release_credit c JOIN (${families}) f ON f.source = c.source
  WHERE c.artist_key <> '';

  CREATE OR REPLACE TEMP TABLE index_joint AS
  SELECT source, release_id, family, '~' || family AS holder_source, artist_key(joint) AS holder_id, joint AS name
  FROM (
    SELECT source, release_id, any_value(family) AS family,
      string_agg(name || CASE WHEN join_phrase IS NULL OR join_phrase = '' THEN ' ' ELSE ' ' || join_phrase || ' ' END, '' ORDER BY position) AS joint
    FROM index_credit GROUP BY source, release_id HAVING count(*) > 1
  );

  CREATE OR REPLACE TEMP TABLE index_artist AS
  SELECT CAST(row_number() OVER (ORDER BY source, id) - 1 AS INTEGER) AS ordinal, *
  FROM (
    SELECT source, id, min(name) AS name, min(comment) AS comment, bool_and(matchable) AS matchable, false AS placeholder
    FROM authority_artist GROUP BY source, id
    UNION ALL
    SELECT holder_source, holder_id, min(name), NULL, min(artist_id) IS NOT NULL, min(artist_id) IS NULL
    FROM index_credit
    WHERE NOT EXISTS (SELECT 1 FROM authority_artist a WHERE a.source = holder_source AND a.id = holder_id)
    GROUP BY holder_source, holder_id
    UNION ALL
    SELECT holder_source, holder_id, min(name), NULL, false, true
    FROM index_joint j
    WHERE holder_id <> '' AND NOT EXISTS (SELECT 1 FROM index_credit c WHERE c.holder_source = j.holder_source AND c.holder_id = j.holder_id)
    GROUP BY holder_source, holder_id
  )`;

export const artists =
  'SELECT source, id, name, comment, matchable, placeholder, is_compilation_name(name) AS various FROM index_artist ORDER BY ordinal';

/** One row per key, artist, role and spelling, by key. */
export const artistNames = `
  WITH known AS (
    SELECT n.artist_key, a.ordinal, n.role, n.name
    FROM authority_artist_name n JOIN index_artist a ON a.source = n.source AND a.id = n.artist_id
  ),
  named AS (
    SELECT * FROM known
    UNION ALL
    SELECT artist_key(name), ordinal, 'preferred', name FROM index_artist
    WHERE NOT EXISTS (SELECT 1 FROM known WHERE known.ordinal = index_artist.ordinal AND known.role = 'preferred')
    UNION ALL
    SELECT c.artist_key, a.ordinal, 'credit', c.name
    FROM index_credit c JOIN index_artist a ON a.source = c.holder_source AND a.id = c.holder_id
  )
  SELECT DISTINCT artist_key, ordinal, role, name FROM named WHERE artist_key <> ''
  ORDER BY artist_key, ordinal, role, name`;

export const createReleases = `
  CREATE OR REPLACE TEMP TABLE index_release AS
  SELECT CAST(row_number() OVER (ORDER BY source, id) - 1 AS INTEGER) AS ordinal, *
  FROM (SELECT DISTINCT ON (source, id) * FROM authority_release ORDER BY source, id, title)`;

export const releases = `
  WITH credit AS (
    SELECT source, release_id,
      string_agg(name || CASE WHEN rank = 1 THEN '' WHEN join_phrase IS NULL OR join_phrase IN ('', ',') THEN ', '
        WHEN join_phrase LIKE ' %' OR join_phrase LIKE '% ' THEN join_phrase ELSE ' ' || join_phrase || ' ' END, '' ORDER BY position) AS credit
    FROM (SELECT *, row_number() OVER (PARTITION BY source, release_id ORDER BY position DESC) AS rank FROM authority_release_credit)
    GROUP BY source, release_id
  )
  SELECT r.source, r.id, r.grain = 'release' AS pressing, g.ordinal AS group_ordinal, r.title, r.year, r.country, r.format, r.is_main, r.matchable, c.credit
  FROM index_release r
  LEFT JOIN index_release g ON g.source = r.group_source AND g.id = r.group_id
  LEFT JOIN credit c ON c.source = r.source AND c.release_id = r.id
  ORDER BY r.ordinal`;

/** Titles of the index by key: what a release is called, main title or other, with and without what stands in brackets. */
export const createTitles = `
  CREATE OR REPLACE TEMP TABLE index_title AS
  WITH called AS (
    SELECT title_key, title, ordinal FROM index_release
    UNION ALL
    SELECT t.title_key, t.title, r.ordinal FROM authority_release_title t JOIN index_release r ON r.source = t.source AND r.id = t.release_id
  )
  SELECT DISTINCT title_key, ordinal FROM (
    SELECT title_key, ordinal FROM called
    UNION ALL
    SELECT title_key(regexp_replace(title, '[()\\[\\]]', ' ', 'g')), ordinal FROM called WHERE regexp_matches(title, '[(\\[].*[)\\]]')
  ) WHERE title_key <> '';
  CREATE OR REPLACE TEMP TABLE index_title_key AS
  SELECT title_key, CAST(row_number() OVER (ORDER BY title_key) - 1 AS INTEGER) AS ordinal FROM (SELECT DISTINCT title_key FROM index_title)`;

export const titleReleases = 'SELECT title_key, ordinal FROM index_title ORDER BY title_key, ordinal';

export const otherTitles = `
  SELECT r.ordinal, t.title FROM authority_release_title t JOIN index_release r ON r.source = t.source AND r.id = t.release_id
  ORDER BY r.ordinal, t.title`;

export const createArtistReleases = `
  CREATE OR REPLACE TEMP TABLE index_artist_release AS
  SELECT DISTINCT a.ordinal AS artist, r.ordinal AS release
  FROM (SELECT source, release_id, holder_source, holder_id FROM index_credit UNION ALL SELECT source, release_id, holder_source, holder_id FROM index_joint) c
  JOIN index_artist a ON a.source = c.holder_source AND a.id = c.holder_id
  JOIN index_release r ON r.source = c.source AND r.id = c.release_id`;

/** Releases under an artist by title. */
export const artistReleases = `
  SELECT ar.artist, k.ordinal AS title, ar.release
  FROM index_artist_release ar JOIN index_title t ON t.ordinal = ar.release JOIN index_title_key k ON k.title_key = t.title_key
  ORDER BY ar.artist, k.ordinal, ar.release`;

export const releaseArtists = 'SELECT release, artist FROM index_artist_release ORDER BY release, artist';

export const groupReleases = `
  SELECT g.ordinal AS group_ordinal, r.ordinal FROM index_release r JOIN index_release g ON g.source = r.group_source AND g.id = r.group_id
  ORDER BY g.ordinal, r.ordinal`;

export const releaseLabels = `
  SELECT r.ordinal, l.label, l.catalog_number FROM authority_release_label l JOIN index_release r ON r.source = l.source AND r.id = l.release_id
  ORDER BY r.ordinal, l.label, l.catalog_number`;

export const releaseBarcodes = `
  SELECT r.ordinal, b.barcode FROM authority_release_barcode b JOIN index_release r ON r.source = b.source AND r.id = b.release_id
  ORDER BY r.ordinal, b.barcode`;

export const linkNodes = `
  SELECT DISTINCT source_a || chr(31) || id_a AS node FROM authority_cross_reference ORDER BY node`;

export const links = `
  SELECT source_a || chr(31) || id_a AS node, source_b || chr(31) || id_b AS target, via_property, ended, rank = 'preferred' AS preferred, direction = 'asserted' AS asserted
  FROM authority_cross_reference ORDER BY node, target, via_property, ended, direction`;
