import { createApp } from '@deadwax/catalog/api/app';
import { issueToken } from '@deadwax/catalog/api/issue-token';
import { createTokenVerifier } from '@deadwax/catalog/api/verify-token';
import { type CatalogConfig, ConfigError, parseConfig } from '@deadwax/catalog/config';
import { openCatalogDatabase } from '@deadwax/catalog/database/open-catalog-database';
import { readEnvironment } from '@deadwax/catalog/env';
import { explainStartFault } from '@deadwax/catalog/explain-start-fault';
import { startCatalogTelemetry } from '@deadwax/catalog/telemetry';
import manifest from './package.json' with { type: 'json' };

const closeDeadlineMs = 10_000;
const exitCode = { usage: 2, failure: 3 } as const;

function fail(message: string, code: number): never {
  process.stderr.write(`deadwax-catalog: ${message.replaceAll('\n', ' ')}\n`);
  process.exit(code);
}

async function serve(config: CatalogConfig): Promise<void> {
  const telemetry = startCatalogTelemetry(manifest.version);
  const database = await openCatalogDatabase(config.database);
  const app = createApp({
    db: database.db,
    verifyToken: createTokenVerifier(config.tokens),
    version: manifest.version,
    logger: { level: config.logLevel },
  });
  const close = (): void => {
    setTimeout(() => process.exit(exitCode.failure), closeDeadlineMs).unref();
    void app
      .close()
      .then(() => Promise.all([database.close(), telemetry.stop()]))
      .then(() => process.exit(0));
  };
  process.once('SIGTERM', close).once('SIGINT', close);
  const url = await app.listen({ host: config.host, port: config.port });
  if (config.tokens.generated) {
    const token = await issueToken(config.tokens, { userId: 'operator', role: 'admin', lifetime: '30d' });
    process.stderr.write(`Token for this run (set CATALOG_JWT_SECRET to issue your own): ${token}\n`);
  }
  process.stderr.write(`Listening on ${url}, documentation at ${url}/docs/\n`);
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
