import type { Identity, Override, SourceLink } from './identity.ts';
import { identityColumns, sourceOfColumn } from './identity-columns.ts';
import { isEmpty, weakest } from './identity-of-links.ts';
import { bySource } from './settle-links.ts';

interface Overlaid {
  readonly identity: Identity | null;
  readonly links: readonly SourceLink[];
}

const NO_IDS = Object.fromEntries(identityColumns.map((column) => [column, null])) as Identity['ids'];

/**
 * Lays what people decided over what sources say. A pin makes the whole identity `manual` at 1.00, beyond what any source can
 * change; ids of other sources stay. What is rejected or known absent leaves, with everything that was derived from it, and an
 * identity that rested on it falls back to its weakest link that is left.
 */
export function overlayOverrides({ identity, links }: Overlaid, overrides: readonly Override[]): Overlaid {
  if (overrides.length === 0) return { identity, links };
  const gone = listGone(links, overrides);
  const pins = overrides.filter(({ action }) => action === 'pin');
  const pinned = new Map(pins.map(({ source, externalId }) => [source, externalId as string]));
  const kept = links.filter(({ source }) => !gone.has(source) && !pinned.has(source));
  const manual = [...pinned].map(
    ([source, externalId]): SourceLink => ({
      source,
      externalId,
      method: 'manual',
      confidence: 1,
      derivedFrom: null,
      url: null,
    }),
  );
  const left = withoutSources(identity, gone, kept);
  return { identity: pinned.size > 0 ? pin(left, pinned) : left, links: [...kept, ...manual].sort(bySource) };
}

/** Sources whose link a person took away, and those whose link was found through one of them. */
function listGone(links: readonly SourceLink[], overrides: readonly Override[]): ReadonlySet<string> {
  const gone = new Set<string>();
  for (const { source, action, externalId } of overrides) {
    const link = links.find((each) => each.source === source);
    const hits = action === 'not_applicable' || (action === 'reject' && isRejected(link, externalId));
    if (hits) gone.add(source);
  }
  for (let before = -1; before !== gone.size; ) {
    before = gone.size;
    for (const { source, derivedFrom } of links) if (derivedFrom !== null && gone.has(derivedFrom)) gone.add(source);
  }
  return gone;
}

function isRejected(link: SourceLink | undefined, rejected: string | null): boolean {
  return rejected === null || link?.externalId === rejected;
}

function withoutSources(
  identity: Identity | null,
  gone: ReadonlySet<string>,
  kept: readonly SourceLink[],
): Identity | null {
  if (identity === null || gone.size === 0) return identity;
  const ids = Object.fromEntries(
    identityColumns.map((column) => [column, gone.has(sourceOfColumn[column]) ? null : identity.ids[column]]),
  ) as Identity['ids'];
  const artistIds = Object.fromEntries(Object.entries(identity.artistIds).filter(([source]) => !gone.has(source)));
  if (isEmpty({ ids, artistIds })) return null;
  const agreeing = identity.agreementSources?.filter((source) => !gone.has(source)) ?? [];
  if (identity.agreementSources === null) {
    const lost = kept.length > 0 && !kept.some(({ method }) => method === identity.method);
    return { ...identity, ids, artistIds, ...(lost ? weakest(kept) : {}) };
  }
  if (agreeing.length >= 2) return { ...identity, ids, artistIds, agreementSources: agreeing };
  return { ...identity, ids, artistIds, agreementSources: null, ...weakest(kept) };
}

function pin(identity: Identity | null, pinned: ReadonlyMap<string, string>): Identity {
  const ids = Object.fromEntries(
    identityColumns.map((column) => [column, pinned.get(sourceOfColumn[column]) ?? identity?.ids[column] ?? null]),
  ) as Identity['ids'];
  const columnSources = new Set<string>(Object.values(sourceOfColumn));
  const artistPins = [...pinned].filter(([source]) => !columnSources.has(source));
  return {
    ids: identity === null ? { ...NO_IDS, ...ids } : ids,
    artistIds: { ...identity?.artistIds, ...Object.fromEntries(artistPins) },
    method: 'manual',
    confidence: 1,
    agreementSources: null,
    conflicts: identity?.conflicts ?? [],
  };
}
