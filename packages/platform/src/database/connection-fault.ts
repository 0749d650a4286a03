const networkCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ETIMEDOUT',
  'EPIPE',
  'EHOSTUNREACH',
]);

// Classes and codes of PostgreSQL: connection exception, too many connections, shut down or starting.
const stateOfConnection = /^(08\w{3}|53300|57P0[1-4])$/;

// What the drivers throw without a code.
const driverMessages =
  /^(Connection terminated|timeout exceeded when trying to connect|PGlite (instance )?is (already )?closed|driver has already been destroyed|Client has encountered a connection error)/;

// query_canceled, of a statement timeout too; lock_not_available.
const statesOfTimeout = new Set(['57014', '55P03']);

/** Whether an error says that a statement took, or waited, longer than it may. */
export function isTimeoutFault(error: unknown): boolean {
  return error instanceof Error && statesOfTimeout.has((error as NodeJS.ErrnoException).code ?? '');
}

/** Whether an error says that the database does not answer, rather than what it answered. */
export function isConnectionFault(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code } = error as NodeJS.ErrnoException;
  if (code !== undefined && (networkCodes.has(code) || stateOfConnection.test(code))) return true;
  return driverMessages.test(error.message);
}
