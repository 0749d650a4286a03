/** Rows of the uniform artist tables, as the three sources would give them. Ids are far above every one in use. */

export const BASE = 500_000_000;
export const QID_BASE = 900_000_000;

/** Artists of Discogs that MusicBrainz has too, and those that Wikidata has. */
export const createTwins = `
  CREATE OR REPLACE TABLE twin AS
  SELECT i, uuid_of('artist', i) AS gid, draw(i, 41) < 0.1 AS in_wikidata FROM artist WHERE draw(i, 40) < 0.12 + 0.26 * fame`;

export const createVariants = `
  CREATE OR REPLACE TABLE variant AS
  WITH wanted AS (
    SELECT *, CASE WHEN draw(i, 50) >= CASE WHEN text <> latin THEN 0.9 ELSE 0.24 + 0.42 * fame END THEN 0
      WHEN fame > 0.9 THEN 3 + below(8, i, 51) ELSE 1 + below(5, i, 51) END AS count FROM artist
  ),
  nth AS (SELECT *, unnest(range(count)) AS n FROM wanted WHERE count > 0)
  SELECT DISTINCT i, name FROM (
    SELECT i, text, CASE CASE WHEN n = 0 AND text <> latin THEN 0 ELSE 1 + below(11, i * 16 + n, 52) END
      WHEN 0 THEN latin
      WHEN 1 THEN coalesce(left(given, 1) || '. ' || family, latin || ' Band')
      WHEN 2 THEN coalesce(family || ', ' || given, regexp_replace(latin, '^The ', ''))
      WHEN 3 THEN coalesce(given || ' ' || chr(65 + below(26, i, 53)) || '. ' || family, latin || ' Group')
      WHEN 4 THEN replace(latin, ' ', '')
      WHEN 5 THEN replace(replace(latin, ' & ', ' And '), ' ', '-')
      WHEN 6 THEN coalesce(left(given, 1) || '.' || family, upper(latin))
      WHEN 7 THEN coalesce(family, latin || ' Orch.')
      WHEN 8 THEN coalesce(given || ' "' || left(family, 4) || '" ' || family, 'The ' || latin)
      ELSE misspell(latin, i * 16 + n, 54) END AS name
    FROM nth
  ) WHERE name <> text AND name <> ''`;

const discogsId = (index: string): string => `(${BASE} + 2 * ${index}::BIGINT)::VARCHAR`;

export const discogs = { artist: discogsId('i'), of: discogsId } as const;

/** Where the rows of `ARTISTS` stand when names are made of them. */
export const ROWS_OF_ARTISTS = 'rows_of_artists';

export const ARTISTS = [
  `SELECT 'discogs_artist' AS source, ${discogs.artist} AS id, heading AS name, CASE WHEN number > 1 THEN '(' || number || ')' END AS comment, true AS matchable
  FROM artist`,
  `SELECT 'discogs_artist', '194', 'Various', NULL, false`,
  `SELECT 'mb_artist', gid, text, CASE WHEN number > 1 OR draw(i, 42) < 0.1 THEN country_of(culture) || ' no. ' || number END, true FROM artist JOIN twin USING (i)`,
  `SELECT 'mb_artist', '89ad4ac3-39f7-470e-963a-56509c546377', 'Various Artists', NULL, false`,
  `SELECT 'wikidata_artist', 'Q' || (${QID_BASE} + i), text, 'generated artist', true FROM artist JOIN twin USING (i) WHERE in_wikidata`,
];

/** Within each eight: two may be the same person, and the fourth may be a group of the next few. */
const ALIASES = `
  SELECT a.i AS i, b.heading AS name, b.i AS other FROM artist a JOIN artist b ON b.i = a.i + CASE a.i % 8 WHEN 0 THEN 1 ELSE -1 END
  WHERE a.i % 8 < 2 AND draw(a.i // 8, 60) < 0.45`;
const MEMBERSHIPS = `
  SELECT g.i AS band, g.heading AS band_name, m.i AS member, m.heading AS member_name FROM artist g JOIN artist m ON m.i // 8 = g.i // 8
  WHERE g.i % 8 = 3 AND m.i % 8 BETWEEN 4 AND 5 + below(3, g.i, 62) AND draw(g.i, 61) < 0.63`;

export const ARTIST_NAMES = [
  `SELECT source, id AS artist_id, 'preferred' AS role, name, NULL::VARCHAR AS related_id FROM ${ROWS_OF_ARTISTS}`,
  `SELECT 'discogs_artist', ${discogs.artist}, 'variation', name, NULL FROM variant`,
  `SELECT 'discogs_artist', ${discogs.artist}, 'alias', name, ${discogs.of('other')} FROM (${ALIASES})`,
  `SELECT 'discogs_artist', ${discogs.of('band')}, 'member', member_name, ${discogs.of('member')} FROM (${MEMBERSHIPS})`,
  `SELECT 'discogs_artist', ${discogs.of('member')}, 'group', band_name, ${discogs.of('band')} FROM (${MEMBERSHIPS})`,
  `SELECT 'discogs_artist', ${discogs.artist}, 'credit', name, NULL FROM variant WHERE draw(i, 55) < 0.5`,
  `SELECT 'mb_artist', gid, 'sort_name', family || ', ' || given, NULL FROM artist JOIN twin USING (i) WHERE given IS NOT NULL`,
  `SELECT 'mb_artist', gid, 'variation', name, NULL FROM variant JOIN twin USING (i) WHERE hash(name) % 3 = 0`,
  `SELECT 'wikidata_artist', 'Q' || (${QID_BASE} + i), 'variation', latin, NULL FROM artist JOIN twin USING (i) WHERE in_wikidata AND latin <> text`,
];
