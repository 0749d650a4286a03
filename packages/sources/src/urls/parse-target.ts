import { parseMusicbrainzUrl } from '../musicbrainz/ids.ts';

/** An entity of another authority that a web address names. */
export interface UrlTarget {
  /**
   * Fine-grained source. `wikidata` for every item: the address does not tell an artist's item from an album's,
   * so whoever knows the entity at the other end says `wikidata_artist`.
   */
  readonly source: string;
  readonly id: string;
}

type HostParser = (url: URL) => UrlTarget | null;

interface HostRule {
  readonly host: RegExp;
  readonly parse: HostParser;
}

/** A path grammar: group `kind` picks the source, group `id` is the id. */
function byPath(pattern: RegExp, sources: Readonly<Record<string, string>>): HostParser {
  return (url) => {
    const groups = pattern.exec(url.pathname)?.groups;
    const source = sources[groups?.kind ?? ''];
    const id = groups?.id;
    return source !== undefined && id !== undefined ? { source, id } : null;
  };
}

const DISCOGS = {
  artist: 'discogs_artist',
  release: 'discogs_release',
  master: 'discogs_master',
  label: 'discogs_label',
};

/** `/[lang/]artist/1-Name`, and the older `/Name-Title/release/1`; `/artist/Name+Form` names nobody for certain. */
const parseDiscogs = byPath(
  /^\/(?:[^/]+\/)?(?<kind>artist|release|master|label)\/(?<id>[1-9]\d*)(?:-[^/]*)?\/?$/,
  DISCOGS,
);

const parseWikidata: HostParser = (url) => {
  const id = /^\/(?:wiki|entity)\/(?<id>[Qq][1-9]\d*)\/?$/.exec(url.pathname)?.groups?.id;
  return id === undefined ? null : { source: 'wikidata', id: id.toUpperCase() };
};

const parseSpotify = byPath(/^\/(?:intl-[a-z-]+\/)?(?:embed\/)?(?<kind>artist|album)\/(?<id>[0-9A-Za-z]{22})\/?$/, {
  artist: 'spotify_artist',
  album: 'spotify',
});

const parseAppleAlbumOrArtist = byPath(
  /^\/(?:[a-z]{2}\/)?(?<kind>artist|album)\/(?:[^/]+\/)?(?:id)?(?<id>[1-9]\d*)\/?$/i,
  { artist: 'apple_music_artist', album: 'apple_music' },
);

/** `?i=` points at one song of the album. */
const parseApple: HostParser = (url) => (url.searchParams.has('i') ? null : parseAppleAlbumOrArtist(url));

const BANDCAMP_OWN = new Set([
  'www',
  'daily',
  'blog',
  'get',
  'help',
  'support',
  'status',
  'bandcamp',
  'm',
  'f4',
  'merch',
]);

const parseBandcamp: HostParser = (url) => {
  const slug = url.hostname.slice(0, -'.bandcamp.com'.length);
  if (!/^[a-z0-9-]+$/.test(slug) || BANDCAMP_OWN.has(slug)) return null;
  if (/^\/(music\/?)?$/.test(url.pathname)) return { source: 'bandcamp', id: slug };
  const album = /^\/album\/(?<album>[^/]+)\/?$/.exec(url.pathname)?.groups?.album;
  return album === undefined ? null : { source: 'bandcamp_album', id: `${slug}/${album.toLowerCase()}` };
};

const parseDeezer = byPath(/^\/(?:[a-z]{2}\/)?(?<kind>artist|album)\/(?<id>[1-9]\d*)\/?$/, {
  artist: 'deezer_artist',
  album: 'deezer',
});

const parseTidal = byPath(/^\/(?:browse\/)?(?<kind>artist|album)\/(?<id>[1-9]\d*)\/?$/, {
  artist: 'tidal_artist',
  album: 'tidal',
});

const HOST_RULES: readonly HostRule[] = [
  { host: /^(www\.|m\.)?discogs\.com$/, parse: parseDiscogs },
  { host: /^((www|m)\.)?wikidata\.org$/, parse: parseWikidata },
  { host: /^(open|play)\.spotify\.com$/, parse: parseSpotify },
  { host: /^(geo\.)?(music|itunes)\.apple\.com$/, parse: parseApple },
  { host: /\.bandcamp\.com$/, parse: parseBandcamp },
  { host: /^(www\.)?deezer\.com$/, parse: parseDeezer },
  { host: /^(www\.|listen\.|desktop\.)?tidal\.com$/, parse: parseTidal },
  { host: /^((www|beta)\.)?musicbrainz\.org$/, parse: parseMusicbrainzUrl },
];

/** Most addresses in a dump name none of these hosts: one look spares them the parsing. */
const KNOWN_HOST = /(?:discogs|spotify|apple|bandcamp|deezer|tidal)\.com|(?:wikidata|musicbrainz)\.org/i;

/** The entity a web address names, or null for any address that names none for certain. */
export function parseTargetUrl(address: string): UrlTarget | null {
  if (!KNOWN_HOST.test(address)) return null;
  const url = URL.parse(address.trim());
  if (url === null || (url.protocol !== 'https:' && url.protocol !== 'http:')) return null;
  return HOST_RULES.find(({ host }) => host.test(url.hostname))?.parse(url) ?? null;
}
