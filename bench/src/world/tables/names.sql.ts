/** How artists are called, as SQL: drawn from words, made different, then shared out among homonyms. */

/** Rounds of drawing again what was taken; what is left after them shares its name. */
export const NAME_ROUNDS = 3;

/** 84 in 100 have a name of their own; the rest bear one of these, a few names very often. */
export const createArtistSketch = (artists: number): string => `
  CREATE OR REPLACE TABLE sketch AS
  SELECT i::INTEGER AS i, culture_of(i) AS culture, 1 - i / ${artists} AS fame, below(100, i, 3) AS style, draw(i, 4) >= 0.16 AS owner
  FROM range(${artists}) t(i)`;

export const createNames =
  'CREATE OR REPLACE TABLE name (i INTEGER, text VARCHAR, latin VARCHAR, given VARCHAR, family VARCHAR, k VARCHAR)';

/** Which words a name of this round is made of, and in which form. */
const PARTS = (round: number): string => {
  const far = `draw(i, ${10 + round}) < ${0.08 + 0.45 * round}`;
  const p = 100 * (round + 1);
  return `
    SELECT i, culture, form, in_script(culture) AS scripted,
      CASE WHEN in_script(culture) THEN
        CASE WHEN form < 50 THEN given(culture, ${far}, i, ${p + 1}) ELSE script_adjective(culture, ${far}, i, ${p + 1}) END
      WHEN form < 46 OR form IN (90, 91, 92, 93) THEN given(culture, ${far}, i, ${p + 1})
      WHEN form < 62 THEN adjective(${far}, i, ${p + 1})
      ELSE noun(${far}, i, ${p + 1}) END AS p1,
      CASE WHEN in_script(culture) THEN
        CASE WHEN form < 50 THEN family(culture, ${far}, i, ${p + 2}) ELSE script_noun(culture, ${far}, i, ${p + 2}) END
      WHEN form < 46 OR form IN (90, 91, 92, 93) THEN family(culture, ${far}, i, ${p + 2})
      WHEN form IN (94, 95) THEN ensemble(true, i, ${p + 2})
      ELSE noun(${far}, i, ${p + 2}) END AS p2,
      CASE WHEN form IN (90, 91) THEN ensemble(true, i, ${p + 3}) ELSE noun(false, i, ${p + 3}) END AS p3,
      ${round} AS round
    FROM (SELECT *, style AS form FROM sketch WHERE owner AND i NOT IN (SELECT i FROM name))`;
};

const FORMS = `CASE
  WHEN scripted THEN CASE WHEN form < 50 AND family_first(culture) THEN b.native || a.native ELSE a.native || glue_of(culture) || b.native END
  WHEN form < 46 THEN a.native || CASE WHEN draw(i, 20 + round) < 0.03 + 0.2 * round THEN ' ' || chr(65 + below(26, i, 30 + round)) || '. ' ELSE ' ' END || b.native
  WHEN form < 51 THEN 'The ' || a.native || ' ' || b.native || 's'
  WHEN form < 62 THEN a.native || ' ' || b.native
  WHEN form < 72 THEN 'The ' || a.native || CASE WHEN round > 0 THEN ' ' || b.native ELSE '' END || 's'
  WHEN form < 78 THEN a.native || CASE WHEN round > 0 THEN ' ' || b.native ELSE '' END
  WHEN form < 83 THEN a.native || ' ' || b.native || 's'
  WHEN form < 86 THEN a.native || ' Of ' || b.native || 's'
  WHEN form < 88 THEN a.native || ' & ' || b.native
  WHEN form < 90 THEN 'DJ ' || a.native || CASE WHEN round > 0 THEN ' ' || b.native ELSE '' END
  WHEN form < 92 THEN a.native || ' ' || b.native || ' ' || c.native
  WHEN form < 94 THEN a.native || ' ' || b.native || ' & The ' || c.native || 's'
  WHEN form < 96 THEN a.native || ' ' || b.native
  ELSE a.native || ' ' || b.native || ' ' || c.native END`;

/** Draws a name for every owner without one and keeps those that nobody has: the first who drew it, in the last round all. */
export const drawNames = (round: number): string => `
  INSERT INTO name
  WITH drawn AS (
    SELECT i, ${FORMS} AS plain, CASE WHEN NOT scripted AND draw(i, 25) < 0.055 THEN translate(plain, 'aeo', 'áéö') ELSE plain END AS text,
      CASE WHEN scripted THEN a.latin || ' ' || b.latin ELSE plain END AS latin,
      CASE WHEN form < 46 THEN a.latin END AS given, CASE WHEN form < 46 THEN b.latin END AS family
    FROM (${PARTS(round)}) parts
    JOIN word a ON a.place = p1 JOIN word b ON b.place = p2 JOIN word c ON c.place = p3
  ),
  free AS (
    SELECT min(i) AS i FROM (SELECT i, lower(text) AS k FROM drawn) d
    WHERE NOT EXISTS (SELECT 1 FROM name n WHERE n.k = d.k) GROUP BY k
  )
  SELECT i, text, latin, given, family, lower(text) FROM drawn
  ${round === NAME_ROUNDS ? '' : 'WHERE i IN (SELECT i FROM free)'}`;

/** Everybody with a name and their number among those of the name: the first has no suffix. */
export const createArtists = `
  CREATE OR REPLACE TABLE artist AS
  WITH owners AS (SELECT *, row_number() OVER (ORDER BY i) - 1 AS place FROM name),
  sized AS (SELECT count(*) AS size FROM name),
  named AS (
    SELECT s.i, s.culture, s.fame, s.style, n.text, n.latin, n.given, n.family FROM sketch s JOIN name n ON n.i = s.i
    UNION ALL
    SELECT s.i, s.culture, s.fame, s.style, n.text, n.latin, n.given, n.family
    FROM (SELECT s.*, floor(size * pow(draw(s.i, 5), 1.6))::INTEGER AS place FROM sketch s, sized WHERE s.i NOT IN (SELECT i FROM name)) s
    JOIN owners n USING (place)
  ),
  numbered AS (SELECT *, row_number() OVER (PARTITION BY text ORDER BY i) AS number FROM named)
  SELECT *, text || CASE WHEN number = 1 THEN '' ELSE ' (' || number || ')' END AS heading FROM numbered ORDER BY i`;
