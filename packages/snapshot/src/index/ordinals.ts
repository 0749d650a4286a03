import type { IndexFile, IndexWriter } from './index-file.ts';
import type { NumberColumn } from './number-column.ts';

const MOST_IN_THREE = 0xff_ffff;

/** Writes numbers below `count`: in three bytes each where that is enough. */
export function writeOrdinals(
  name: string,
  values: NumberColumn<Uint32Array>,
  { count, writer }: { count: number; writer: IndexWriter },
): void {
  writer.add(name, count - 1 > MOST_IN_THREE ? values.blocks() : values.blocks().map(narrow));
}

function narrow(values: Uint32Array): Uint8Array {
  const bytes = new Uint8Array(values.length * 3);
  for (let place = 0; place < values.length; place += 1) {
    const value = values[place] as number;
    bytes[place * 3] = value;
    bytes[place * 3 + 1] = value >>> 8;
    bytes[place * 3 + 2] = value >>> 16;
  }
  return bytes;
}

export class Ordinals {
  readonly #wide: Uint32Array | null;
  readonly #bytes: Uint8Array;

  constructor(file: IndexFile, name: string, count: number) {
    const isWide = count - 1 > MOST_IN_THREE;
    this.#wide = isWide ? file.u32(name) : null;
    this.#bytes = isWide ? new Uint8Array(0) : file.u8(name);
  }

  get(place: number): number {
    if (this.#wide) return this.#wide[place] as number;
    const at = place * 3;
    const [low, middle, high] = [this.#bytes[at], this.#bytes[at + 1], this.#bytes[at + 2]];
    return (low as number) | ((middle as number) << 8) | ((high as number) << 16);
  }
}
