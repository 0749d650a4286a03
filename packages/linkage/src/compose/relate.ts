import type { Relation } from './leg.ts';

export interface CrossReference {
  readonly source: string;
  readonly id: string;
  readonly ended: boolean;
}

/** Everything asserted about an id, in either direction: of one that is compared, and of one that a link leads to. */
export interface CrossReferences<E extends Identified, R extends CrossReference> {
  linksOf(entity: E): readonly R[];
  linksBeyond(link: R): readonly R[];
}

export interface Identified {
  readonly source: string;
  readonly externalId: string | null;
}

/**
 * Compares two ids by what the sources assert of them. Ended links say nothing.
 * supports: a link joins them, or both have their only link of one kind to one third id.
 * contradicts: one side's only link to the other's source leads elsewhere, and the other does not link back.
 * silent: nothing known, which is no contradiction.
 */
export function relateByLinks<E extends Identified, R extends CrossReference>(
  a: E,
  b: E,
  references: CrossReferences<E, R>,
): Relation {
  if (a.externalId === null || b.externalId === null || a.source === b.source) return 'silent';
  const fromA = references.linksOf(a);
  if (leadsTo(fromA, b.source, b.externalId)) return 'supports';
  const fromB = references.linksOf(b);
  if (leadsTo(fromB, a.source, a.externalId)) return 'supports';
  // To the very id in question no link leads: that was asked before.
  if (leadsToOne(fromA, b.source) || leadsToOne(fromB, a.source)) return 'contradicts';
  const meets = fromA.some((third) => {
    if (third.ended || !leadsTo(fromB, third.source, third.id)) return false;
    const back = references.linksBeyond(third);
    return leadsToOne(back, a.source) && leadsToOne(back, b.source);
  });
  return meets ? 'supports' : 'silent';
}

function leadsTo(links: readonly CrossReference[], source: string, id: string): boolean {
  for (const link of links) if (link.source === source && link.id === id && !link.ended) return true;
  return false;
}

/** Whether all links to a source lead to one id, and there is one. */
function leadsToOne(links: readonly CrossReference[], source: string): boolean {
  let only: string | null = null;
  for (const link of links) {
    if (link.source !== source || link.ended) continue;
    if (only !== null && only !== link.id) return false;
    only = link.id;
  }
  return only !== null;
}
