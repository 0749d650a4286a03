import { aborted } from '../files/file-chunks.ts';
import type { InputFile, ReadContext, ReadReport } from '../source.ts';
import { openDump } from './dump-chunks.ts';
import { checkEncoding, DumpStream, type DumpStreamOptions, reportDump } from './dump-stream.ts';

export type ReadOptions = Pick<DumpStreamOptions, 'windowBytes' | 'maxRecordBytes'>;

/** Streams one dump file into the sink. */
export async function readDump(file: InputFile, context: ReadContext, options: ReadOptions = {}): Promise<ReadReport> {
  const dump = await openDump(file, context);
  const stream = new DumpStream(file, context, options);
  for await (const chunk of dump.chunks) {
    checkEncoding(file, stream.tally, false);
    stream.push(chunk);
    await context.sink.drain();
    if (context.signal.aborted) throw aborted(file.path);
  }
  const truncated = stream.end() || dump.isCutOff();
  const report = reportDump(file, stream.tally, { truncated, allowTruncated: context.allowTruncated });
  await context.sink.drain();
  return report;
}
