/** Credits that stand for nobody. Bands do have names in brackets ([spunge], [ingenting]), so the bracket alone does not tell. */
const SPECIAL_GIDS = [
  '89ad4ac3-39f7-470e-963a-56509c546377', // Various Artists
  '125ec42a-7229-4250-afc5-e057484327fe', // [unknown]
  'f731ccc4-e22a-43af-a747-64213329e088', // [anonymous]
  'eec63d3c-3b81-4ad4-b1e4-7c147d4d2b61', // [no artist]
  '9be7f096-97ec-4615-8957-8d40b5dcbc41', // [traditional]
  '33cf029c-63b0-41a0-9855-be2a3665fb3b', // [data]
  '314e1c25-dde7-4e4d-b2f4-0a7b9f7c56dc', // [dialogue]
  '66ea0139-149f-4a0c-8fbf-5ea9ec4a6e49', // [Disney]
];

const SPECIAL_NAMES = [
  'anonymous',
  'christmas music',
  'church chimes',
  'classical music',
  'country',
  'data',
  'dialogue',
  'disney',
  'language instruction',
  'musical theatre',
  'nature sounds',
  'no artist',
  'news report',
  'religious music',
  'soundtrack',
  'theatre',
  'traditional',
  'unknown',
];

function quoteList(values: readonly string[]): string {
  return values.map((value) => `'${value}'`).join(', ');
}

/** Artist types of people and ensembles: person, group, character, orchestra, choir. */
const SOMEBODY = '(1, 2, 4, 5, 6)';

const IS_SPECIAL = `(
  a.gid IN (${quoteList(SPECIAL_GIDS)})
  OR (a.name LIKE '[%]' AND lower(a.name[2:-2]) IN (${quoteList(SPECIAL_NAMES)}))
  OR (a.name LIKE '[%]' AND coalesce(a.type, 0) NOT IN ${SOMEBODY})
)`;

export const ARTISTS = `
SELECT 'mb_artist' AS source, a.gid AS id, a.name, nullif(a.comment, '') AS comment, NOT ${IS_SPECIAL} AS matchable
FROM musicbrainz.artist a`;

const MEMBER_OF_BAND = '5be4c609-9afa-4ea0-910b-12ffb71e3821';

/** Alias type `search hint`: misspellings and the like, which the artist never went by. */
const SEARCH_HINT = 3;

/**
 * Artist-name and legal-name aliases are variations: names the authority gives this very artist. A search hint is only
 * a way to find it ("Beetles" for The Beatles, and a band The Beetles exists), so it has the weaker role `alias`.
 */
export const ARTIST_NAMES = `
WITH somebody AS (SELECT a.* FROM musicbrainz.artist a WHERE NOT ${IS_SPECIAL}),
membership AS (
  SELECT member.gid AS member_gid, member.name AS member_name, band.gid AS band_gid, band.name AS band_name
  FROM musicbrainz.l_artist_artist l
  JOIN musicbrainz.link k ON k.id = l.link
  JOIN musicbrainz.link_type t ON t.id = k.link_type AND t.gid = '${MEMBER_OF_BAND}'
  JOIN somebody member ON member.id = l.entity0
  JOIN somebody band ON band.id = l.entity1
)
SELECT DISTINCT 'mb_artist' AS source, artist_id, role, name, related_id
FROM (
  SELECT gid AS artist_id, 'preferred' AS role, name, NULL::VARCHAR AS related_id FROM musicbrainz.artist
  UNION ALL
  SELECT gid, 'sort_name', sort_name, NULL FROM somebody WHERE sort_name <> name
  UNION ALL
  SELECT a.gid, CASE WHEN s.type = ${SEARCH_HINT} THEN 'alias' ELSE 'variation' END, s.name, NULL
  FROM musicbrainz.artist_alias s JOIN somebody a ON a.id = s.artist WHERE s.name <> a.name
  UNION ALL
  SELECT a.gid, 'credit', c.name, NULL
  FROM musicbrainz.artist_credit_name c JOIN somebody a ON a.id = c.artist WHERE c.name <> a.name
  UNION ALL
  SELECT band_gid, 'member', member_name, member_gid FROM membership
  UNION ALL
  SELECT member_gid, 'group', band_name, band_gid FROM membership
)
WHERE trim(name) <> ''`;
