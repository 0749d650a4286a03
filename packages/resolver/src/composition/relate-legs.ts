import type { Relation } from '@deadwax/linkage/compose/leg';
import { type CrossReferences, relateByLinks } from '@deadwax/linkage/compose/relate';
import type { SourceLeg } from '../cascade/leg.ts';
import { areComparable } from './comparable-grains.ts';

export type Relate = (a: SourceLeg, b: SourceLeg) => Relation;

/**
 * How two legs of one row stand to each other. Legs of one family were matched together (the album was found under the
 * artist), so they hold together; across families only an asserted link speaks. Symmetric, remembered per row.
 */
export function createRelate(links: CrossReferences): Relate {
  const known = new Map<SourceLeg, Map<SourceLeg, Relation>>();
  return (a, b) => {
    if (a.family === b.family) return a.derivedFrom === null && b.derivedFrom === null ? 'supports' : 'silent';
    if (!areComparable(a.grain, b.grain)) return 'silent';
    const [first, second] = a.source < b.source ? [a, b] : [b, a];
    const relations = known.get(first) ?? new Map<SourceLeg, Relation>();
    const relation = relations.get(second) ?? relateByLinks(first, second, links);
    relations.set(second, relation);
    known.set(first, relations);
    return relation;
  };
}
