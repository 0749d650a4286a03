import { describeCause } from '../resolver-client/describe-cause.ts';

const FAULTS = new Set(['lml_error', 'writer_error', 'queue_error', 'failed', 'drift_alert']);

/** Writes what happens in a job as a line of JSON: faults to stderr with the driver's own cause, the rest to stdout. */
export function writeJobLog(step: string, details: Readonly<Record<string, unknown>>): void {
  const { error, ...rest } = details;
  const line = {
    time: new Date().toISOString(),
    tool: 'library-identity-consumer',
    step,
    ...rest,
    ...(error === undefined ? {} : { error: describeFault(error) }),
  };
  (FAULTS.has(step) ? process.stderr : process.stdout).write(`${JSON.stringify(line)}\n`);
}

/** What PostgreSQL said is what helps: code, detail, constraint and column. */
function describeFault(error: unknown): Record<string, unknown> {
  const { code, detail, constraint, column } = error as Record<string, unknown>;
  return { message: error instanceof Error ? describeCause(error) : String(error), code, detail, constraint, column };
}
