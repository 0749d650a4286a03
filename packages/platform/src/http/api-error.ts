/** One fault of a request: a JSON pointer to where it is, and what is wrong there. */
export interface Fault {
  readonly pointer: string;
  readonly message: string;
}

/** An answer other than success. The message is for the caller; the cause is for the log alone. */
export abstract class ApiError extends Error {
  abstract readonly code: string;
  readonly faults: readonly Fault[] = [];
  readonly headers: Readonly<Record<string, string>> = {};
}

export interface ErrorEntry {
  /** The class that carries the code. */
  readonly type: { readonly prototype: ApiError };
  readonly status: number;
  readonly title: string;
  /** Whether the same request may succeed later. */
  readonly retryable: boolean;
  /** Whether an operator should hear of it. */
  readonly reportable: boolean;
}

/** What is the caller's to mend: asking again does not help, and no operator need hear of it. */
export const callersFault = { retryable: false, reportable: false } as const;

/** What passes by itself. */
export const passing = { retryable: true, reportable: false } as const;
