import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('../../src/main.ts', import.meta.url));

export interface Ran {
  readonly code: number | null;
  /** Standard output, line by line. */
  readonly output: string[];
  readonly messages: string[];
}

export interface Running {
  readonly child: ChildProcess;
  readonly ended: Promise<Ran>;
}

/** Starts the command as a process, with nothing in its environment but what is given. */
export function startDeadwax(args: readonly string[], environment: Readonly<Record<string, string>> = {}): Running {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', main, ...args], {
    env: { PATH: process.env.PATH, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [output, messages] = [text(child.stdout), text(child.stderr)];
  const lines = (all: string) => all.split('\n').slice(0, -1);
  const ended = once(child, 'close').then(async ([code]) => ({
    code,
    output: lines(await output),
    messages: lines(await messages),
  }));
  return { child, ended };
}

export function runDeadwax(args: readonly string[], environment?: Readonly<Record<string, string>>): Promise<Ran> {
  return startDeadwax(args, environment).ended;
}
