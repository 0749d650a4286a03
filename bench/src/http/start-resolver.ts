import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const service = fileURLToPath(new URL('../../../services/resolver/main.ts', import.meta.url));

export interface RunningResolver {
  readonly pid: number;
  readonly url: string;
  readonly token: string;
  stop(): Promise<void>;
}

/** A resolver in a process of its own on loopback, ready to answer. Throws Error with what it said where it does not come up. */
export async function startResolver(
  snapshot: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<RunningResolver> {
  const token = 'bench-token-of-one-run';
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', service], {
    env: {
      PATH: process.env.PATH,
      RESOLVER_SNAPSHOT: snapshot,
      RESOLVER_TOKENS: token,
      RESOLVER_PORT: '0',
      LOG_LEVEL: 'warn',
      ...environment,
    },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  let said = '';
  const url = await new Promise<string>((resolve, reject) => {
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      const address = /Listening on (http:\S+?),/.exec(said)?.[1];
      if (address !== undefined) resolve(address);
    });
    child.once('exit', () => reject(new Error(`the resolver ended: ${said}`)));
  });
  for (let tries = 0; (await fetch(`${url}/readyz`)).status !== 200; tries += 1) {
    if (tries > 600) throw new Error('the resolver does not get ready');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return {
    pid: child.pid as number,
    url,
    token,
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}
