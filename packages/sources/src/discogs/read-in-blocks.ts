import type { BlockStream } from '../blocks/block.ts';
import { BlockOrder } from '../blocks/block-order.ts';
import { cutBlocks } from '../blocks/cut-blocks.ts';
import { aborted } from '../files/file-chunks.ts';
import type { BlockContext, BlockStart, InputFile, ReadReport } from '../source.ts';
import { openDump } from './dump-chunks.ts';
import { checkEncoding, DumpStream, reportDump } from './dump-stream.ts';
import { DUMP_KINDS, type DumpKindName } from './kinds.ts';
import { BORDER_BYTES, findBorder } from './xml/find-record.ts';
import type { StreamPlace } from './xml/record-stream.ts';

/** Small enough to be still in the cache of a core when another reads it: blocks of four times that cost a sixth more. */
const BLOCK_BYTES = 1 << 20;

/** As `readDump`, with the records read by others, in blocks. */
export async function readDumpInBlocks<Rows>(file: InputFile, context: BlockContext<Rows>): Promise<ReadReport> {
  const { scanner, quarantine, signal, allowTruncated, blockBytes = BLOCK_BYTES } = context;
  const kind = DUMP_KINDS[file.kind as DumpKindName];
  const dump = await openDump(file, context);
  const spare: Uint8Array[] = [];
  let tally = { outcomes: {}, repaired: {} };
  const order = new BlockOrder(scanner, 'start' satisfies StreamPlace, async (read, soFar) => {
    for (const record of read.bad) quarantine.add(record);
    tally = soFar;
    spare.push(read.bytes);
    checkEncoding(file, soFar, false);
    await context.onRows(read.rows);
    if (signal.aborted) throw aborted(file.path);
  });
  const borders = { borderBytes: BORDER_BYTES, findBorder: (bytes: Buffer) => findBorder(bytes, kind) };
  const cut = { ...borders, blockBytes, spare };
  for await (const block of cutBlocks(dump.chunks, cut)) await order.add(block);
  const truncated = (await order.finish()) || dump.isCutOff();
  return reportDump(file, tally, { truncated, allowTruncated });
}

export function openDumpStream(file: InputFile, { place, offset, ...context }: BlockStart): BlockStream {
  return new DumpStream(file, context, { place: place as StreamPlace, offset });
}
