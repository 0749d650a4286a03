import type { Identity, SourceLink } from './identity.ts';
import { identityColumns, sourceOfColumn } from './identity-columns.ts';

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
  return { ids, artistIds: {}, ...weakest(own), agreementSources: null, conflicts: [] };
}
