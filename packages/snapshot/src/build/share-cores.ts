import type { InputFile, Source } from '@deadwax/sources/source';
import type { SourceInput } from './load-source.ts';

/** Of a smaller file there is less to read than threads take to begin. */
const LARGE_BYTES = 16 << 20;

/** Says of each file how many threads read blocks of it: the large ones that are read at once share the cores. */
export function shareCores(inputs: readonly SourceInput[], cores: number): (source: Source, file: InputFile) => number {
  const isLarge = (source: Source, file: InputFile) => source.blocks !== undefined && file.bytes >= LARGE_BYTES;
  const large = inputs.flatMap(({ source, files }) => files.filter((file) => isLarge(source, file))).length;
  const share = Math.max(1, Math.floor(cores / Math.max(1, large)));
  return (source, file) => (isLarge(source, file) ? share : 0);
}
