import type { AuthorityQueries } from '../source.ts';
import { ARTIST_NAMES, ARTISTS } from './queries/artists.sql.ts';
import { CROSS_REFERENCES } from './queries/cross-references.sql.ts';
import { RELEASE_BARCODES, RELEASE_CREDITS, RELEASE_LABELS, RELEASES } from './queries/releases.sql.ts';

export const DISCOGS_AUTHORITY: AuthorityQueries = {
  artists: ARTISTS,
  artistNames: ARTIST_NAMES,
  releases: RELEASES,
  releaseTitles: null,
  releaseCredits: RELEASE_CREDITS,
  releaseLabels: RELEASE_LABELS,
  releaseBarcodes: RELEASE_BARCODES,
  redirects: null,
  crossReferences: CROSS_REFERENCES,
};
