import type { Conflict } from '@deadwax/contract/schemas';
import type { IdentityColumn } from './identity-columns.ts';

/** What one source says of a row, as it is stored. */
export interface SourceLink {
  readonly source: string;
  readonly externalId: string;
  readonly method: string;
  readonly confidence: number;
  readonly derivedFrom: string | null;
  readonly url: string | null;
}

/** The identity of a row, as it is stored; ids as text whatever their native type. */
export interface Identity {
  readonly ids: Readonly<Record<IdentityColumn, string | null>>;
  /** By source. */
  readonly artistIds: Readonly<Record<string, string>>;
  readonly method: string;
  readonly confidence: number;
  /** Sorted. */
  readonly agreementSources: readonly string[] | null;
  readonly conflicts: readonly Conflict[];
}

/** What a person decided of one source of a row. */
export interface Override {
  readonly source: string;
  readonly action: 'pin' | 'reject' | 'not_applicable';
  /** Null of a rejection: whatever the resolver says. */
  readonly externalId: string | null;
}

/** Everything stored of one row that a verdict may change. */
export interface StoredIdentity {
  readonly identity: Identity | null;
  readonly links: readonly SourceLink[];
  readonly overrides: readonly Override[];
}
