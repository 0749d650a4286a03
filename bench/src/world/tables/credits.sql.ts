import { discogs, QID_BASE } from './artists.sql.ts';

/** Who is credited with each work: the artist, and in one of seven others too, joined by what records join them with. */
export const createWorkCredits = (artists: number): string => `
  CREATE OR REPLACE TABLE work_credit AS
  WITH counted AS (SELECT w, i, various, CASE WHEN various OR draw(w, 130) < 0.859 THEN 1 WHEN draw(w, 130) < 0.947 THEN 2 WHEN draw(w, 130) < 0.981 THEN 3 ELSE 4 END AS count FROM work),
  placed AS (
    SELECT w, various, count, unnest(range(1, count + 1))::INTEGER AS position, i FROM counted
  )
  SELECT w, various, position, CASE WHEN position = 1 THEN i ELSE floor(${artists} * draw(w * 8 + position, 131))::INTEGER END AS i,
    CASE WHEN position = count THEN '' WHEN position < count - 1 THEN ',' ELSE [',', '/', '&', 'And', 'Feat.', 'With', 'vs.'][1 + zipf(7, w, 132)] END AS join_phrase
  FROM placed`;

/** A variant name of each artist that has any, for credits that print one. */
export const createPrinted = 'CREATE OR REPLACE TABLE printed AS SELECT i, min(name) AS name FROM variant GROUP BY i';

const credited = (salt: string): string =>
  `CASE WHEN various THEN 'Various' WHEN printed.name IS NOT NULL AND draw(${salt} * 8 + position, 133) < 0.3 THEN printed.name ELSE heading END`;
const discogsArtist = `CASE WHEN various THEN '194' ELSE ${discogs.of('artist.i')} END`;
const JOINED = 'JOIN artist ON artist.i = c.i LEFT JOIN printed ON printed.i = c.i';
const mbJoin = "CASE WHEN join_phrase = '' THEN '' WHEN join_phrase = ',' THEN ', ' ELSE ' ' || join_phrase || ' ' END";
const mbArtist = "CASE WHEN various THEN '89ad4ac3-39f7-470e-963a-56509c546377' ELSE uuid_of('artist', artist.i) END";
const mbName = "CASE WHEN various THEN 'Various Artists' ELSE text END";

/** MusicBrainz credits those it has: the others of the work are left out. */
const MB_CREDIT = '(SELECT c.* FROM work_credit c WHERE position = 1 OR i IN (SELECT i FROM twin))';

export const RELEASE_CREDITS = [
  `SELECT 'discogs_master' AS source, ${discogs.of('c.w')} AS release_id, position, 'discogs_artist' AS artist_source, ${discogsArtist} AS artist_id, ${credited('c.w')} AS name, join_phrase
  FROM (SELECT work_credit.* FROM work_credit JOIN work USING (w) WHERE mastered) c ${JOINED}`,
  `SELECT 'discogs_release', ${discogs.of('r')}, position, 'discogs_artist', ${discogsArtist}, ${credited('c.r')}, join_phrase
  FROM (SELECT r, work_credit.* FROM release JOIN work_credit USING (w)) c ${JOINED}`,
  `SELECT 'mb_release_group', uuid_of('group', c.w), position, 'mb_artist', ${mbArtist}, ${mbName}, ${mbJoin}
  FROM (SELECT k.* FROM ${MB_CREDIT} k JOIN work USING (w) WHERE in_mb) c JOIN artist ON artist.i = c.i`,
  `SELECT 'mb_release', uuid_of('release', r), position, 'mb_artist', ${mbArtist}, ${mbName}, ${mbJoin}
  FROM (SELECT r, k.* FROM release JOIN ${MB_CREDIT} k USING (w) WHERE in_mb) c JOIN artist ON artist.i = c.i`,
  `SELECT 'wikidata', 'Q' || (${QID_BASE} + 50000000 + c.w), 1, 'wikidata_artist', 'Q' || (${QID_BASE} + c.i), text, ''
  FROM (SELECT work.* FROM work JOIN twin USING (i) WHERE in_mb AND mastered AND in_wikidata AND NOT various AND draw(w, 83) < 0.1) c JOIN artist ON artist.i = c.i`,
];

const spotify = (kind: string, index: string): string => `left(md5('${kind}' || ${index}::VARCHAR), 22)`;
const asserted = (rows: string): string => `SELECT *, false AS ended, 'normal' AS rank FROM (${rows})`;

/** One way only: the table has both. */
export const LINKS = [
  `SELECT 'discogs_release' AS source_a, ${discogs.of('r')} AS id_a, 'discogs_master' AS source_b, ${discogs.of('w')} AS id_b, 'release' AS via_table, 'master_id' AS via_property FROM release JOIN work USING (w) WHERE mastered`,
  `SELECT 'discogs_master', ${discogs.of('w')}, 'discogs_release', ${discogs.of('r')}, 'master', 'main_release_id' FROM release JOIN work USING (w) WHERE mastered AND first`,
  `SELECT 'mb_artist', gid, 'discogs_artist', ${discogs.artist}, 'l_artist_url', 'discogs' FROM twin WHERE draw(i, 140) < 0.7`,
  `SELECT 'mb_artist', gid, 'spotify_artist', ${spotify('artist', 'i')}, 'l_artist_url', 'free streaming' FROM twin WHERE draw(i, 141) < 0.4`,
  `SELECT 'mb_artist', gid, 'apple_music_artist', (9000000000 + i)::VARCHAR, 'l_artist_url', 'streaming' FROM twin WHERE draw(i, 142) < 0.3`,
  `SELECT 'discogs_artist', ${discogs.artist}, 'bandcamp', lower(regexp_replace(latin, '[^A-Za-z0-9]', '', 'g')) || '-' || i, 'artist_url', 'url' FROM artist WHERE draw(i, 143) < 0.06`,
  `SELECT 'mb_artist', gid, 'wikidata_artist', 'Q' || (${QID_BASE} + i), 'l_artist_url', 'wikidata' FROM twin WHERE in_wikidata`,
  `SELECT 'wikidata_artist', 'Q' || (${QID_BASE} + i), 'discogs_artist', ${discogs.artist}, 'claim_external_id', 'P1953' FROM twin WHERE in_wikidata AND draw(i, 144) < 0.7`,
  `SELECT 'wikidata_artist', 'Q' || (${QID_BASE} + i), 'mb_artist', gid, 'claim_external_id', 'P434' FROM twin WHERE in_wikidata`,
  `SELECT 'mb_release_group', uuid_of('group', w), 'discogs_master', ${discogs.of('w')}, 'l_release_group_url', 'discogs' FROM work WHERE in_mb AND mastered AND draw(w, 145) < 0.6`,
  `SELECT 'mb_release', uuid_of('release', r), 'discogs_release', ${discogs.of('r')}, 'l_release_url', 'discogs' FROM release WHERE in_mb AND draw(r, 146) < 0.5`,
  `SELECT 'mb_release', uuid_of('release', r), 'spotify', ${spotify('album', 'r')}, 'l_release_url', 'free streaming' FROM release WHERE in_mb AND draw(r, 147) < 0.2`,
].map(asserted);
