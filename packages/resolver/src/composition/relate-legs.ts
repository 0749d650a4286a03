import type { Relation } from '@deadwax/linkage/compose/leg';
import { relateByLinks } from '@deadwax/linkage/compose/relate';
import type { SourceLeg } from '../cascade/leg.ts';
import { areComparable } from './comparable-grains.ts';
import type { RememberedLinks } from './remember-links.ts';

export type Relate = (a: SourceLeg, b: SourceLeg) => Relation;

interface Related {
  readonly first: SourceLeg;
  readonly second: SourceLeg;
  readonly relation: Relation;
}

/**
 * How two legs of one row stand to each other. Legs of one family were matched together (the album was found under the
 * artist), so they hold together; across families only an asserted link speaks. Symmetric, remembered per row.
 */
export function createRelate(links: RememberedLinks): Relate {
  // A row has few pairs: to look through them costs less than to keep them by leg.
  const known: Related[] = [];
  return (a, b) => {
    if (a.family === b.family) return a.derivedFrom === null && b.derivedFrom === null ? 'supports' : 'silent';
    if (!areComparable(a.grain, b.grain)) return 'silent';
    const [first, second] = inOrder(a, b);
    for (const each of known) if (each.first === first && each.second === second) return each.relation;
    const relation = relateByLinks(first, second, links);
    known.push({ first, second, relation });
    return relation;
  };
}

/** Found before derived, as the links of what was found are known by then; then by source. */
function inOrder(a: SourceLeg, b: SourceLeg): readonly [SourceLeg, SourceLeg] {
  const isFound = a.derivedFrom === null;
  if (isFound !== (b.derivedFrom === null)) return isFound ? [a, b] : [b, a];
  return a.source < b.source ? [a, b] : [b, a];
}
