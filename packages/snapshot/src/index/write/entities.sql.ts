/** SQL (DuckDB) that numbers artists and releases: every later query knows them by number alone. */
import type { LargeQuery } from '../../build/read-batches.ts';
import { quoteText } from '../../build/sql.ts';
import { nameRoles } from '../index-meta.ts';

/** An entity source by its number: its place among the index's sources. */
export interface NumberedSource {
  readonly place: number;
  readonly name: string;
  readonly family: string;
  /** Place of the source of its family's unlinked credits. */
  readonly unlinked: number;
}

export const createSources = (sources: readonly NumberedSource[]): string => `
  CREATE OR REPLACE TEMP TABLE index_source AS SELECT * FROM (VALUES ${sources
    .map(({ place, name, unlinked }) => `(${place}::UTINYINT, ${quoteText(name)}, ${unlinked}::UTINYINT)`)
    .join(', ')}) s(place, name, unlinked)`;

/** Shorter ids first, then by their bytes: numbers come by their value so, and ids of one length as they are written. */
export const BY_ID = 'strlen(id), id';
const PREFIX = "rtrim(id, '0123456789')";

export const createKnownArtists = `
  CREATE OR REPLACE TEMP TABLE index_artist AS
  WITH known AS (
    SELECT source, id, min(name) AS name, min(comment) AS comment, bool_and(matchable) AS matchable FROM authority_artist GROUP BY source, id
    UNION ALL
    SELECT artist_source, artist_id, min(name), NULL, true FROM authority_release_credit c
    WHERE artist_id IS NOT NULL AND artist_key <> '' AND NOT EXISTS (SELECT 1 FROM authority_artist a WHERE a.source = c.artist_source AND a.id = c.artist_id)
    GROUP BY artist_source, artist_id
  ),
  sorted AS (
    SELECT s.place AS source, k.* EXCLUDE (source) FROM known k JOIN index_source s ON s.name = k.source ORDER BY s.place, ${BY_ID}
  )
  SELECT CAST(row_number() OVER () - 1 AS UINTEGER) AS ordinal, * FROM sorted`;

export const createReleases = `
  CREATE OR REPLACE TEMP TABLE index_release AS
  WITH sorted AS (
    SELECT s.place AS source, g.place AS group_source, r.* EXCLUDE (source, group_source, match_form) FROM authority_release r JOIN index_source s ON s.name = r.source
    LEFT JOIN index_source g ON g.name = r.group_source
    ORDER BY s.place, ${BY_ID}, title
  ),
  marked AS (SELECT *, lag(id) OVER () AS id_before, lag(source) OVER () AS source_before FROM sorted)
  SELECT CAST(row_number() OVER () - 1 AS UINTEGER) AS ordinal, * EXCLUDE (id_before, source_before) FROM marked
  WHERE id_before IS DISTINCT FROM id OR source_before IS DISTINCT FROM source`;

export const createGroups = `
  CREATE OR REPLACE TEMP TABLE index_group AS
  SELECT r.ordinal AS release, g.ordinal AS group_ordinal, r.title = g.title AS same_title
  FROM index_release r JOIN (SELECT ordinal, source, id, title FROM index_release WHERE source IN (SELECT DISTINCT group_source FROM index_release)) g
    ON g.source = r.group_source AND g.id = r.group_id`;

/** How the ids of each source may be stored. */
export const idForms = (table: string): string => `
  SELECT source, count(*) AS count, min(ordinal) AS first, max(ordinal) AS last,
    bool_and(regexp_full_match(id, '[A-Za-z]*[1-9][0-9]{0,8}')) AND min(${PREFIX}) = max(${PREFIX}) AS numbers, min(${PREFIX}) AS prefix,
    bool_and(length(id) = 36 AND regexp_full_match(id, '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}')) AS uuids
  FROM ${table} GROUP BY source ORDER BY source`;

/** Credits with the numbers of release and artist; a name only where it is not the artist's heading. */
export const createCredits = `
  CREATE OR REPLACE TEMP TABLE index_credit (release UINTEGER, position INTEGER, artist UINTEGER, unlinked UTINYINT, name VARCHAR, artist_key VARCHAR, join_phrase VARCHAR)`;

export const addCredits = ({ place, name, unlinked }: NumberedSource): string => `
  INSERT INTO index_credit
  SELECT r.ordinal, c.position, a.ordinal, ${unlinked},
    CASE WHEN a.ordinal IS NULL OR c.name <> a.name THEN c.name END, CASE WHEN a.ordinal IS NULL OR c.name <> a.name THEN c.artist_key END, nullif(c.join_phrase, '')
  FROM authority_release_credit c
  JOIN (SELECT ordinal, id FROM index_release WHERE source = ${place}) r ON r.id = c.release_id
  LEFT JOIN (SELECT a.ordinal, a.id, a.name, s.name AS source FROM index_artist a JOIN index_source s ON s.place = a.source) a ON a.source = c.artist_source AND a.id = c.artist_id
  WHERE c.source = ${quoteText(name)} AND c.artist_key <> ''`;

/** Credits of releases that have several, with the names of all. */
export const createJointParts = `
  CREATE OR REPLACE TEMP TABLE index_joint_part AS
  SELECT c.release, c.unlinked, c.position, coalesce(c.name, a.name) AS name, c.join_phrase
  FROM index_credit c SEMI JOIN (SELECT release FROM index_credit GROUP BY release HAVING count(*) > 1) m ON m.release = c.release
  LEFT JOIN index_artist a ON a.ordinal = c.artist`;

export const createJoint =
  'CREATE OR REPLACE TEMP TABLE index_joint (release UINTEGER, unlinked UTINYINT, joint VARCHAR, printed VARCHAR, artist_key VARCHAR)';

/**
 * Credits of several artists, whole: as a name to be found by, and as printed. Sorted as lists: ordered aggregates cost six times
 * that. A million releases at once: lists are not spilled.
 */
export const addJoint = (first: number, end: number): string => `
  INSERT INTO index_joint
  WITH sorted AS (
    SELECT release, any_value(unlinked) AS unlinked, list_sort(list({p: position, n: name, j: join_phrase})) AS parts
    FROM index_joint_part WHERE release >= ${first} AND release < ${end} GROUP BY release
  ),
  joined AS (
    SELECT release, unlinked,
      list_aggregate(list_transform(parts, x -> x.n || CASE WHEN x.j IS NULL THEN ' ' ELSE ' ' || x.j || ' ' END), 'string_agg', '') AS joint,
      list_aggregate(list_transform(parts[:-2], x -> x.n || CASE WHEN x.j IS NULL OR x.j = ',' THEN ', '
        WHEN x.j LIKE ' %' OR x.j LIKE '% ' THEN x.j ELSE ' ' || x.j || ' ' END), 'string_agg', '') || parts[-1].n AS printed
    FROM sorted
  )
  SELECT j.*, k.artist_key FROM joined j JOIN (SELECT joint, artist_key(joint) AS artist_key FROM (SELECT DISTINCT joint FROM joined)) k ON k.joint = j.joint`;

/** Credits without an id, and joint ones: they lead to releases and are never linked. */
export const createUnlinked = (known: number): string => `
  CREATE OR REPLACE TEMP TABLE index_unlinked AS
  SELECT CAST(${known} + row_number() OVER () - 1 AS UINTEGER) AS ordinal, * FROM (
    SELECT unlinked AS source, artist_key, min(name) AS name FROM (
      SELECT unlinked, artist_key, name FROM index_credit WHERE artist IS NULL
      UNION ALL SELECT unlinked, artist_key, joint FROM index_joint WHERE artist_key <> ''
    ) GROUP BY source, artist_key ORDER BY source, artist_key
  )`;

export const artists: LargeQuery = {
  counted: 'index_artist',
  sql: `
    SELECT ordinal, source, (CASE WHEN is_compilation_name(name) THEN 4 WHEN matchable THEN 1 ELSE 0 END)::UTINYINT, id, name, comment
    FROM index_artist ORDER BY ordinal`,
};
export const unlinkedArtists: LargeQuery = {
  counted: 'index_unlinked',
  sql: `
    SELECT ordinal, source, (2 + CASE WHEN is_compilation_name(name) THEN 4 ELSE 0 END)::UTINYINT, name FROM index_unlinked ORDER BY ordinal`,
};

/**
 * Pairs of release and artist, in no order and perhaps twice: three queries, because DuckDB may wait for ever when it streams a
 * UNION ALL (duckdb/duckdb#22215).
 */
export const releaseArtists: readonly LargeQuery[] = [
  'SELECT release, artist FROM index_credit WHERE artist IS NOT NULL',
  `SELECT c.release, u.ordinal FROM (SELECT release, unlinked, artist_key FROM index_credit WHERE artist IS NULL) c
    JOIN index_unlinked u ON u.source = c.unlinked AND u.artist_key = c.artist_key`,
  'SELECT j.release, u.ordinal FROM index_joint j JOIN index_unlinked u ON u.source = j.unlinked AND u.artist_key = j.artist_key',
].map((sql) => ({ sql, counted: `(${sql})` }));

const role = `(list_position([${nameRoles
  .toSorted()
  .map((each) => `'${each}'`)
  .join(', ')}], n.role) - 1)::UTINYINT`;

export const createNames =
  'CREATE OR REPLACE TEMP TABLE index_name (artist_key VARCHAR, artist UINTEGER, role UTINYINT, heading BOOLEAN, name VARCHAR)';

/** Names under their keys, and whether they are the heading of their artist. */
export const addNames = ({ place, name }: NumberedSource): string => `
  INSERT INTO index_name
  SELECT n.artist_key, a.ordinal, ${role}, n.name = a.name, n.name
  FROM authority_artist_name n JOIN (SELECT ordinal, id, name FROM index_artist WHERE source = ${place}) a ON a.id = n.artist_id
  WHERE n.source = ${quoteText(name)} AND n.artist_key <> ''`;

const roleOf = (name: string) => nameRoles.toSorted().indexOf(name as (typeof nameRoles)[number]);

/** Headings that no name says, and names as credits print them where these differ from the heading. */
export const addOtherNames = `
  INSERT INTO index_name
  SELECT artist_key(name), ordinal, ${roleOf('preferred')}, true, name FROM index_artist
  WHERE ordinal NOT IN (SELECT artist FROM index_name WHERE role = ${roleOf('preferred')})
  UNION ALL SELECT artist_key, ordinal, ${roleOf('preferred')}, true, name FROM index_unlinked
  UNION ALL SELECT DISTINCT artist_key, artist, ${roleOf('credit')}, false, name FROM index_credit WHERE artist IS NOT NULL AND name IS NOT NULL`;

export const names: LargeQuery = {
  counted: "index_name WHERE artist_key <> ''",
  sql: `
    SELECT artist, role, heading::UTINYINT, artist_key, name FROM index_name WHERE artist_key <> '' ORDER BY artist_key, artist, role, heading DESC, name`,
};
