import { type ChildProcess, spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';

export interface Command {
  readonly name: string;
  readonly file: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  readonly user?: { readonly uid: number; readonly gid: number };
  /** Whether it serves. Asked until it does, after every start. */
  readonly isUp: () => Promise<boolean>;
}

/** A process that is started again whenever it ends, as a service manager does, until it is stopped. */
export class Killable {
  readonly #command: Command;
  #child: ChildProcess | null = null;
  #ended: Promise<void> = Promise.resolve();
  #wanted = true;
  /** How often it ended though nobody killed it. */
  fell = 0;
  #said = '';

  constructor(command: Command) {
    this.#command = command;
  }

  get name(): string {
    return this.#command.name;
  }

  /** The end of what it wrote to stderr. */
  get said(): string {
    return this.#said;
  }

  /** Starts it, again and again where it ends before it serves: what it needs may be down as well. */
  async start(): Promise<void> {
    const deadline = Date.now() + 60_000;
    for (;;) {
      if (this.#child === null) this.#spawn();
      if (await this.#command.isUp().catch(() => false)) return;
      if (Date.now() > deadline) throw new Error(`${this.name} does not come up: ${this.#said}`);
      await sleep(50);
    }
  }

  /** Ends it as a crash does, keeps it down for a while, and starts it again. */
  async kill(downMs: number): Promise<void> {
    this.#wanted = false;
    this.#child?.kill('SIGKILL');
    await this.#ended;
    await sleep(downMs);
    this.#wanted = true;
    await this.start();
  }

  async stop(signal: 'SIGTERM' | 'SIGQUIT' | 'SIGKILL'): Promise<void> {
    this.#wanted = false;
    this.#child?.kill(signal);
    await this.#ended;
  }

  #spawn(): void {
    const { file, args, env = {}, cwd, user = {} } = this.#command;
    const child = spawn(file, args, {
      env: { PATH: process.env.PATH ?? '', ...env },
      stdio: ['ignore', 'ignore', 'pipe'],
      ...(cwd === undefined ? {} : { cwd }),
      ...user,
    });
    this.#child = child;
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      this.#said = `${this.#said}${text}`.slice(-4000);
    });
    this.#ended = new Promise((resolve) => {
      child.once('exit', () => {
        this.#child = null;
        resolve();
        if (!this.#wanted) return;
        this.fell += 1;
        setTimeout(() => {
          if (this.#wanted && this.#child === null) this.#spawn();
        }, 200);
      });
    });
  }
}
