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

type Drop = (reason: DropReason) => void;

/** Reads an answer; gives a text that says why, where its composed identity breaks the contract's bands. */
export function checkVerdict(result: BulkResolveResult): CheckedVerdict | string {
  const dropped: Partial<Record<DropReason, number>> = {};
  const drop = (reason: DropReason) => {
    dropped[reason] = (dropped[reason] ?? 0) + 1;
  };
  const { links, asked } = readProvenance(result.provenance, drop);
  if (result.main === null) return { kind: result.kind, main: null, links, asked, dropped };
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
  return { kind: result.kind, main, links, asked, dropped };
}

/** What sources said. One whose word is unusable said nothing: it counts as not asked, and what stands of it stands. */
function readProvenance(provenance: BulkResolveResult['provenance'], drop: Drop) {
  const links = new Map<string, SourceLink>();
  const asked = new Set<string>();
  const unusable = new Set<string>();
  for (const entry of provenance) {
    const { source, method, confidence } = entry;
    if (entry.attempted) asked.add(source);
    if (entry.external_id === null) continue;
    const externalId = normaliseId(source, entry.external_id);
    const fault = faultOf(source, { externalId, method, confidence });
    if (fault !== null) unusable.add(source);
    if (fault !== null || links.has(source)) drop(fault ?? 'duplicate_source');
    else
      links.set(source, {
        source,
        externalId,
        method,
        confidence,
        derivedFrom: entry.derived_from,
        url: entry.url,
      } as SourceLink);
  }
  for (const source of unusable) if (!links.has(source)) asked.delete(source);
  return { links: [...links.values()], asked };
}

interface Said {
  readonly externalId: string;
  readonly method: string | null;
  readonly confidence: number | null;
}

function faultOf(source: string, { externalId, method, confidence }: Said): DropReason | null {
  if (method === null || confidence === null) return 'null_confidence';
  if (!isInBand(method, confidence)) return 'out_of_band';
  return isIdOf(source, externalId) ? null : 'malformed_id';
}

type Main = NonNullable<BulkResolveResult['main']>;

function readIds(main: Main, drop: Drop): Identity['ids'] {
  const ids = identityColumns.map((column) => {
    const value = main[column];
    const id = value === null ? null : normaliseId(sourceOfColumn[column], String(value));
    if (id === null || isIdOf(sourceOfColumn[column], id)) return [column, id];
    drop('malformed_id');
    return [column, null];
  });
  return Object.fromEntries(ids) as Identity['ids'];
}

function readArtistIds({ artist }: Main, drop: Drop): Identity['artistIds'] {
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
