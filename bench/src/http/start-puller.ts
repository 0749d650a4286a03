import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Pulled, PullerOrder } from './pull-pages.ts';

const program = fileURLToPath(new URL('./pull-pages.ts', import.meta.url));

export interface Puller {
  /** Resolves when the first page is answered. */
  go(): Promise<void>;
  /** Resolves when the last page is answered, with what was answered until now. */
  stop(): Promise<Pulled>;
  end(): void;
}

export async function startPuller(of: {
  url: string;
  token: string;
  library: string | undefined;
  connections: number;
}): Promise<Puller> {
  const child = fork(program, [of.url, of.token, of.library ?? '', String(of.connections)], {
    execArgv: ['--disable-warning=ExperimentalWarning'],
  });
  await next(child);
  const order = async (text: PullerOrder): Promise<unknown> => {
    const said = next(child);
    child.send(text);
    return said;
  };
  return {
    go: async () => void (await order('go')),
    stop: async () => (await order('stop')) as Pulled,
    end: () => child.disconnect(),
  };
}

function next(child: ChildProcess): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const ended = () => reject(new Error('the process that pulls ended'));
    child.once('exit', ended);
    child.once('message', (message) => {
      child.off('exit', ended);
      resolve(message);
    });
  });
}
