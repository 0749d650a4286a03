import type { AuthorityQueries } from '../source.ts';
import { ARTIST_NAMES, ARTISTS } from './queries/artists.ts';
import { CROSS_REFERENCES, REDIRECTS } from './queries/links.ts';
import { RELEASE_BARCODES, RELEASE_CREDITS, RELEASE_LABELS, RELEASE_TITLES, RELEASES } from './queries/releases.ts';

export const MUSICBRAINZ_AUTHORITY: AuthorityQueries = {
  artists: ARTISTS,
  artistNames: ARTIST_NAMES,
  releases: RELEASES,
  releaseTitles: RELEASE_TITLES,
  releaseCredits: RELEASE_CREDITS,
  releaseLabels: RELEASE_LABELS,
  releaseBarcodes: RELEASE_BARCODES,
  redirects: REDIRECTS,
  crossReferences: CROSS_REFERENCES,
};
