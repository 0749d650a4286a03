import { ConfigError as CatalogConfigError } from '@deadwax/catalog/config';
import { ConfigError as ResolverConfigError } from '@deadwax/resolver/config';

/** What to tell whoever started it, and the exit code: 2 for a configuration that is not usable, 3 for the rest. */
export function explainFault(error: unknown): { message: string; code: number } {
  const isUsage = error instanceof CatalogConfigError || error instanceof ResolverConfigError;
  const { message, code, port } = error as NodeJS.ErrnoException & { port?: number };
  const text = code === 'EADDRINUSE' ? `port ${port} is in use: set CATALOG_PORT or RESOLVER_PORT` : message;
  return { message: text.replaceAll('\n', ' '), code: isUsage ? 2 : 3 };
}
