import { isConnectionFault } from '@deadwax/platform/database/connection-fault';
import type { CatalogConfig } from './config.ts';

/** Why the service did not start, in one line that says what to change. */
export function explainStartFault(error: unknown, { host, port }: Pick<CatalogConfig, 'host' | 'port'>): string {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE') return `port ${port} on ${host} is in use; set CATALOG_PORT to another`;
  if (code === 'EACCES') return `not allowed to listen on ${host}:${port}`;
  if (isConnectionFault(error)) return `the database does not answer (${message || code}); is DATABASE_URL right?`;
  return message;
}
