import { createApp } from '@deadwax/resolver/api/app';
import { createTokenAuthenticator } from '@deadwax/resolver/api/token-authenticator';
import type { ResolverConfig } from '@deadwax/resolver/config';
import { openResolver } from '@deadwax/resolver/open-resolver';
import { openStore } from '@deadwax/resolver/store/open-store';
import manifest from './package.json' with { type: 'json' };

export interface ServedResolver {
  readonly url: string;
  readonly token: string;
  close(): Promise<void>;
}

/** The resolver on its port, its snapshot open. */
export async function serveResolver(config: ResolverConfig): Promise<ServedResolver> {
  const resolver = await openResolver({ snapshotDirectory: config.snapshotDirectory });
  const store = config.database
    ? await openStore(config.database, {
        onLost: (entries, cause) => app.log.error({ entries, err: cause }, 'decisions lost'),
      })
    : null;
  const app = createApp({
    getResolver: () => resolver,
    authenticate: createTokenAuthenticator(config.tokens),
    version: manifest.version,
    logger: { level: config.logLevel },
    onResolved: (batch) => store?.log(batch),
  });
  const url = await app.listen({ host: config.host, port: config.port });
  return {
    url,
    token: config.tokens[0] as string,
    close: async () => {
      await app.close();
      await store?.close();
    },
  };
}
