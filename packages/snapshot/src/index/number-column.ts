/** Numbers as a section stores them. */
export type Numbers = Uint8Array | Uint16Array | Uint32Array | Int16Array;

const BLOCK = 1 << 18;

/** A column of unknown length: blocks that are filled one after the other and never copied. */
export class NumberColumn<Block extends Numbers> {
  length = 0;
  readonly #create: (length: number) => Block;
  readonly #blocks: Block[] = [];
  #last: Block | null = null;
  #used = 0;

  constructor(create: (length: number) => Block) {
    this.#create = create;
  }

  push(value: number): void {
    if (this.#last === null || this.#used === BLOCK) this.#extend();
    (this.#last as Block)[this.#used] = value;
    this.#used += 1;
    this.length += 1;
  }

  pushAll(values: ArrayLike<number>): void {
    for (let at = 0; at < values.length; at += 1) this.push(values[at] as number);
  }

  /** What is there, in pieces, the last one cut to its length. */
  blocks(): Block[] {
    const { length } = this.#blocks;
    return this.#blocks.map((block, place) =>
      place === length - 1 ? (block.subarray(0, this.#used) as Block) : block,
    );
  }

  /** What is there, in one piece. */
  join(): Block {
    const all = this.#create(this.length);
    let at = 0;
    for (const block of this.blocks()) {
      all.set(block, at);
      at += block.length;
    }
    return all;
  }

  #extend(): void {
    this.#last = this.#create(BLOCK);
    this.#blocks.push(this.#last);
    this.#used = 0;
  }
}

export const u8 = () => new NumberColumn((length) => new Uint8Array(length));
export const u16 = () => new NumberColumn((length) => new Uint16Array(length));
export const u32 = () => new NumberColumn((length) => new Uint32Array(length));
export const i16 = () => new NumberColumn((length) => new Int16Array(length));
