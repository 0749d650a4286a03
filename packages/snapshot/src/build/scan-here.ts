import type { BlockRead, BlockScanner, BlockStream, BlockTask } from '@deadwax/sources/blocks/block';
import type { QuarantinedRecord } from '@deadwax/sources/quarantine';
import type { BlockReading, InputFile, Source } from '@deadwax/sources/source';
import { type StagedBlock, StagedRows } from './staged-rows.ts';

/** More records than a block holds: their numbers go on from stream to stream, whoever reads which. */
const BLOCK_RECORDS = 2 ** 18;

interface OpenStream {
  readonly stream: BlockStream;
  readonly rows: StagedRows;
  readonly bad: QuarantinedRecord[];
}

/** Reads blocks of a file in the thread that it is in. */
export class ScanHere implements BlockScanner<StagedBlock> {
  readonly ahead = 1;
  readonly #source: Source;
  readonly #file: InputFile;
  readonly #kept = new Map<number, OpenStream>();
  readonly #unused: StagedRows[] = [];

  constructor(source: Source, file: InputFile) {
    this.#source = source;
    this.#file = file;
  }

  async read(task: BlockTask): Promise<BlockRead<StagedBlock>> {
    const open = task.place === null ? (this.#kept.get(task.stream) as OpenStream) : this.#open(task, task.place);
    this.#kept.set(task.stream, open);
    const { stream, rows } = open;
    stream.push(task.bytes);
    const place = task.isLast ? 'end' : stream.settle();
    const truncated = task.isLast && stream.end();
    const { tally } = stream;
    const read = { place, truncated, tally, bad: open.bad.splice(0), rows: rows.take(), bytes: task.bytes };
    if (place !== null) this.drop(task.stream);
    return read;
  }

  drop(stream: number): void {
    const kept = this.#kept.get(stream);
    this.#kept.delete(stream);
    if (kept) this.#unused.push(kept.rows);
  }

  #open(task: BlockTask, place: string): OpenStream {
    const rows = this.#unused.pop() ?? new StagedRows(this.#source.tables);
    rows.numberFrom(task.stream * BLOCK_RECORDS);
    const open: OpenStream = { stream: undefined as never, rows, bad: [] };
    const quarantine = {
      count: 0,
      add: (record: QuarantinedRecord) => void open.bad.push(record),
    };
    const start = { place, offset: task.offset, sink: rows, quarantine };
    return Object.assign(open, { stream: (this.#source.blocks as BlockReading).open(this.#file, start) });
  }
}
