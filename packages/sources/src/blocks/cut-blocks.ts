import type { Block } from './block.ts';

export interface CutOptions {
  /** A block is at least so long, at most twice that. */
  readonly blockBytes: number;
  /** Where the first record begins of those that the bytes show, or -1. */
  readonly findBorder: (bytes: Buffer) => number;
  /** Bytes by which `findBorder` knows a record, at most. */
  readonly borderBytes: number;
  /** Blocks that were read and whose memory serves again: fresh memory costs a tenth of the cutting thread's and the collector's time. */
  readonly spare?: Uint8Array[];
}

/**
 * Cuts bytes into blocks, at the first record that begins after the least length, or where a block becomes too long. Only the
 * bytes themselves decide where, not the pieces that they come in.
 */
export async function* cutBlocks(chunks: AsyncIterable<Uint8Array>, options: CutOptions): AsyncGenerator<Block> {
  const capacity = options.blockBytes * 2 + options.borderBytes;
  const allocate = () => {
    const spare = options.spare?.pop();
    return spare ? Buffer.from(spare.buffer as ArrayBuffer) : Buffer.allocUnsafeSlow(capacity);
  };
  let gathered = allocate();
  let filled = 0;
  let offset = 0;
  for await (const chunk of chunks) {
    for (let from = 0; from < chunk.length; ) {
      const taken = chunk.subarray(from, from + capacity - filled);
      gathered.set(taken, filled);
      filled += taken.length;
      from += taken.length;
      const end = findEnd(gathered.subarray(0, filled), filled - taken.length, options);
      if (end < 0) continue;
      const next = allocate();
      gathered.copy(next, 0, end, filled);
      yield { bytes: gathered.subarray(0, end), offset, isLast: false };
      gathered = next;
      filled -= end;
      offset += end;
    }
  }
  yield { bytes: gathered.subarray(0, filled), offset, isLast: true };
}

/** Where the block ends; -1 while more bytes must be seen. Those before `seen` were looked at. */
function findEnd(bytes: Buffer, seen: number, { blockBytes, borderBytes, findBorder }: CutOptions): number {
  if (bytes.length < blockBytes + borderBytes) return -1;
  const from = Math.max(blockBytes, seen - borderBytes);
  const border = findBorder(bytes.subarray(from));
  if (border >= 0 && from + border + borderBytes <= bytes.length) return from + border;
  return bytes.length < blockBytes * 2 + borderBytes ? -1 : blockBytes * 2;
}
