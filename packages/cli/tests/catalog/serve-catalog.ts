import { issueToken } from '@deadwax/catalog/api/issue-token';
import { parseConfig } from '@deadwax/catalog/config';
import { openCatalog } from '@deadwax/catalog/open-catalog';
import { createApp } from '@deadwax/resolver/api/app';
import { createTokenAuthenticator } from '@deadwax/resolver/api/token-authenticator';
import { Engine } from '@deadwax/resolver/engine/engine';
import { workHere } from '@deadwax/resolver/engine/workbench';
import { ShelfResolver } from '../shelf-resolver.ts';
import { type Ran, type Running, runDeadwax, startDeadwax } from './run-deadwax.ts';

type Role = Parameters<typeof issueToken>[1]['role'];

export interface ServedCatalog {
  readonly url: string;
  readonly resolver: ShelfResolver;
  issue(role: Role): Promise<string>;
  /** Runs a command of `deadwax library` as an admin of this catalog. */
  run(...args: string[]): Promise<Ran>;
  start(...args: string[]): Running;
  /** No resolver answers from here on. */
  closeResolver(): Promise<void>;
  close(): Promise<void>;
}

const raise = (error: Error): never => {
  throw error;
};

async function serveShelf(resolver: ShelfResolver) {
  const token = 'shelf';
  const engine = new Engine();
  engine.serve(workHere(resolver));
  const app = createApp({
    engine,
    authenticate: createTokenAuthenticator([token]),
    version: '9.9.9',
  });
  return { url: await app.listen({ host: '127.0.0.1', port: 0 }), token, close: () => app.close() };
}

/** A catalog that listens, over an embedded database of its own, with a worker and a resolver that has a small shelf. */
export async function serveCatalog({ works = true }: { works?: boolean } = {}): Promise<ServedCatalog> {
  const resolver = new ShelfResolver([
    { artist: 'Can', title: 'Tago Mago', master: 11 },
    { artist: 'Beyoncé', title: '4', master: 12 },
  ]);
  const shelf = await serveShelf(resolver);
  const config = parseConfig({
    CATALOG_DATA: 'in memory',
    RESOLVER_API_URL: shelf.url,
    RESOLVER_API_TOKEN: shelf.token,
    LOG_LEVEL: 'silent',
  });
  const catalog = await openCatalog({ ...config, database: { directory: null } }, raise);
  const url = await catalog.createApp('9.9.9').listen({ host: '127.0.0.1', port: 0 });
  if (works) await catalog.work(() => undefined);
  const issue = (role: Role) => issueToken(config.tokens, { userId: `a-${role}`, role, lifetime: '1h' });
  const environment = { CATALOG_URL: url, CATALOG_TOKEN: await issue('admin') };
  return {
    url,
    resolver,
    issue,
    run: (...args) => runDeadwax(['library', ...args], environment),
    start: (...args) => startDeadwax(['library', ...args], environment),
    closeResolver: shelf.close,
    close: async () => {
      await catalog.close();
      await shelf.close();
    },
  };
}
