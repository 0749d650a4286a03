export type ImportErrorCode =
  | 'not_a_dump'
  | 'empty_file'
  | 'truncated'
  | 'corrupt_compression'
  | 'checksum_mismatch'
  | 'unknown_schema'
  | 'wrong_columns'
  | 'too_many_bad_records'
  | 'missing_file'
  | 'tool_missing'
  | 'bad_name'
  | 'aborted';

/** A dump that cannot be imported, said so that its owner knows what to do. */
export class ImportError extends Error {
  readonly code: ImportErrorCode;
  readonly file: string | null;

  constructor(code: ImportErrorCode, message: string, options: { file?: string; cause?: unknown } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'ImportError';
    this.code = code;
    this.file = options.file ?? null;
  }
}
