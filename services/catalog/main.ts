import { issueToken } from '@deadwax/catalog/api/issue-token';
import { type CatalogConfig, ConfigError, parseConfig } from '@deadwax/catalog/config';
import { readEnvironment } from '@deadwax/catalog/env';
import { explainStartFault } from '@deadwax/catalog/explain-start-fault';
import { openCatalog } from '@deadwax/catalog/open-catalog';
import { startCatalogTelemetry } from '@deadwax/catalog/telemetry';
import manifest from './package.json' with { type: 'json' };

const closeDeadlineMs = 10_000;
const exitCode = { usage: 2, failure: 3 } as const;

const say = (text: string) => process.stderr.write(`${text}\n`);

function fail(message: string, code: number): never {
  say(`deadwax-catalog: ${message.replaceAll('\n', ' ')}`);
  process.exit(code);
}

async function serve(config: CatalogConfig): Promise<void> {
  const telemetry = startCatalogTelemetry(manifest.version);
  const catalog = await openCatalog(config, (error) => say(`deadwax-catalog: ${error.message}`));
  const app = catalog.createApp(manifest.version);
  const close = (): void => {
    setTimeout(() => process.exit(exitCode.failure), closeDeadlineMs).unref();
    void catalog
      .close()
      .then(() => telemetry.stop())
      .then(() => process.exit(0));
  };
  process.once('SIGTERM', close).once('SIGINT', close);
  const url = await app.listen({ host: config.host, port: config.port });
  if (config.tokens.generated) {
    const token = await issueToken(config.tokens, { userId: 'operator', role: 'admin', lifetime: '30d' });
    say(`Token for this run (set CATALOG_JWT_SECRET to issue your own): ${token}`);
  }
  say(`Listening on ${url}, documentation at ${url}/docs/`);
}

function loadConfig(): CatalogConfig {
  try {
    return parseConfig(readEnvironment());
  } catch (error) {
    if (error instanceof ConfigError) fail(error.message, exitCode.usage);
    throw error;
  }
}

const config = loadConfig();
await serve(config).catch((error: unknown) => fail(explainStartFault(error, config), exitCode.failure));
