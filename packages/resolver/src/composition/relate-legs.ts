import type { Relation } from '@deadwax/linkage/compose/leg';
import { type CrossReference, type CrossReferences, relateByLinks } from '@deadwax/linkage/compose/relate';
import type { MatchIndex } from '@deadwax/snapshot/index/match-index';
import type { SourceLeg } from '../cascade/leg.ts';
import { areComparable } from './comparable-grains.ts';

export type Relate = (a: SourceLeg, b: SourceLeg) => Relation;

/**
 * How two legs of one row stand to each other. Legs of one family were matched together (the album was found under the
 * artist), so they hold together; across families only an asserted link speaks. Symmetric, remembered per row.
 */
export function createRelate(index: MatchIndex): Relate {
  const known = new Map<string, Relation>();
  const links = rememberLinks(index);
  return (a, b) => {
    if (a.family === b.family) return a.derivedFrom === null && b.derivedFrom === null ? 'supports' : 'silent';
    if (!areComparable(a.grain, b.grain)) return 'silent';
    const [first, second] = a.source < b.source ? [a, b] : [b, a];
    const key = `${first.source}\u001f${first.externalId}\u001f${second.source}\u001f${second.externalId}`;
    const relation = known.get(key) ?? relateByLinks(first, second, links);
    known.set(key, relation);
    return relation;
  };
}

/** A row asks for the links of the same few ids again and again: each is read once. */
function rememberLinks(index: MatchIndex): CrossReferences {
  const known = new Map<string, readonly CrossReference[]>();
  return {
    linksOf: (source, id) => {
      const key = `${source}\u001f${id}`;
      const links = known.get(key) ?? index.linksOf(source, id);
      known.set(key, links);
      return links;
    },
  };
}
