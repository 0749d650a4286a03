import type { ResolverConfig } from './config.ts';

/** Why the service did not start, in one line that says what to change. */
export function explainStartFault(error: unknown, { host, port }: ResolverConfig): string {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE') return `port ${port} on ${host} is in use; set RESOLVER_PORT to another`;
  if (code === 'EACCES') return `not allowed to listen on ${host}:${port}`;
  return message;
}
