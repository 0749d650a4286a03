import { createApp } from '@deadwax/resolver/api/app';
import { createTokenAuthenticator } from '@deadwax/resolver/api/token-authenticator';
import { ChangeFinder } from '@deadwax/resolver/changes/change-finder';
import type { ResolverConfig } from '@deadwax/resolver/config';
import { Engine } from '@deadwax/resolver/engine/engine';
import { followConfigured } from '@deadwax/resolver/engine/follow-configured';
import { openStore } from '@deadwax/resolver/store/open-store';
import manifest from './package.json' with { type: 'json' };

export interface ServedResolver {
  readonly url: string;
  readonly token: string;
  close(): Promise<void>;
}

/** The resolver on its port, its snapshot open. */
export async function serveResolver(config: ResolverConfig): Promise<ServedResolver> {
  const store = config.database
    ? await openStore(config.database, {
        onLost: (entries, cause) => app.log.error({ entries, err: cause }, 'decisions lost'),
      })
    : null;
  const engine = new Engine({ capacity: config.queueRows });
  const app = createApp({
    engine,
    authenticate: createTokenAuthenticator(config.tokens),
    changes: new ChangeFinder(config.snapshotDirectory),
    version: manifest.version,
    logger: { level: config.logLevel },
    ...(store ? { onResolved: store.log } : {}),
  });
  const follower = await followConfigured(config, engine, app.log);
  const url = await app.listen({ host: config.host, port: config.port });
  return {
    url,
    token: config.tokens[0] as string,
    close: async () => {
      await app.close();
      await follower.stop();
      await engine.close();
      await store?.close();
    },
  };
}
