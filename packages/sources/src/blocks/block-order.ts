import type { Block, BlockRead, BlockScanner, BlockTask, Tally } from './block.ts';

const NOTHING: Tally = { outcomes: {}, repaired: {} };

interface Started<Rows> {
  readonly task: BlockTask;
  readonly read: Promise<BlockRead<Rows>>;
}

/**
 * Reads blocks at once and hands on what they gave in their order. A block is begun on the guess that the one before ends between
 * two records. Where the guess was wrong, what was read is thrown away, and the stream of the block before goes on through it:
 * so the rows are those of one stream over the whole file, wherever it was cut.
 */
export class BlockOrder<Rows> {
  readonly #scanner: BlockScanner<Rows>;
  readonly #onRead: (read: BlockRead<Rows>, tally: Tally) => Promise<void>;
  readonly #started: Started<Rows>[] = [];
  readonly #begin: string;
  #streams = 0;
  /** Where the blocks so far end; null inside a record. */
  #place: string | null;
  /** The place that new blocks are begun at. */
  #guess: string;
  /** The stream that has not come to its end. */
  #open = 0;
  /** Of all streams that came to an end. */
  #tally = NOTHING;
  #truncated = false;

  constructor(
    scanner: BlockScanner<Rows>,
    begin: string,
    onRead: (read: BlockRead<Rows>, tally: Tally) => Promise<void>,
  ) {
    this.#scanner = scanner;
    this.#onRead = onRead;
    this.#begin = begin;
    this.#place = begin;
    this.#guess = begin;
  }

  /** Resolves when there is room for one more. Nothing is guessed before a block has told what the file is. */
  async add(block: Block): Promise<void> {
    const isKnown = this.#started.length === 0;
    const place = isKnown ? this.#place : this.#guess;
    const stream = place === null ? this.#open : this.#streams;
    this.#streams += 1;
    this.#start({ ...block, stream, place });
    const ahead = this.#guess === this.#begin ? 1 : this.#scanner.ahead;
    while (this.#started.length >= ahead) await this.#settle();
  }

  /** Reads to the end; true when the file ended early. */
  async finish(): Promise<boolean> {
    while (this.#started.length > 0) await this.#settle();
    return this.#truncated;
  }

  #start(task: BlockTask): void {
    const read = this.#scanner.read(task);
    // Heard of when its turn comes.
    read.catch(() => undefined);
    this.#started.push({ task, read });
  }

  async #settle(): Promise<void> {
    const { task, read } = this.#started.shift() as Started<Rows>;
    const guessed = await read;
    if (task.place === this.#place) return this.#take(task.stream, guessed);
    if (guessed.place === null) this.#scanner.drop(task.stream);
    const stream = this.#place === null ? this.#open : task.stream;
    const again = { ...task, bytes: guessed.bytes, stream, place: this.#place };
    await this.#take(stream, await this.#scanner.read(again));
  }

  async #take(stream: number, read: BlockRead<Rows>): Promise<void> {
    const tally = addTallies(this.#tally, read.tally);
    this.#place = read.place;
    this.#truncated = read.truncated;
    if (read.place === null) this.#open = stream;
    else {
      this.#guess = read.place;
      this.#tally = tally;
    }
    await this.#onRead(read, tally);
  }
}

function addTallies(one: Tally, other: Tally): Tally {
  return { outcomes: add(one.outcomes, other.outcomes), repaired: add(one.repaired, other.repaired) };
}

function add(one: Tally['outcomes'], other: Tally['outcomes']): Record<string, number> {
  const sums = { ...one };
  for (const [name, count] of Object.entries(other)) sums[name] = (sums[name] ?? 0) + count;
  return sums;
}
