import type { QuarantinedRecord } from '../quarantine.ts';

/** A stretch of a file that ends where a record seems to begin, read apart from the others. */
export interface Block {
  readonly bytes: Uint8Array;
  /** Of its first byte in the uncompressed file. */
  readonly offset: number;
  readonly isLast: boolean;
}

/** What became of records, and the faults that were repaired in place, by kind. */
export interface Tally {
  readonly outcomes: Readonly<Record<string, number>>;
  readonly repaired: Readonly<Record<string, number>>;
}

/** Reads bytes that follow each other, from a place between two records on. */
export interface BlockStream {
  push(bytes: Uint8Array): void;
  /** The place it has come to, if that is between two records with nothing left to read; else null: only it can go on. */
  settle(): string | null;
  /** Reads what is left; true when the file ended early. */
  end(): boolean;
  /** Of everything that was pushed. */
  readonly tally: Tally;
}

export interface BlockTask extends Block {
  /** The stream that reads it. */
  readonly stream: number;
  /** Where a new stream begins; null for one that has read what stands before. */
  readonly place: string | null;
}

/** What a block gave. */
export interface BlockRead<Rows> {
  /** As `BlockStream.settle` has it: while it is null the stream is kept. */
  readonly place: string | null;
  readonly truncated: boolean;
  readonly tally: Tally;
  readonly bad: readonly QuarantinedRecord[];
  readonly rows: Rows;
  /** Those of the block, given back. */
  readonly bytes: Uint8Array;
}

/** Reads blocks, several at once. */
export interface BlockScanner<Rows> {
  /** Blocks that it is given at once, at most. */
  readonly ahead: number;
  read(task: BlockTask): Promise<BlockRead<Rows>>;
  /** Says that nobody goes on with a stream that was kept. */
  drop(stream: number): void;
}
