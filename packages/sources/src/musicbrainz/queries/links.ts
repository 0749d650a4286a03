import type { CrossReferenceQuery } from '../../authority.ts';

function redirects(source: string, entity: string): string {
  return `
SELECT '${source}' AS source, d.gid AS old_id, e.gid AS new_id
FROM musicbrainz.${entity}_gid_redirect d JOIN musicbrainz.${entity} e ON e.id = d.new_id`;
}

export const REDIRECTS = [
  redirects('mb_artist', 'artist'),
  redirects('mb_release_group', 'release_group'),
  redirects('mb_release', 'release'),
  redirects('mb_recording', 'recording'),
].join('\nUNION ALL\n');

const ARTIST_TARGETS = ['discogs_artist', 'wikidata', 'spotify_artist', 'apple_music_artist', 'bandcamp'];
const ALBUM_TARGETS = ['discogs_master', 'discogs_release', 'wikidata', 'spotify', 'apple_music', 'bandcamp_album'];

/**
 * What an address names counts whatever the link's type, as long as it names a thing of the same kind: streaming,
 * purchase and free-download links all point at the same albums. An artist's link to one album is no identity.
 */
function urlLinks(source: string, entity: string, targets: readonly string[]): CrossReferenceQuery {
  const via = `l_${entity}_url`;
  const isArtist = source === 'mb_artist';
  return {
    name: `${source}_url`,
    sql: `
SELECT DISTINCT '${source}' AS source_a, e.gid AS id_a,
  ${isArtist ? `CASE u.target_source WHEN 'wikidata' THEN 'wikidata_artist' ELSE u.target_source END` : 'u.target_source'} AS source_b,
  u.target_id AS id_b, '${via}' AS via_table, t.name AS via_property, coalesce(k.ended, false) AS ended, 'normal' AS rank
FROM musicbrainz.${via} l
JOIN musicbrainz.link k ON k.id = l.link
JOIN musicbrainz.link_type t ON t.id = k.link_type AND NOT coalesce(t.is_deprecated, false)
JOIN musicbrainz.${entity} e ON e.id = l.entity0
JOIN musicbrainz.url u ON u.id = l.entity1
WHERE u.target_source IN (${targets.map((target) => `'${target}'`).join(', ')})`,
  };
}

export const CROSS_REFERENCES: readonly CrossReferenceQuery[] = [
  urlLinks('mb_artist', 'artist', ARTIST_TARGETS),
  urlLinks('mb_release_group', 'release_group', ALBUM_TARGETS),
  urlLinks('mb_release', 'release', ALBUM_TARGETS),
];
