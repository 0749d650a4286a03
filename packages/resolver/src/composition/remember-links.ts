import type { Link, MatchIndex } from '@deadwax/snapshot/index/match-index';

/** The links of ids, each read once. */
export interface RememberedLinks {
  linksOf(source: string, id: string): readonly Link[];
}

/** A row asks for the links of the same few ids again and again. */
export function rememberLinks(index: MatchIndex): RememberedLinks {
  const known = new Map<string, Map<string, readonly Link[]>>();
  return {
    linksOf: (source, id) => {
      const ids = known.get(source) ?? new Map<string, readonly Link[]>();
      const links = ids.get(id) ?? index.linksOf(source, id);
      ids.set(id, links);
      known.set(source, ids);
      return links;
    },
  };
}
