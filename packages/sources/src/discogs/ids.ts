export type DiscogsArtistId = number & { readonly __brand: 'DiscogsArtistId' };
export type DiscogsReleaseId = number & { readonly __brand: 'DiscogsReleaseId' };
export type DiscogsMasterId = number & { readonly __brand: 'DiscogsMasterId' };
export type DiscogsLabelId = number & { readonly __brand: 'DiscogsLabelId' };

export type DiscogsEntity =
  | { readonly kind: 'artist'; readonly id: DiscogsArtistId }
  | { readonly kind: 'release'; readonly id: DiscogsReleaseId }
  | { readonly kind: 'master'; readonly id: DiscogsMasterId }
  | { readonly kind: 'label'; readonly id: DiscogsLabelId };

export type DiscogsKind = DiscogsEntity['kind'];

export const DISCOGS_ID_PATTERN = /^[1-9]\d{0,15}$/;

/** Credits of these stand for nobody in particular: never a match. */
export const SPECIAL_ARTIST_IDS: readonly number[] = [
  194, // Various
  355, // Unknown Artist
  118760, // No Artist
];

export function parseDiscogsId(text: string): number | null {
  const id = text.trim();
  return DISCOGS_ID_PATTERN.test(id) && Number.isSafeInteger(Number(id)) ? Number(id) : null;
}

/**
 * The entity a Discogs address names, or null.
 *
 *     https://www.discogs.com/artist/132084-Snoop-Dogg         artist 132084
 *     https://www.discogs.com/pt_BR/release/1722               release 1722
 *     discogs.com/Plone-For-Beginner-Piano/release/1722        release 1722, older form
 *     https://api.discogs.com/releases/1722                    release 1722
 *     http://www.discogs.com/artist/Source+Direct              null: a name, and names are not unique
 */
export function parseDiscogsUrl(address: string): DiscogsEntity | null {
  const trimmed = address.trim();
  const url = URL.parse(/^[a-z][a-z0-9+.-]*:\/\//i.test(trimmed) ? trimmed : `https://${trimmed}`);
  if (url === null || !/^https?:$/.test(url.protocol) || !/^((www|m|api)\.)?discogs\.com$/.test(url.hostname))
    return null;
  const path = /^\/(?:[^/]+\/)?(artist|release|master|label)s?\/(\d+)(?:-[^/]*)?\/?$/.exec(url.pathname);
  const id = parseDiscogsId(path?.[2] ?? '');
  return path === null || id === null ? null : ({ kind: path[1], id } as DiscogsEntity);
}

export function formatDiscogsUrl(kind: DiscogsKind, id: string | number): string {
  return `https://www.discogs.com/${kind}/${id}`;
}
