import { discogs, QID_BASE } from './artists.sql.ts';

export interface WorldSizes {
  readonly artists: number;
  /** Releases of Discogs. */
  readonly releases: number;
}

/** Masters, and works of one pressing without a master: as Discogs has them to 19 million releases. */
export function countWorks({ releases }: WorldSizes): { masters: number; works: number } {
  const masters = Math.round(releases * 0.134);
  return { masters, works: masters + Math.round(releases * 0.385) };
}

const TITLE_PARTS = `
  SELECT w, i, various, scripted, culture, form,
    CASE WHEN scripted THEN script_adjective(culture, draw(w, 70) < 0.3, w, 71) WHEN form BETWEEN 22 AND 51 OR form IN (80, 81, 82) THEN adjective(false, w, 72)
      ELSE noun(draw(w, 70) < 0.25, w, 73) END AS p1,
    CASE WHEN scripted THEN script_noun(culture, draw(w, 74) < 0.3, w, 75) WHEN form IN (90, 91, 92, 93) THEN town(false, w, 76) ELSE noun(draw(w, 74) < 0.2, w, 77) END AS p2
  FROM (SELECT *, below(100, w, 69) AS form, NOT various AND in_script(culture) AND draw(w, 68) < 0.7 AS scripted FROM sketched)`;

const TITLE = `CASE
  WHEN scripted THEN a.native || glue_of(t.culture) || b.native
  WHEN form < 15 AND NOT t.various AND draw(w, 78) < 0.5 THEN artist.text
  WHEN form < 22 THEN a.native
  WHEN form < 46 THEN a.native || ' ' || b.native
  WHEN form < 52 THEN 'The ' || a.native || ' ' || b.native
  WHEN form < 60 THEN a.native || ' Of ' || b.native
  WHEN form < 66 THEN a.native || ' And ' || b.native
  WHEN form < 72 THEN a.native || ' In The ' || b.native
  WHEN form < 76 THEN a.native || ' / ' || b.native
  WHEN form < 80 THEN a.native || ' ' || b.native || ' EP'
  WHEN form < 83 THEN 'Songs From The ' || a.native || ' ' || b.native
  WHEN form < 87 THEN a.native || ' Vol. ' || (1 + below(9, w, 79))
  WHEN form < 90 THEN a.native || ' (Remixes)'
  WHEN form < 94 THEN 'Live At ' || b.native
  WHEN form < 96 THEN ['Greatest Hits', 'Best Of', 'Anthology', 'The Collection'][1 + below(4, w, 79)]
  ELSE a.native || ' ' || b.native || ' ' || a.native || 's' END`;

/** The famous, who have the first numbers, have the most works; one work in twelve is of various artists. */
export const createWorks = (sizes: WorldSizes): string => `
  CREATE OR REPLACE TABLE work AS
  WITH drawn AS (
    SELECT w::INTEGER AS w, floor(${sizes.artists} * pow(draw(w, 65), 1.8))::INTEGER AS i, draw(w, 66) < 0.08 AS various FROM range(${countWorks(sizes).works}) t(w)
  ),
  sketched AS (SELECT drawn.*, artist.culture FROM drawn JOIN artist USING (i))
  SELECT w, t.i, t.various, t.culture, ${TITLE} AS title, CASE WHEN draw(w, 80) < 0.035 THEN NULL ELSE 1952 + floor(73 * pow(draw(w, 81), 0.62))::INTEGER END AS year,
    w < ${countWorks(sizes).masters} AS mastered, draw(w, 82) < 0.4 AND (t.various OR t.i IN (SELECT i FROM twin)) AS in_mb
  FROM (${TITLE_PARTS}) t JOIN artist ON artist.i = t.i JOIN word a ON a.place = p1 JOIN word b ON b.place = p2
  ORDER BY w`;

export const createLabels = (sizes: WorldSizes): string => `
  CREATE OR REPLACE TABLE label AS
  SELECT l, a.native || CASE below(4, l, 91) WHEN 0 THEN ' Records' WHEN 1 THEN '' WHEN 2 THEN ' Recordings' ELSE ' Music' END AS name,
    upper(left(a.native, 3)) AS letters
  FROM (SELECT l::INTEGER AS l, noun(true, l, 90) AS p FROM range(${Math.max(20, Math.round(sizes.artists * 0.24))}) t(l)) JOIN word a ON a.place = p`;

/** Every master has a pressing; the first have the most. The rest of the works have one each. */
export const createReleases = (sizes: WorldSizes): string => {
  const { masters, works } = countWorks(sizes);
  const ofMasters = sizes.releases - (works - masters);
  return `
  CREATE OR REPLACE TABLE release AS
  WITH placed AS (
    SELECT r::INTEGER AS r, CASE WHEN r < ${works} THEN r ELSE floor(${masters} * pow(draw(r, 95), 1.7)) END::INTEGER AS w FROM range(${Math.max(works, ofMasters + works - masters)}) t(r)
  )
  SELECT r, w, r < ${works} AS first, title || CASE WHEN r >= ${works} AND draw(r, 96) < 0.06 THEN [' (Remastered)', ' (Deluxe Edition)', ' [Reissue]'][1 + below(3, r, 97)] ELSE '' END AS title,
    CASE WHEN year IS NULL THEN NULL ELSE least(2026, year + CASE WHEN r < ${works} THEN 0 ELSE floor(25 * pow(draw(r, 98), 2.2)) END)::INTEGER END AS year,
    CASE WHEN draw(r, 99) < 0.03 THEN NULL WHEN draw(r, 99) < 0.6 THEN country_of(culture) ELSE ['US', 'UK', 'Germany', 'Japan', 'France', 'Italy', 'Netherlands', 'Canada', 'Australia', 'Spain', 'Europe', 'Brazil'][1 + zipf(12, r, 100)] END AS country,
    CASE WHEN draw(r, 101) < 0.51 THEN 'Vinyl' WHEN draw(r, 101) < 0.8 THEN 'CD' WHEN draw(r, 101) < 0.88 THEN 'File' WHEN draw(r, 101) < 0.96 THEN 'Cassette' ELSE ['CDr', 'Box Set', 'DVD', 'Shellac', 'All Media'][1 + below(5, r, 102)] END AS format,
    in_mb AND (r < ${works} AND draw(r, 103) < 0.75 OR draw(r, 104) < 0.18) AS in_mb
  FROM placed JOIN work USING (w)`;
};

export const RELEASES = [
  `SELECT 'discogs_master' AS source, ${discogs.of('w')} AS id, 'group' AS grain, NULL::VARCHAR AS group_source, NULL::VARCHAR AS group_id, title, year,
    NULL::VARCHAR AS country, NULL::VARCHAR AS format, false AS is_main, true AS matchable FROM work WHERE mastered`,
  `SELECT 'discogs_release', ${discogs.of('r')}, 'release', CASE WHEN mastered THEN 'discogs_master' END, CASE WHEN mastered THEN ${discogs.of('w')} END, r.title, r.year, country, format, first AND mastered, true
  FROM release r JOIN work USING (w)`,
  `SELECT 'mb_release_group', uuid_of('group', w), 'group', NULL, NULL, title, year, NULL, NULL, false, true FROM work WHERE in_mb`,
  `SELECT 'mb_release', uuid_of('release', r), 'release', 'mb_release_group', uuid_of('group', w), title, year, country, format, first, true FROM release WHERE in_mb`,
  `SELECT 'wikidata', 'Q' || (${QID_BASE} + 50000000 + w), 'group', NULL, NULL, title, year, NULL, NULL, false, true FROM work WHERE in_mb AND mastered AND draw(w, 83) < 0.1`,
];

export const RELEASE_TITLES = [
  `SELECT 'mb_release_group' AS source, uuid_of('group', w) AS release_id, upper(title) || '!' AS title FROM work WHERE in_mb AND draw(w, 84) < 0.02`,
  `SELECT 'wikidata', 'Q' || (${QID_BASE} + 50000000 + w), title || ' (album)' FROM work WHERE in_mb AND mastered AND draw(w, 83) < 0.1 AND draw(w, 85) < 0.5`,
];

export const RELEASE_LABELS = [
  `SELECT 'discogs_release' AS source, ${discogs.of('r')} AS release_id, name AS label,
    CASE WHEN draw(r, 112) < 0.1 THEN NULL ELSE letters || [' ', '-', ''][1 + below(3, r, 113)] || (1 + below(99999, r, 114)) END AS catalog_number
  FROM (
    SELECT r, zipf((SELECT count(*) FROM label), CASE WHEN draw(r, 110) < 0.6 THEN i ELSE 1000000000 + r END, 111) AS l FROM release JOIN work USING (w)
    UNION ALL SELECT r, zipf((SELECT count(*) FROM label), 2000000000 + r, 111) FROM release WHERE draw(r, 115) < 0.12
  ) JOIN label USING (l)`,
  `SELECT 'mb_release', uuid_of('release', r), name, letters || '-' || (1 + below(99999, r, 114))
  FROM (SELECT r, zipf((SELECT count(*) FROM label), i, 111) AS l FROM release JOIN work USING (w) WHERE release.in_mb) JOIN label USING (l)`,
];

const BARCODE = "'2' || lpad(below(999999999, r, 120)::VARCHAR, 9, '0') || lpad(below(999, r, 121)::VARCHAR, 3, '0')";

export const RELEASE_BARCODES = [
  `SELECT 'discogs_release' AS source, ${discogs.of('r')} AS release_id, ${BARCODE} AS barcode FROM release WHERE year > 1982 AND format <> 'File' AND draw(r, 122) < 0.5`,
  `SELECT 'mb_release', uuid_of('release', r), ${BARCODE} FROM release WHERE in_mb AND year > 1982 AND draw(r, 122) < 0.5`,
];

export const REDIRECTS = [
  "SELECT 'mb_artist' AS source, uuid_of('old', i) AS old_id, gid AS new_id FROM twin WHERE draw(i, 43) < 0.05",
];
