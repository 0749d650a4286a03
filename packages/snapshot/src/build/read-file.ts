import type { InputFile, ReadReport, Source } from '@deadwax/sources/source';
import { QuarantineFile } from './quarantine-file.ts';
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
}

export interface ReadFile {
  readonly report: ReadReport;
  readonly quarantined: number;
  readonly order: StagedOrder;
}

/** Reads a dump file; its rows are staged. */
export async function readFile(task: ReadTask): Promise<ReadFile> {
  const { source, file, allowTruncated, signal, onProgress } = task;
  const quarantine = new QuarantineFile(task.quarantine, source.name);
  const sink = new StagingSink(source.tables, { folder: task.staging, onPart: task.onPart });
  try {
    const report = await source.read(file, { sink, quarantine, signal, allowTruncated, onProgress });
    return { report, quarantined: quarantine.count, order: await sink.finish() };
  } finally {
    await sink.destroy();
    await quarantine.close();
  }
}
