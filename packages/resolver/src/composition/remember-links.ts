import type { Link, MatchIndex } from '@deadwax/snapshot/index/match-index';

/** The links of ids, each read once. */
export interface RememberedLinks {
  linksOf(source: string, id: string): readonly Link[];
}

interface Numbered {
  readonly source: string;
  readonly id: string;
  readonly node: number;
}

/**
 * A row asks for the links of the same few ids again and again: those it was found to be (`legs`), and those that their links
 * lead to. All have a number by then, and need not be looked up.
 */
export function rememberLinks(
  legs: readonly { source: string; externalId: string | null; node: number | null }[],
  index: MatchIndex,
): RememberedLinks {
  const numbered: Numbered[] = legs.flatMap(({ source, externalId, node }) =>
    externalId === null || node === null ? [] : [{ source, id: externalId, node }],
  );
  const known = new Map<number, readonly Link[]>();
  return {
    linksOf: (source, id) => {
      const node = numbered.find((each) => each.id === id && each.source === source)?.node;
      if (node === undefined) return index.linksOf(source, id);
      const before = known.get(node);
      if (before !== undefined) return before;
      const links = index.linksOfNode(node);
      known.set(node, links);
      numbered.push(...links);
      return links;
    },
  };
}
