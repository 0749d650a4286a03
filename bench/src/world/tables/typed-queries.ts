import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Workbench } from '@deadwax/snapshot/build/duckdb';
import { quoteText } from '@deadwax/snapshot/build/sql';
import { discogs } from './artists.sql.ts';

/** Longer names only: two slips in a name of five letters make another name. */
const LONG = 'length(latin) >= 8 AND text = latin';

/** What is typed for an artist, by kind of query; `n` numbers the query. */
const KINDS = {
  exact: { typed: 'text', where: 'true' },
  variation: { typed: 'printed.name', where: 'printed.name IS NOT NULL' },
  one_typo: { typed: 'misspell(text, n, 160)', where: LONG },
  two_typos: { typed: 'misspell(misspell(text, n, 160), n, 164)', where: `${LONG} AND length(latin) >= 12` },
  word_order: {
    typed: "array_to_string(list_reverse(string_split(text, ' ')), ' ')",
    where: "text LIKE '% %' AND text = latin",
  },
  missing_word: {
    typed:
      "array_to_string(list_filter(string_split(text, ' '), lambda word, place: place <> 1 + below(len(string_split(text, ' ')), n, 168)), ' ')",
    where: "text LIKE '% % %' AND text = latin",
  },
} as const;

type Kind = keyof typeof KINDS | 'absent';

/** Works to ask for, a hundred for each query, so that every kind finds its own. Artists without a work have no album to ask for. */
const createAsked = (count: number): string => `
  CREATE OR REPLACE TABLE asked AS
  SELECT work.i, work.w, title AS album, CASE WHEN mastered THEN 'discogs_master:' ELSE 'discogs_release:' END || ${discogs.of('w')} AS release_id, artist.* EXCLUDE (i)
  FROM work JOIN artist USING (i) WHERE NOT various AND draw(w, 150) < ${count} * 100.0 / (SELECT count(*) FROM work)`;

function ofKind(kind: keyof typeof KINDS, salt: number): string {
  const { typed, where } = KINDS[kind];
  return `
    SELECT n, '${kind}' AS kind, ${typed} AS artist, album, 'discogs_artist' AS source, ${discogs.artist} AS id, release_id
    FROM (SELECT row_number() OVER (ORDER BY hash(w, ${salt})) AS n, * FROM asked) drawn LEFT JOIN printed USING (i) WHERE ${where}`;
}

const absent = (count: number): string => `
  SELECT n, 'absent' AS kind, a.native || lower(b.native) || ' ' || c.native || lower(a.native) AS artist, b.native || ' ' || c.native AS album,
    NULL AS source, NULL AS id, NULL AS release_id
  FROM (SELECT range AS n, noun(true, range, 170) AS p1, noun(true, range, 171) AS p2, noun(true, range, 172) AS p3 FROM range(${Math.round(count * 1.5)}))
  JOIN word a ON a.place = p1 JOIN word b ON b.place = p2 JOIN word c ON c.place = p3
  WHERE lower(a.native || lower(b.native) || ' ' || c.native || lower(a.native)) NOT IN (SELECT lower(text) FROM artist)`;

const take = (sql: string, count: number): string => `SELECT * FROM (${sql}) ORDER BY n LIMIT ${Math.round(count)}`;

/** 70 exact, 15 variation, 10 typo, 5 absent in a hundred, shuffled: what a library types. */
function mix(count: number): string {
  const parts = [
    take(ofKind('exact', 30), count * 0.7),
    take(ofKind('variation', 31), count * 0.15),
    take(ofKind('one_typo', 32), count * 0.1),
    take(absent(count), count * 0.05),
  ];
  return `SELECT * FROM (${parts.map((part) => `SELECT * FROM (${part})`).join(' UNION ALL ')}) ORDER BY hash(kind, n)`;
}

/** `queries/<kind>.ndjson`: kind, artist, album, and who and what is meant: source and id of the artist, `<source>:<id>` of the album. */
export async function writeTypedQueries(workbench: Workbench, folder: string, count: number): Promise<void> {
  await mkdir(folder, { recursive: true });
  await workbench.run(createAsked(count));
  const kinds = Object.keys(KINDS) as (keyof typeof KINDS)[];
  const sets: [Kind | 'mix', string][] = [
    ...kinds.map((kind, place): [Kind, string] => [kind, take(ofKind(kind, 20 + place), count)]),
    ['absent', take(absent(count), count)],
    ['mix', mix(count)],
  ];
  for (const [kind, sql] of sets) {
    const path = join(folder, `${kind}.ndjson`);
    await workbench.run(
      `COPY (SELECT kind, artist, album, source, id, release_id AS release FROM (${sql})) TO ${quoteText(path)} (FORMAT json)`,
    );
  }
}
