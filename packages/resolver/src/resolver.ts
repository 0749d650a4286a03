import type { BulkResolveInput, BulkResolveResult } from '@deadwax/contract/schemas';

export interface ResolveOptions {
  readonly includeTracks: boolean;
  /** Adds to every result how it came about. */
  readonly explain?: boolean;
}

/** The only thing the API knows of the engine behind it: one opened snapshot that answers inputs, in their order. */
export interface Resolver {
  /** The version of the passes, rules and model that decide. */
  readonly version: string;
  /** The snapshot every answer of this resolver rests on. */
  readonly snapshotId: string;
  resolve(inputs: readonly BulkResolveInput[], options: ResolveOptions): BulkResolveResult[];
}

/** A resolver that also asks outside this process, and says what that cost. */
export interface AsyncResolver extends Pick<Resolver, 'version' | 'snapshotId'> {
  resolve(
    inputs: readonly BulkResolveInput[],
    options: ResolveOptions & { readonly signal: AbortSignal },
  ): Promise<OutsideAnswers>;
}

export interface OutsideAnswers {
  readonly results: readonly BulkResolveResult[];
  /** Requests to outside services, and the time spent waiting for them. */
  readonly calls: number;
  readonly ms: number;
}
