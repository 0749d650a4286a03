import { createApp } from '@deadwax/resolver/api/app';
import { createTokenAuthenticator } from '@deadwax/resolver/api/token-authenticator';
import { ConfigError, parseConfig, type ResolverConfig } from '@deadwax/resolver/config';
import { readEnvironment } from '@deadwax/resolver/env';
import { explainStartFault } from '@deadwax/resolver/explain-start-fault';
import { openAiProposer } from '@deadwax/resolver/llm/open-ai-proposer';
import { withProposer } from '@deadwax/resolver/llm/with-proposer';
import { openResolver } from '@deadwax/resolver/open-resolver';
import type { AsyncResolver, Resolver } from '@deadwax/resolver/resolver';
import { openStore } from '@deadwax/resolver/store/open-store';
import manifest from './package.json' with { type: 'json' };

const closeDeadlineMs = 10_000;
const exitCode = { usage: 2, failure: 3 } as const;

function fail(message: string, code: number): never {
  process.stderr.write(`deadwax-resolver: ${message.replaceAll('\n', ' ')}\n`);
  process.exit(code);
}

async function serve(config: ResolverConfig): Promise<void> {
  let resolver: AsyncResolver | Resolver | null = null;
  const onLost = (entries: number, cause: unknown) =>
    app.log.error({ entries, err: cause }, 'decisions lost from the log');
  const store = config.database ? await openStore(config.database, { onLost }) : null;
  const app = createApp({
    getResolver: () => resolver,
    authenticate: createTokenAuthenticator(config.tokens),
    version: manifest.version,
    logger: { level: config.logLevel },
    onResolved: (batch) => store?.log(batch),
  });
  const close = (): void => {
    setTimeout(() => process.exit(exitCode.failure), closeDeadlineMs).unref();
    void app
      .close()
      .then(() => store?.close())
      .then(() => process.exit(0));
  };
  process.once('SIGTERM', close).once('SIGINT', close);
  const url = await app.listen({ host: config.host, port: config.port });
  if (config.tokenGenerated)
    process.stderr.write(`Token for this run (set RESOLVER_TOKENS to choose): ${config.tokens[0]}\n`);
  process.stderr.write(`Listening on ${url}, documentation at ${url}/docs/\n`);
  const opened = await openResolver({ snapshotDirectory: config.snapshotDirectory });
  resolver = config.llm
    ? withProposer(opened, openAiProposer(config.llm), {
        model: config.llm.model,
        onUnavailable: (questions, err) => app.log.warn({ questions, err }, 'the model could not be asked'),
      })
    : opened;
  app.log.info({ snapshot: resolver.snapshotId, version: resolver.version }, 'snapshot open');
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
