import type { IndexFile } from './index-file.ts';
import { type IndexMeta, linkFlag } from './index-meta.ts';
import { SparseRuns } from './runs.ts';

/** A link by the number of what it leads to. */
export interface NodeLink {
  readonly to: number;
  readonly via: string;
  readonly ended: boolean;
  readonly best: boolean;
  readonly asserted: boolean;
}

/** The cross-references that are written one by one. */
export class LinkIndex {
  readonly #properties: readonly string[];
  readonly #runs: SparseRuns;
  readonly #target: Uint32Array;
  readonly #property: Uint8Array;
  readonly #flags: Uint8Array;

  constructor(file: IndexFile, { properties }: IndexMeta) {
    this.#properties = properties;
    this.#runs = new SparseRuns(file, 'link');
    this.#target = file.u32('link.target');
    this.#property = file.u8('link.property');
    this.#flags = file.u8('link.flags');
  }

  stored(node: number): NodeLink[] {
    const links: NodeLink[] = [];
    const [start, end] = this.#runs.of(node);
    for (let at = start; at < end; at += 1) {
      const flags = this.#flags[at] as number;
      links.push({
        to: this.#target[at] as number,
        via: this.#properties[this.#property[at] as number] ?? '',
        ended: (flags & linkFlag.ended) !== 0,
        best: (flags & linkFlag.preferred) !== 0,
        asserted: (flags & linkFlag.asserted) !== 0,
      });
    }
    return links;
  }
}
