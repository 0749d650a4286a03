import { builtInSources } from '@deadwax/sources/registry';
import type { BlockReading, InputFile, ReadReport, Source } from '@deadwax/sources/source';
import { QuarantineFile } from './quarantine-file.ts';
import { ScanHere } from './scan-here.ts';
import { openScanThreads } from './scan-threads.ts';
import { type StagedOrder, type StagedPart, StagingSink } from './staging-sink.ts';

export interface ReadTask {
  readonly source: Source;
  readonly file: InputFile;
  /** A folder of its own for what is staged. */
  readonly staging: string;
  /** Where bad records go. */
  readonly quarantine: string;
  readonly allowTruncated: boolean;
  readonly signal: AbortSignal;
  readonly onProgress: (bytes: number) => void;
  readonly onPart: (part: StagedPart) => Promise<void>;
  /** Threads beside this one that read blocks of it, with 0 this one does. */
  readonly scanThreads: number;
  /** Bytes of a block. Default the source's. */
  readonly blockBytes?: number | undefined;
}

export interface ReadFile {
  readonly report: ReadReport;
  readonly quarantined: number;
  readonly order: StagedOrder;
}

/** Reads a dump file; its rows are staged. */
export async function readFile(task: ReadTask): Promise<ReadFile> {
  const { source } = task;
  const quarantine = new QuarantineFile(task.quarantine, source.name);
  const sink = new StagingSink(source.tables, { folder: task.staging, onPart: task.onPart });
  const context = { ...task, sink, quarantine };
  try {
    const report = await (source.blocks ? readBlocks(source.blocks, context) : source.read(task.file, context));
    return { report, quarantined: quarantine.count, order: await sink.finish() };
  } finally {
    await sink.destroy();
    await quarantine.close();
  }
}

interface ReadingTask extends Omit<ReadTask, 'quarantine'> {
  readonly quarantine: QuarantineFile;
  readonly sink: StagingSink;
}

async function readBlocks(blocks: BlockReading, task: ReadingTask): Promise<ReadReport> {
  const { source, file, sink, scanThreads } = task;
  const threads =
    scanThreads > 0 && builtInSources.includes(source) ? openScanThreads(source, file, scanThreads) : null;
  try {
    const scanner = threads ?? new ScanHere(source, file);
    return await blocks.read(file, { ...task, scanner, onRows: (rows) => sink.append(rows) });
  } finally {
    await threads?.close();
  }
}
