import type { Relation } from './leg.ts';

export interface CrossReference {
  readonly source: string;
  readonly id: string;
  readonly ended: boolean;
}

/** Everything asserted about an id, in either direction. */
export interface CrossReferences {
  linksOf(source: string, id: string): readonly CrossReference[];
}

interface Identified {
  readonly source: string;
  readonly externalId: string | null;
}

/**
 * Compares two ids by what the sources assert of them. Ended links say nothing.
 * supports: a link joins them, or both have their only link of one kind to one third id.
 * contradicts: one side's only link to the other's source leads elsewhere, and the other does not link back.
 * silent: nothing known, which is no contradiction.
 */
export function relateByLinks(a: Identified, b: Identified, references: CrossReferences): Relation {
  if (a.externalId === null || b.externalId === null || a.source === b.source) return 'silent';
  const fromA = currentLinks(references, a.source, a.externalId);
  const fromB = currentLinks(references, b.source, b.externalId);
  if (leadsTo(fromA, b.source, b.externalId) || leadsTo(fromB, a.source, a.externalId)) return 'supports';
  if (isElsewhere(fromA, b.source) || isElsewhere(fromB, a.source)) return 'contradicts';
  return meetsThroughThird(fromA, fromB, { a, b, references }) ? 'supports' : 'silent';
}

function currentLinks(references: CrossReferences, source: string, id: string): readonly CrossReference[] {
  return references.linksOf(source, id).filter(({ ended }) => !ended);
}

function leadsTo(links: readonly CrossReference[], source: string, id: string): boolean {
  return links.some((link) => link.source === source && link.id === id);
}

/** Exactly one link to the source, and (as `leadsTo` was tried before) not to the id in question. */
function isElsewhere(links: readonly CrossReference[], source: string): boolean {
  return new Set(links.filter((link) => link.source === source).map(({ id }) => id)).size === 1;
}

function meetsThroughThird(
  fromA: readonly CrossReference[],
  fromB: readonly CrossReference[],
  { a, b, references }: { a: Identified; b: Identified; references: CrossReferences },
): boolean {
  return fromA.some((third) => {
    if (!leadsTo(fromB, third.source, third.id)) return false;
    const back = currentLinks(references, third.source, third.id);
    const only = (source: string) =>
      new Set(back.filter((link) => link.source === source).map(({ id }) => id)).size === 1;
    return only(a.source) && only(b.source);
  });
}
