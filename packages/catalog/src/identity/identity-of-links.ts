import { CONFIDENCE_FLOOR } from './confidence-floor.ts';
import type { Identity, SourceLink } from './identity.ts';
import { identityColumns, isArtistSource, sourceOfColumn } from './identity-columns.ts';

/** Whether no id is left. */
export function isEmpty({ ids, artistIds }: Pick<Identity, 'ids' | 'artistIds'>): boolean {
  return Object.values(ids).every((id) => id === null) && Object.keys(artistIds).length === 0;
}

/** Method and confidence of the weakest link, derived ones aside: what an identity without agreement is worth. */
export function weakest(links: readonly SourceLink[]): Pick<Identity, 'method' | 'confidence'> {
  const own = links.filter(({ derivedFrom }) => derivedFrom === null);
  const [first, ...rest] = own.length > 0 ? own : links;
  if (first === undefined) return { method: 'inherited', confidence: 0 };
  const { method, confidence } = rest.reduce((low, link) => (link.confidence < low.confidence ? link : low), first);
  return { method, confidence };
}

/** The identity of a row of which there are links and no answer, such as those of the station's older systems. */
export function identityOfLinks(links: readonly SourceLink[]): Identity | null {
  const own = links.filter(({ method }) => method !== 'manual');
  if (own.length === 0) return null;
  const bySource = new Map(own.map(({ source, externalId }) => [source, externalId]));
  const ids = Object.fromEntries(
    identityColumns.map((column) => [column, bySource.get(sourceOfColumn[column]) ?? null]),
  ) as Identity['ids'];
  const artistIds = Object.fromEntries([...bySource].filter(([source]) => isArtistSource(source)));
  return { ids, artistIds, ...weakest(own), agreementSources: null, conflicts: [] };
}

/**
 * An identity whose reason is gone, by the weakest link left. Links that nobody would have taken by themselves are none: with them
 * go their ids and what was derived from them.
 */
function fallBack(identity: Identity, kept: readonly SourceLink[]): Identity | null {
  const low = new Set(
    kept
      .filter(({ derivedFrom, confidence }) => derivedFrom === null && confidence < CONFIDENCE_FLOOR)
      .map(({ source }) => source),
  );
  const left = kept.filter(({ source, derivedFrom }) => !low.has(source) && !low.has(derivedFrom ?? ''));
  if (low.size > 0 && left.length === 0) return null;
  const stays = new Set(left.map(({ source }) => source));
  const leaves = (source: string) => !stays.has(source) && kept.some((link) => link.source === source);
  const ids = Object.fromEntries(
    identityColumns.map((column) => [column, leaves(sourceOfColumn[column]) ? null : identity.ids[column]]),
  ) as Identity['ids'];
  const artistIds = Object.fromEntries(Object.entries(identity.artistIds).filter(([source]) => !leaves(source)));
  return isEmpty({ ids, artistIds }) ? null : { ...identity, ids, artistIds, agreementSources: null, ...weakest(left) };
}

/** What is left of an identity when ids of some sources leave; null where nothing is. What it rested on falls to the weakest link left. */
export function withoutSources(
  identity: Identity,
  gone: (source: string) => boolean,
  kept: readonly SourceLink[],
): Identity | null {
  const ids = Object.fromEntries(
    identityColumns.map((column) => [column, gone(sourceOfColumn[column]) ? null : identity.ids[column]]),
  ) as Identity['ids'];
  const artistIds = Object.fromEntries(Object.entries(identity.artistIds).filter(([source]) => !gone(source)));
  if (isEmpty({ ids, artistIds })) return null;
  if (identity.agreementSources === null) {
    const lost = kept.length > 0 && !kept.some(({ method }) => method === identity.method);
    return lost ? fallBack({ ...identity, ids, artistIds }, kept) : { ...identity, ids, artistIds };
  }
  const agreeing = identity.agreementSources.filter((source) => !gone(source));
  if (agreeing.length >= 2) return { ...identity, ids, artistIds, agreementSources: agreeing };
  return fallBack({ ...identity, ids, artistIds }, kept);
}
