import { createApp } from '@deadwax/resolver/api/app';
import { createTokenAuthenticator } from '@deadwax/resolver/api/token-authenticator';
import { ChangeFinder } from '@deadwax/resolver/changes/change-finder';
import { closeInTurn } from '@deadwax/resolver/close-in-turn';
import type { ResolverConfig } from '@deadwax/resolver/config';
import { Engine } from '@deadwax/resolver/engine/engine';
import { followConfigured } from '@deadwax/resolver/engine/follow-configured';
import { openStore } from '@deadwax/resolver/store/open-store';
import manifest from './package.json' with { type: 'json' };

const closePatienceMs = 3000;

export interface ServedResolver {
  readonly url: string;
  readonly token: string;
  /** False where not all of it closed well; the log is written in any case. Never rejects. */
  close(): Promise<boolean>;
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
    changes: new ChangeFinder(config.snapshotDirectory, {
      onFault: (err) => app.log.error({ err }, 'snapshots could not be compared'),
    }),
    version: manifest.version,
    logger: { level: config.logLevel },
    ...(store ? { onResolved: store.log } : {}),
  });
  const follower = await followConfigured(config, engine, app.log);
  const url = await app.listen({ host: config.host, port: config.port });
  return {
    url,
    token: config.tokens[0] as string,
    close: () =>
      closeInTurn(
        {
          server: () => app.close(),
          store: async () => store?.close(),
          follower: () => follower.stop(),
          engine: () => engine.close(),
        },
        { patienceMs: closePatienceMs, onFault: (err) => app.log.error({ err }, 'did not close well') },
      ),
  };
}
