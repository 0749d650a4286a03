import type { BulkResolveInput, BulkResolveResult } from '@deadwax/contract/schemas';

/** The only thing the API knows of the engine behind it: one opened snapshot that answers inputs, in their order. */
export interface Resolver {
  /** The version of the passes, rules and model that decide. */
  readonly version: string;
  /** The snapshot every answer of this resolver rests on. */
  readonly snapshotId: string;
  resolve(inputs: readonly BulkResolveInput[], options: { includeTracks: boolean }): BulkResolveResult[];
}
