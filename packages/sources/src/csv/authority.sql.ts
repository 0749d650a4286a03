import type { AuthorityQueries } from '../source.ts';
import { entityNames } from './name.ts';

/** Artists with rows of their own, and those that releases name by an id. */
function artists(name: string): string {
  return `
SELECT '${entityNames(name).artist}' AS source, id, name, NULL::VARCHAR AS comment, matchable
FROM "${name}".artist
UNION ALL
SELECT '${entityNames(name).artist}', artist_id, min(artist), NULL, true
FROM "${name}".release
WHERE artist_id IS NOT NULL AND artist IS NOT NULL AND artist_id NOT IN (SELECT id FROM "${name}".artist)
GROUP BY artist_id`;
}

function artistNames(name: string): string {
  return `
SELECT source, id AS artist_id, 'preferred' AS role, name, NULL::VARCHAR AS related_id FROM (${artists(name)})
UNION
SELECT '${entityNames(name).artist}', artist_id, 'variation', name, NULL FROM "${name}".artist_variant
UNION
SELECT '${entityNames(name).artist}', release.artist_id, 'credit', release.artist, NULL
FROM "${name}".release release JOIN (${artists(name)}) artist ON artist.id = release.artist_id
WHERE release.artist <> artist.name`;
}

function releases(name: string): string {
  return `
SELECT '${entityNames(name).release}' AS source, id, 'release' AS grain, NULL::VARCHAR AS group_source,
  NULL::VARCHAR AS group_id, title, year, NULL::VARCHAR AS country, format, false AS is_main, true AS matchable
FROM "${name}".release`;
}

/** A credit without an id is known by its name alone. */
function releaseCredits(name: string): string {
  const { artist, release } = entityNames(name);
  return `
SELECT '${release}' AS source, release.id AS release_id, 1 AS position, '${artist}' AS artist_source, release.artist_id,
  coalesce(release.artist, artist.name) AS name, '' AS join_phrase
FROM "${name}".release release LEFT JOIN "${name}".artist artist ON artist.id = release.artist_id
WHERE coalesce(release.artist, artist.name) IS NOT NULL`;
}

/** What a file of this name says, in the shape of every source. */
export function csvAuthority(name: string): AuthorityQueries {
  const { release } = entityNames(name);
  return {
    artists: artists(name),
    artistNames: artistNames(name),
    releases: releases(name),
    releaseTitles: `SELECT '${release}' AS source, release_id, title FROM "${name}".release_variant`,
    releaseCredits: releaseCredits(name),
    releaseLabels: `
SELECT '${release}' AS source, id AS release_id, label, catalog_number
FROM "${name}".release WHERE label IS NOT NULL OR catalog_number IS NOT NULL`,
    releaseBarcodes: `
SELECT '${release}' AS source, id AS release_id, barcode FROM "${name}".release WHERE barcode IS NOT NULL`,
    redirects: null,
    crossReferences: [],
  };
}
