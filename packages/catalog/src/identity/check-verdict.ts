import type { BulkResolveResult } from '@deadwax/contract/schemas';
import { isIdOf, isInBand, normaliseId } from './check-answer-shapes.ts';
import type { Identity, SourceLink } from './identity.ts';
import { artistIdFields, identityColumns, sourceOfArtistId, sourceOfColumn } from './identity-columns.ts';

/** An answer of the resolver in the catalog's terms, with all that is unusable left out. */
export interface CheckedVerdict {
  readonly kind: BulkResolveResult['kind'];
  /** The composed identity, verbatim; null where the answer has none. */
  readonly main: Identity | null;
  /** What sources said, those below no floor of ours. */
  readonly links: readonly SourceLink[];
  /** Sources that were looked in, whether they found anything or not. */
  readonly asked: ReadonlySet<string>;
  /** Legs left out, by why. */
  readonly dropped: Readonly<Partial<Record<DropReason, number>>>;
}

export type DropReason = 'out_of_band' | 'malformed_id' | 'null_confidence' | 'duplicate_source';

/** Reads an answer; gives a text that says why, where its composed identity breaks the contract's bands. */
export function checkVerdict(result: BulkResolveResult): CheckedVerdict | string {
  const dropped: Partial<Record<DropReason, number>> = {};
  const drop = (reason: DropReason) => {
    dropped[reason] = (dropped[reason] ?? 0) + 1;
  };
  const links = new Map<string, SourceLink>();
  const asked = new Set<string>();
  for (const entry of result.provenance) {
    if (entry.attempted) asked.add(entry.source);
    const { source, method, confidence } = entry;
    if (entry.external_id === null) continue;
    const externalId = normaliseId(source, entry.external_id);
    if (method === null || confidence === null) drop('null_confidence');
    else if (!isInBand(method, confidence)) drop('out_of_band');
    else if (!isIdOf(source, externalId)) drop('malformed_id');
    else if (links.has(source)) drop('duplicate_source');
    else links.set(source, { source, externalId, method, confidence, derivedFrom: entry.derived_from, url: entry.url });
  }
  if (result.main === null) return { kind: result.kind, main: null, links: [...links.values()], asked, dropped };
  const { method, confidence } = result;
  if (method === null || confidence === null) return 'an identity without a method and a confidence';
  if (!isInBand(method, confidence)) return `${method} at ${confidence} is out of its band`;
  const main: Identity = {
    ids: readIds(result.main, drop),
    artistIds: readArtistIds(result.main, drop),
    method,
    confidence,
    agreementSources: result.agreement_sources === null ? null : [...result.agreement_sources].sort(),
    conflicts: result.conflicts,
  };
  return { kind: result.kind, main, links: [...links.values()], asked, dropped };
}

type Main = NonNullable<BulkResolveResult['main']>;

function readIds(main: Main, drop: (reason: DropReason) => void): Identity['ids'] {
  const ids = identityColumns.map((column) => {
    const value = main[column];
    const id = value === null ? null : normaliseId(sourceOfColumn[column], String(value));
    if (id === null || isIdOf(sourceOfColumn[column], id)) return [column, id];
    drop('malformed_id');
    return [column, null];
  });
  return Object.fromEntries(ids) as Identity['ids'];
}

function readArtistIds({ artist }: Main, drop: (reason: DropReason) => void): Identity['artistIds'] {
  const ids: [string, string][] = [];
  for (const field of artistIdFields) {
    const value = artist[field];
    if (value === null) continue;
    const id = normaliseId(sourceOfArtistId[field], String(value));
    if (isIdOf(sourceOfArtistId[field], id)) ids.push([sourceOfArtistId[field], id]);
    else drop('malformed_id');
  }
  return Object.fromEntries(ids);
}
