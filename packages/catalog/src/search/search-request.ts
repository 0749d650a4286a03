import type { LibraryRow } from './library-projection.ts';
import type { Expression, IdentityStatus, Notice } from './query/expression.ts';

export const searchSorts = ['relevance', 'artist', 'album', 'plays', 'date'] as const;

export type SearchSort = (typeof searchSorts)[number];

export type RotationBin = 'H' | 'M' | 'L' | 'S';

export interface SearchFilters {
  /** Names, in any case. */
  readonly genres?: readonly string[] | undefined;
  /** Names, in any case. */
  readonly formats?: readonly string[] | undefined;
  readonly onStreaming?: boolean | undefined;
  /** Lost and not found again. */
  readonly missing?: boolean | undefined;
  /** By the heaviest bin that a record is in. */
  readonly rotationBins?: readonly RotationBin[] | undefined;
  readonly identityStatus?: IdentityStatus | undefined;
  readonly method?: string | undefined;
}

export interface SearchRequest {
  readonly q: string;
  readonly filters?: SearchFilters | undefined;
  /** Default relevance. */
  readonly sort?: SearchSort | undefined;
  /** Default: names from A, all else from the greatest. */
  readonly order?: 'asc' | 'desc' | undefined;
  /** 1 to 100, default 50. */
  readonly limit?: number | undefined;
  readonly cursor?: string | undefined;
}

/** A credit of a compilation that was searched for. */
export interface TrackHint {
  readonly title: string | null;
  readonly source: 'cta';
  readonly artist_credit: string;
  readonly position: string | null;
  readonly confidence: number;
}

/** Another name of the artist that was searched for. */
export interface AliasHint {
  readonly matched_variant: string;
  readonly source: string;
}

export interface SearchResult extends LibraryRow {
  /** At most five credits; null where the record itself was found. */
  readonly matched_via: readonly TrackHint[] | null;
  readonly matched_via_alias: AliasHint | null;
}

/** What rows were found by: `text` where any holds the words, else as the first of them was. Null where there is none. */
export type Matched = 'text' | 'fuzzy' | 'alias' | 'credit' | null;

export interface SearchPage {
  readonly results: readonly SearchResult[];
  readonly next_cursor: string | null;
  /** Exact, as counted for the first page; later pages repeat it. */
  readonly total: number;
  readonly matched: Matched;
  readonly notices: readonly Notice[];
}

/** A request as the statements take it. */
export interface Search {
  readonly expression: Expression | null;
  readonly filters: SearchFilters;
  readonly sort: SearchSort;
  readonly order: 'asc' | 'desc';
  readonly limit: number;
}
