import { type CatalogConfig, ConfigError, parseConfig } from '@deadwax/catalog/config';
import { readEnvironment } from '@deadwax/catalog/env';
import { explainStartFault } from '@deadwax/catalog/explain-start-fault';
import { openCatalog } from '@deadwax/catalog/open-catalog';
import { startCatalogTelemetry } from '@deadwax/catalog/telemetry';
import { writeJobLog } from '@deadwax/catalog/worker/write-job-log';
import manifest from './package.json' with { type: 'json' };

const closeDeadlineMs = 30_000;
const exitCode = { usage: 2, failure: 3 } as const;

function fail(message: string, code: number): never {
  process.stderr.write(`deadwax-worker: ${message.replaceAll('\n', ' ')}\n`);
  process.exit(code);
}

/** Asks for identity whenever there is something to ask, until it is told to stop. Any number of them share the work. */
async function work(config: CatalogConfig): Promise<void> {
  const telemetry = startCatalogTelemetry(manifest.version);
  const catalog = await openCatalog(config, (error) => writeJobLog('queue_error', { error }));
  const close = (): void => {
    setTimeout(() => process.exit(exitCode.failure), closeDeadlineMs).unref();
    void catalog
      .close()
      .then(() => telemetry.stop())
      .then(() => process.exit(0));
  };
  process.once('SIGTERM', close).once('SIGINT', close);
  await catalog.work(writeJobLog);
  writeJobLog('started', { resolver: config.resolver?.url });
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
await work(config).catch((error: unknown) => fail(explainStartFault(error, config), exitCode.failure));
