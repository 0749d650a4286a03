import { issueToken } from '@deadwax/catalog/api/issue-token';
import { parseConfig as parseCatalogConfig } from '@deadwax/catalog/config';
import { readEnvironment as readCatalogEnvironment } from '@deadwax/catalog/env';
import { openCatalog } from '@deadwax/catalog/open-catalog';
import { writeJobLog } from '@deadwax/catalog/worker/write-job-log';
import { closeInTurn } from '@deadwax/resolver/close-in-turn';
import { parseConfig as parseResolverConfig } from '@deadwax/resolver/config';
import { readEnvironment as readResolverEnvironment } from '@deadwax/resolver/env';
import { explainFault } from './explain-fault.ts';
import manifest from './package.json' with { type: 'json' };
import { serveResolver } from './serve-resolver.ts';

const closeDeadlineMs = 10_000;
/** Of the catalog: what is left of the time is the resolver's. */
const closePatienceMs = 5000;
const say = (text: string) => process.stderr.write(`${text}\n`);

/** Resolver, catalog and worker in one process, for trying out. They still speak over HTTP alone. */
async function serve(): Promise<void> {
  const resolver = await serveResolver(parseResolverConfig(readResolverEnvironment()));
  const config = parseCatalogConfig({
    ...readCatalogEnvironment(),
    RESOLVER_API_URL: resolver.url,
    RESOLVER_API_TOKEN: resolver.token,
  });
  const catalog = await openCatalog(config, (error) => say(`deadwax: ${error.message}`));
  const close = async (): Promise<void> => {
    setTimeout(() => process.exit(3), closeDeadlineMs).unref();
    const onFault = (error: unknown) => say(`deadwax: ${error instanceof Error ? error.message : String(error)}`);
    const isWell = await closeInTurn({ catalog: () => catalog.close() }, { patienceMs: closePatienceMs, onFault });
    process.exit((await resolver.close()) && isWell ? 0 : 3);
  };
  process.once('SIGTERM', () => void close()).once('SIGINT', () => void close());
  const url = await catalog.createApp(manifest.version).listen({ host: config.host, port: config.port });
  await catalog.work((step, details) => {
    if (step !== 'batch_done') writeJobLog(step, details);
  });
  say(`The resolver answers on ${resolver.url}, documentation at ${resolver.url}/docs/`);
  say(`The catalog answers on ${url}, documentation at ${url}/docs/`);
  if ('secret' in config.tokens.key) {
    const token = await issueToken(config.tokens, { userId: 'operator', role: 'admin', lifetime: '30d' });
    say(`CATALOG_TOKEN=${token}`);
  }
}

await serve().catch((error: unknown) => {
  const { message, code } = explainFault(error);
  say(`deadwax: ${message}`);
  process.exit(code);
});
