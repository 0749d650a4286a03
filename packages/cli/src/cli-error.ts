export const exitCode = { usage: 2, failure: 3, negative: 4, locked: 75, interrupted: 130 } as const;

/** A failure to tell the person about, with what they can do. Printed without a stack trace. */
export class CliError extends Error {
  readonly exitCode: number;
  readonly hint: string | null;

  constructor(message: string, options: { exitCode?: number; hint?: string; cause?: unknown } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'CliError';
    this.exitCode = options.exitCode ?? exitCode.failure;
    this.hint = options.hint ?? null;
  }
}
