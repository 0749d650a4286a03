/** SQL (DuckDB) for titles and what is printed on records, by the numbers of `entities.sql.ts`. */
import type { LargeQuery } from '../../build/read-batches.ts';
import { quoteText } from '../../build/sql.ts';
import type { NumberedSource } from './entities.sql.ts';

export const releases: LargeQuery = {
  counted: 'index_release',
  sql: `
    SELECT ordinal, source, coalesce(year, 0)::SMALLINT,
      ((CASE WHEN grain = 'release' THEN 1 ELSE 0 END) + (CASE WHEN is_main THEN 2 ELSE 0 END) + (CASE WHEN matchable THEN 4 ELSE 0 END))::UTINYINT,
      id, title, country, format
    FROM index_release ORDER BY ordinal`,
};

export const groups: LargeQuery = {
  counted: 'index_group',
  sql: 'SELECT release, group_ordinal, same_title::UTINYINT FROM index_group',
};

/** How releases are credited: null where that is their one artist's heading. */
export const createPrinted = `
  CREATE OR REPLACE TEMP TABLE index_printed AS
  SELECT release, name AS printed FROM index_credit WHERE release NOT IN (SELECT release FROM index_joint)
  UNION ALL SELECT release, printed FROM index_joint`;

const printedByGroup = `
  index_printed p
  LEFT JOIN (SELECT release, group_ordinal FROM index_group WHERE group_ordinal NOT IN (SELECT release FROM index_group)) g ON g.release = p.release
  LEFT JOIN index_printed q ON q.release = g.group_ordinal`;

/** By release: 1 for the heading, 2 for what its group is credited to, where that group is of no other group; else 0 and the words. */
export const printedCredits: LargeQuery = {
  counted: printedByGroup,
  sql: `
    SELECT p.release,
      (CASE WHEN p.printed IS NULL THEN 1 WHEN p.printed = q.printed THEN 2 ELSE 0 END)::UTINYINT,
      CASE WHEN p.printed IS DISTINCT FROM q.printed THEN p.printed END
    FROM ${printedByGroup}
    ORDER BY p.release`,
};

/** What releases are called, main title or other, with and without what stands in brackets. */
export const createTitles = `
  CREATE OR REPLACE TEMP TABLE index_other_title AS
  SELECT r.ordinal, t.title, t.title_key FROM authority_release_title t JOIN index_source s ON s.name = t.source
  JOIN index_release r ON r.source = s.place AND r.id = t.release_id;
  CREATE OR REPLACE TEMP TABLE index_title AS
  SELECT title_key, ordinal FROM index_release
  UNION ALL SELECT title_key, ordinal FROM index_other_title
  UNION ALL
  SELECT title_key(regexp_replace(title, '[()\\[\\]]', ' ', 'g')), ordinal FROM (
    SELECT title, ordinal FROM index_release UNION ALL SELECT title, ordinal FROM index_other_title
  ) WHERE regexp_matches(title, '[(\\[].*[)\\]]')`;

/** A key stands with its first row; the rows after it of the same key have none. */
export const titles: LargeQuery = {
  counted: "index_title WHERE title_key <> ''",
  sql: `
    SELECT ordinal, CASE WHEN lag(title_key) OVER () = title_key THEN NULL ELSE title_key END FROM (
      SELECT title_key, ordinal FROM index_title WHERE title_key <> '' ORDER BY title_key, ordinal
    )`,
};

export const otherTitles: LargeQuery = {
  counted: 'index_other_title',
  sql: 'SELECT ordinal, title FROM index_other_title ORDER BY ordinal, title',
};

const ofReleases = (table: string, { place, name }: NumberedSource): string => `
  FROM authority_${table} x JOIN (SELECT ordinal, id FROM index_release WHERE source = ${place}) r ON r.id = x.release_id
  WHERE x.source = ${quoteText(name)}`;

export const createLabels = `
  CREATE OR REPLACE TEMP TABLE index_label_name AS
  SELECT CAST(row_number() OVER () - 1 AS UINTEGER) AS ordinal, label FROM (SELECT DISTINCT label FROM authority_release_label WHERE label IS NOT NULL ORDER BY label);
  CREATE OR REPLACE TEMP TABLE index_label (release UINTEGER, label UINTEGER, catalog_number VARCHAR);
  CREATE OR REPLACE TEMP TABLE index_barcode (release UINTEGER, barcode VARCHAR)`;

export const addLabels = (source: NumberedSource): string => `
  INSERT INTO index_label SELECT x.ordinal, coalesce(n.ordinal + 1, 0), x.catalog_number
  FROM (SELECT r.ordinal, x.label, x.catalog_number ${ofReleases('release_label', source)}) x(ordinal, label, catalog_number)
  LEFT JOIN index_label_name n ON n.label = x.label`;

export const addBarcodes = (source: NumberedSource): string =>
  `INSERT INTO index_barcode SELECT r.ordinal, x.barcode ${ofReleases('release_barcode', source)}`;

export const labelNames: LargeQuery = {
  counted: 'index_label_name',
  sql: 'SELECT label FROM index_label_name ORDER BY ordinal',
};
export const labels: LargeQuery = {
  counted: 'index_label',
  sql: 'SELECT release, label, catalog_number FROM index_label ORDER BY release, label, catalog_number',
};

/**
 * Digits as two numbers: the last nine, and what stands before them behind a 1; up to nine digits, their count and they.
 * What is no such number has 0 and its text.
 */
export const barcodes: LargeQuery = {
  counted: 'index_barcode',
  sql: `
    SELECT release,
      (CASE WHEN NOT plain THEN 0 WHEN length(barcode) <= 9 THEN length(barcode) ELSE ('1' || left(barcode, -9))::BIGINT END)::UINTEGER,
      (CASE WHEN plain THEN right(barcode, 9)::BIGINT ELSE 0 END)::UINTEGER,
      CASE WHEN plain THEN NULL ELSE barcode END
    FROM (SELECT *, regexp_full_match(barcode, '[0-9]{1,18}') AS plain FROM index_barcode) ORDER BY release, barcode`,
};
