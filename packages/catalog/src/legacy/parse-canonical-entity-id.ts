const CANONICAL = /^discogs:(?:(release|master):)?([1-9][0-9]{0,9})$/;
const LARGEST_INTEGER = 2_147_483_647;

export type CanonicalEntity =
  | { readonly source: 'discogs_release' | 'discogs_master'; readonly externalId: string }
  | 'non_discogs_namespace'
  | 'unparsable';

/**
 * Reads the opaque id of the station's older systems, in its three spellings.
 *
 * | text                 | meaning |
 * |---|---|
 * | `discogs:12`         | Discogs release 12 |
 * | `discogs:release:12` | Discogs release 12 |
 * | `discogs:master:12`  | Discogs master 12 |
 * | `mb:…`               | of another namespace |
 * | `discogs:-1`, `12`   | unparsable |
 */
export function parseCanonicalEntityId(text: string): CanonicalEntity {
  const [, kind, digits] = CANONICAL.exec(text) ?? [];
  if (digits !== undefined && Number(digits) <= LARGEST_INTEGER)
    return { source: kind === 'master' ? 'discogs_master' : 'discogs_release', externalId: digits };
  const namespace = /^([a-z][a-z0-9_-]*):/i.exec(text)?.[1];
  return namespace === undefined || namespace.toLowerCase() === 'discogs' ? 'unparsable' : 'non_discogs_namespace';
}
