/** A measurement was given what it does not take. */
export class UsageError extends Error {}

/** Whether a fault is of the arguments: said by a measurement, or by who parses them. */
export function isUsageFault(error: unknown): boolean {
  return error instanceof UsageError || (error as { code?: string }).code?.startsWith('ERR_PARSE_ARGS') === true;
}
