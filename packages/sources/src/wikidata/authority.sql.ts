import type { AuthorityQueries } from '../source.ts';
import { RELEASE_CREDITS, RELEASE_LABELS, RELEASE_TITLES, RELEASES } from './queries/albums.sql.ts';
import { ARTIST_NAMES, ARTISTS } from './queries/artists.sql.ts';
import { CROSS_REFERENCES } from './queries/cross-references.sql.ts';

/** Merged items are not in the dump, so it knows of no redirects. */
export const WIKIDATA_AUTHORITY: AuthorityQueries = {
  artists: ARTISTS,
  artistNames: ARTIST_NAMES,
  releases: RELEASES,
  releaseTitles: RELEASE_TITLES,
  releaseCredits: RELEASE_CREDITS,
  releaseLabels: RELEASE_LABELS,
  releaseBarcodes: null,
  redirects: null,
  crossReferences: CROSS_REFERENCES,
};
