export type SnapshotErrorCode =
  | 'not_a_snapshot'
  | 'already_published'
  | 'locked'
  | 'too_many_bad_records'
  | 'no_sources'
  | 'damaged'
  | 'incompatible'
  | 'no_space'
  | 'no_memory'
  | 'too_large'
  | 'unwritable'
  | 'aborted';

/** A snapshot that cannot be built, opened or trusted, said so that its owner knows what to do. */
export class SnapshotError extends Error {
  readonly code: SnapshotErrorCode;

  constructor(code: SnapshotErrorCode, message: string, options: { cause?: unknown } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'SnapshotError';
    this.code = code;
  }
}
