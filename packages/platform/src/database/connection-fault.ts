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

/** Whether an error says that the database does not answer, rather than what it answered. */
export function isConnectionFault(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code } = error as NodeJS.ErrnoException;
  if (code !== undefined && (networkCodes.has(code) || stateOfConnection.test(code))) return true;
  return driverMessages.test(error.message);
}
