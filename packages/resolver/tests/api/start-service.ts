import { type ChildProcess, spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('../../../../services/resolver/main.ts', import.meta.url));

export interface Service {
  readonly child: ChildProcess;
  readonly pid: number;
  readonly baseUrl: string;
  readonly token: string;
  readonly exit: Promise<number | null>;
  /** What it has logged so far, an entry a line. */
  readonly logged: () => readonly { readonly level: number; readonly msg: string }[];
}

/** Starts the service and waits for the line that says where it listens. */
export async function startService(environment: Record<string, string>): Promise<Service> {
  const env = { PATH: process.env.PATH, LOG_LEVEL: 'info', RESOLVER_PORT: '0', ...environment };
  const child = spawn(process.execPath, [main], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const exit = new Promise<number | null>((resolve) => child.once('close', resolve));
  let [log, text] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    log += chunk;
  });
  for await (const chunk of child.stderr.setEncoding('utf8').iterator({ destroyOnReturn: false })) {
    text += chunk;
    const baseUrl = /Listening on (http\S+?),/.exec(text)?.[1];
    const token = /^Token for this run .*: (\S+)$/m.exec(text)?.[1] ?? '';
    if (baseUrl !== undefined) {
      child.stderr.resume();
      const logged = () => log.split('\n').flatMap((line) => (line.endsWith('}') ? [JSON.parse(line)] : []));
      return { child, pid: child.pid as number, baseUrl, token, exit, logged };
    }
  }
  throw new Error(`the service ended: ${text}`);
}

export async function waitUntilReady(baseUrl: string): Promise<void> {
  await waitFor(async () => (await fetch(`${baseUrl}/readyz`)).status === 200);
}

/** Asks again and again, at most half a minute. */
export async function waitFor(isSo: () => boolean | Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 1200; tries += 1) {
    if (await isSo()) return;
    await sleep(25);
  }
  throw new Error('not so in time');
}
