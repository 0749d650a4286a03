import { type IdList, openIds } from './entity-ids.ts';
import type { IndexFile } from './index-file.ts';
import type { IdRange, IndexMeta } from './index-meta.ts';

/** Artists, releases and ids that only links name, as one row of numbers, with the ids of each. */
export class NodeIds {
  readonly #meta: IndexMeta;
  /** By first number. */
  readonly #ranges: readonly (IdRange & { readonly ids: IdList })[];

  constructor(file: IndexFile, meta: IndexMeta) {
    this.#meta = meta;
    this.#ranges = meta.ids
      .map((range) => ({ ...range, ids: openIds(file, range) }))
      .toSorted((a, b) => a.first - b.first);
  }

  get(node: number): string {
    const range = this.#rangeOf(node);
    return range.ids.get(node - range.first);
  }

  sourceOf(node: number): string {
    return this.#meta.sources[this.#rangeOf(node).source]?.name ?? '';
  }

  /** Number of an id, or -1. */
  find(source: string, id: string): number {
    const place = this.#meta.sources.findIndex(({ name }) => name === source);
    for (const range of this.#ranges) {
      if (range.source !== place) continue;
      const found = range.ids.find(id);
      if (found >= 0) return range.first + found;
    }
    return -1;
  }

  #rangeOf(node: number): IdRange & { readonly ids: IdList } {
    for (let at = this.#ranges.length - 1; at >= 0; at -= 1) {
      const range = this.#ranges[at] as IdRange & { readonly ids: IdList };
      if (range.first > node) continue;
      if (node < range.first + range.count) return range;
      break;
    }
    throw new RangeError(`nothing has number ${node}`);
  }
}
