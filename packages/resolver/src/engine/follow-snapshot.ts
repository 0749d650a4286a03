import { readManifest } from '@deadwax/snapshot/manifest';
import { findSnapshot } from '@deadwax/snapshot/store/current';
import type { Engine } from './engine.ts';
import type { Workbench } from './workbench.ts';

export interface FollowOptions {
  readonly engine: Engine;
  /** A folder of snapshots, whose current one counts, or one snapshot. */
  readonly path: string;
  open(directory: string): Promise<Workbench>;
  onServing?(serving: Pick<Workbench, 'snapshotId' | 'version'>): void;
  /** Told why a newer snapshot was not taken; the one before serves on. */
  onFault?(error: Error): void;
  /** How often the folder is asked for its current snapshot. Default every second. */
  readonly everyMs?: number;
}

/** Keeps an engine on the current snapshot of a folder. */
export interface SnapshotFollower {
  /** Looks now, and tries again what could not be opened before. */
  look(): Promise<void>;
  /** Looks no more; resolves when nothing is being opened. */
  stop(): Promise<void>;
}

/** Serves the snapshot, then whichever takes its place. Throws SnapshotError where the first cannot be opened. */
export async function followSnapshot(options: FollowOptions): Promise<SnapshotFollower> {
  const follower = new Follower(options);
  await follower.start();
  return follower;
}

class Follower implements SnapshotFollower {
  readonly #options: FollowOptions;
  /** The last snapshot that was tried, as its folder and id. */
  #tried = '';
  #served = '';
  #looking: Promise<void> | null = null;
  #again = false;
  #timer: NodeJS.Timeout | null = null;

  constructor(options: FollowOptions) {
    this.#options = options;
  }

  async start(): Promise<void> {
    const { path, everyMs = 1000 } = this.#options;
    const directory = await findSnapshot(path);
    await this.#serve(directory, await this.#name(directory));
    this.#timer = setInterval(() => void this.#look(), everyMs).unref();
  }

  async look(): Promise<void> {
    this.#tried = '';
    await this.#look();
  }

  async stop(): Promise<void> {
    if (this.#timer) clearInterval(this.#timer);
    await this.#looking;
  }

  /** One look at a time; who comes meanwhile has another follow. */
  #look(): Promise<void> {
    this.#again = true;
    this.#looking ??= this.#lookOn().finally(() => {
      this.#looking = null;
    });
    return this.#looking;
  }

  async #lookOn(): Promise<void> {
    while (this.#again) {
      this.#again = false;
      await this.#follow();
    }
  }

  async #follow(): Promise<void> {
    const { engine, path, onFault } = this.#options;
    let name = path;
    try {
      const directory = await findSnapshot(path);
      name = directory;
      name = await this.#name(directory);
      if (name === this.#served) engine.fault = null;
      if (name === this.#served || name === this.#tried) return;
      await this.#serve(directory, name);
    } catch (error) {
      const { message } = error as Error;
      // What stays as it is is said once.
      if (engine.fault !== message) onFault?.(error as Error);
      engine.fault = message;
      this.#tried = name;
    }
  }

  async #serve(directory: string, name: string): Promise<void> {
    const bench = await this.#options.open(directory);
    this.#tried = name;
    this.#served = name;
    this.#options.engine.serve(bench);
    this.#options.onServing?.(bench);
  }

  async #name(directory: string): Promise<string> {
    return `${directory} ${(await readManifest(directory)).id}`;
  }
}
