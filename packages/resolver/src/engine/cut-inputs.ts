import type { BulkResolveInput } from '@deadwax/contract/schemas';

/** Rows cut up as they are handed out: everybody else waits for no more than a piece. */
export interface CutInputs {
  readonly rows: number;
  /** Each the inputs of a chunk. */
  readonly pieces: readonly string[];
}

/** Rows of a piece. */
export const PIECE = 32;

export function cutInputs(inputs: readonly BulkResolveInput[]): CutInputs {
  const count = Math.max(1, Math.ceil(inputs.length / PIECE));
  const pieces = Array.from({ length: count }, (_, place) =>
    JSON.stringify(inputs.slice(place * PIECE, (place + 1) * PIECE)),
  );
  return { rows: inputs.length, pieces };
}
