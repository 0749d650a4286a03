import { createApp } from '@deadwax/resolver/api/app';
import { createTokenAuthenticator } from '@deadwax/resolver/api/token-authenticator';
import { ChangeFinder } from '@deadwax/resolver/changes/change-finder';
import { closeInTurn } from '@deadwax/resolver/close-in-turn';
import { ConfigError, parseConfig, type ResolverConfig } from '@deadwax/resolver/config';
import { Engine } from '@deadwax/resolver/engine/engine';
import { followConfigured } from '@deadwax/resolver/engine/follow-configured';
import { readEnvironment } from '@deadwax/resolver/env';
import { explainStartFault } from '@deadwax/resolver/explain-start-fault';
import { openStore } from '@deadwax/resolver/store/open-store';
import manifest from './package.json' with { type: 'json' };

const closeDeadlineMs = 10_000;
/** Of the server: what is left of the time is the log's. */
const closePatienceMs = 7000;
const exitCode = { usage: 2, failure: 3 } as const;

function fail(message: string, code: number): never {
  process.stderr.write(`deadwax-resolver: ${message.replaceAll('\n', ' ')}\n`);
  process.exit(code);
}

async function serve(config: ResolverConfig): Promise<void> {
  const onLost = (entries: number, cause: unknown) =>
    app.log.error({ entries, err: cause }, 'decisions lost from the log');
  const store = config.database ? await openStore(config.database, { onLost }) : null;
  const engine = new Engine({ capacity: config.queueRows });
  const app = createApp({
    engine,
    authenticate: createTokenAuthenticator(config.tokens),
    changes: new ChangeFinder(config.snapshotDirectory, {
      onFault: (err) => app.log.error({ err }, 'snapshots could not be compared'),
    }),
    version: manifest.version,
    logger: { level: config.logLevel },
    ...(store ? { onResolved: store.log } : {}),
  });
  const close = async (): Promise<void> => {
    setTimeout(() => process.exit(exitCode.failure), closeDeadlineMs).unref();
    const isWell = await closeInTurn(
      { server: () => app.close(), store: async () => store?.close() },
      { patienceMs: closePatienceMs, onFault: (err) => app.log.error({ err }, 'did not close well') },
    );
    process.exit(isWell ? 0 : exitCode.failure);
  };
  process.once('SIGTERM', () => void close()).once('SIGINT', () => void close());
  const url = await app.listen({ host: config.host, port: config.port });
  if (config.tokenGenerated)
    process.stderr.write(`Token for this run (set RESOLVER_TOKENS to choose): ${config.tokens[0]}\n`);
  process.stderr.write(`Listening on ${url}, documentation at ${url}/docs/\n`);
  const follower = await followConfigured(config, engine, app.log);
  process.on('SIGHUP', () => void follower.look());
}

function loadConfig(): ResolverConfig {
  try {
    return parseConfig(readEnvironment());
  } catch (error) {
    if (error instanceof ConfigError) fail(error.message, exitCode.usage);
    throw error;
  }
}

const config = loadConfig();
await serve(config).catch((error: unknown) => fail(explainStartFault(error, config), exitCode.failure));
