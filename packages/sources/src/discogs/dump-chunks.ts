import { ImportError } from '../errors.ts';
import { openCompressed } from '../files/open-compressed.ts';
import type { InputFile, ReadContext } from '../source.ts';
import { verifyChecksum } from './checksum.ts';

export interface DumpChunks {
  /** The unpacked bytes. */
  readonly chunks: AsyncIterable<Uint8Array>;
  /** True, once they are read, when the compressed data is cut off and that is accepted. */
  readonly isCutOff: () => boolean;
}

/** Opens a dump whose checksum is as published. */
export async function openDump(
  { path }: InputFile,
  { signal, onProgress, allowTruncated }: Pick<ReadContext, 'signal' | 'onProgress' | 'allowTruncated'>,
): Promise<DumpChunks> {
  await verifyChecksum(path, signal);
  let cutOff = false;
  async function* whatIsThere(): AsyncGenerator<Uint8Array> {
    try {
      const { stream } = await openCompressed(path, { signal, onProgress });
      yield* stream;
    } catch (error) {
      if (!allowTruncated || !(error instanceof ImportError) || error.code !== 'truncated') throw error;
      cutOff = true;
    }
  }
  return { chunks: whatIsThere(), isCutOff: () => cutOff };
}
