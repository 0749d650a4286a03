import type { IndexFile } from './index-file.ts';
import { type IndexMeta, linkFlag } from './index-meta.ts';
import type { NumberColumn } from './number-column.ts';
import { Runs } from './runs.ts';

/** Of an entry: the number of what it leads to, lowest byte first; the place of its property; its flags. */
const ENTRY_BYTES = 6;

/** Adds an entry to those that are to be written. */
export function pushLink(
  entries: NumberColumn<Uint8Array>,
  { to, property, flags }: { to: number; property: number; flags: number },
): void {
  for (let shift = 0; shift < 32; shift += 8) entries.push(to >>> shift);
  entries.push(property);
  entries.push(flags);
}

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
  readonly #runs: Runs;
  readonly #entries: Uint8Array;

  constructor(file: IndexFile, { properties }: IndexMeta) {
    this.#properties = properties;
    this.#runs = new Runs(file, 'link');
    this.#entries = file.u8('link.entries');
  }

  /** Reads where the links of a node stand, for nothing but to have it at hand. */
  touch(node: number): number {
    return this.#runs.touch(node);
  }

  stored(node: number): NodeLink[] {
    const links: NodeLink[] = [];
    const count = this.#runs.count(node);
    if (count === 0) return links;
    const start = this.#runs.start(node) * ENTRY_BYTES;
    for (let at = start; at < start + count * ENTRY_BYTES; at += ENTRY_BYTES) {
      const flags = this.#byte(at + 5);
      links.push({
        to:
          (this.#byte(at) | (this.#byte(at + 1) << 8) | (this.#byte(at + 2) << 16) | (this.#byte(at + 3) << 24)) >>> 0,
        via: this.#properties[this.#byte(at + 4)] ?? '',
        ended: (flags & linkFlag.ended) !== 0,
        best: (flags & linkFlag.preferred) !== 0,
        asserted: (flags & linkFlag.asserted) !== 0,
      });
    }
    return links;
  }

  #byte(at: number): number {
    return this.#entries[at] as number;
  }
}
