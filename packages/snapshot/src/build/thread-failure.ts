import { ImportError, type ImportErrorCode } from '@deadwax/sources/errors';

/** An error as it is told from thread to thread. */
export interface ThreadFailure {
  readonly message: string;
  /** Of an ImportError. */
  readonly import?: { readonly code: ImportErrorCode; readonly file: string | null };
  /** Of a system error. */
  readonly code?: string;
}

export function describeFailure(error: unknown): ThreadFailure {
  const { message, code, stack } = error as NodeJS.ErrnoException;
  if (error instanceof ImportError) return { message, import: { code: error.code, file: error.file } };
  return code === undefined ? { message: stack ?? message } : { message, code };
}

export function restoreFailure({ message, import: fault, code }: ThreadFailure): Error {
  if (fault) return new ImportError(fault.code, message, fault.file === null ? {} : { file: fault.file });
  return Object.assign(new Error(message), code === undefined ? {} : { code });
}
