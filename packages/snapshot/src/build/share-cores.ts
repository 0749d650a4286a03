import type { InputFile, Source } from '@deadwax/sources/source';
import type { SourceInput } from './load-source.ts';

/** Of a smaller file there is less to read than threads take to begin. */
const LARGE_BYTES = 16 << 20;

/**
 * Says of each file how many threads read blocks of it: the large ones share the cores by their bytes, rounded up. One that is
 * far larger than the others is still read when they are done, and then has to keep every core at work.
 */
export function shareCores(inputs: readonly SourceInput[], cores: number): (source: Source, file: InputFile) => number {
  const isLarge = (source: Source, file: InputFile) => source.blocks !== undefined && file.bytes >= LARGE_BYTES;
  const large = inputs.flatMap(({ source, files }) => files.filter((file) => isLarge(source, file)));
  const bytes = large.reduce((sum, file) => sum + file.bytes, 0);
  return (source, file) => (isLarge(source, file) ? Math.ceil((cores * file.bytes) / bytes) : 0);
}
