import type { CrossReferences } from '@deadwax/linkage/compose/relate';
import type { Link, MatchIndex } from '@deadwax/snapshot/index/match-index';
import type { SourceLeg } from '../cascade/leg.ts';

/** The links of ids, each read once. */
export type RememberedLinks = CrossReferences<SourceLeg, Link>;

const none: readonly Link[] = [];

/** A row asks for the links of the same few ids again and again: those it was found to be, and those that their links lead to. */
export function rememberLinks(index: MatchIndex): RememberedLinks {
  const nodes: number[] = [];
  const lists: Link[][] = [];
  const linksAt = (node: number): readonly Link[] => {
    const place = nodes.indexOf(node);
    if (place >= 0) return lists[place] as Link[];
    const links = index.linksOfNode(node);
    nodes.push(node);
    lists.push(links);
    return links;
  };
  return {
    linksOf: ({ node }) => (node === null ? none : linksAt(node)),
    linksBeyond: ({ node }) => linksAt(node),
  };
}
