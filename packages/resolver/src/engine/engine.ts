import { SnapshotNotLoadedError } from '../errors.ts';
import type { ChunkAnswer } from './chunk.ts';
import { type Batch, Dispatcher } from './dispatcher.ts';
import type { Workbench } from './workbench.ts';

/** What answered a batch, and its answers in the order of the inputs; null when nobody waits for them any more. */
export interface Answered {
  readonly version: string;
  readonly snapshotId: string;
  readonly answers: readonly ChunkAnswer[] | null;
}

export type Serving = Pick<Workbench, 'version' | 'snapshotId'>;

/** Most rows that wait; see RESOLVER_QUEUE_ROWS. */
const CAPACITY = 20_000;

interface Held {
  readonly bench: Workbench;
  batches: number;
  replaced: boolean;
}

/** Answers batches from the snapshot that serves when they come, and lets another take over between two of them. */
export class Engine {
  readonly #dispatcher: Dispatcher;
  #held: Held | null = null;
  /** Why the snapshot that should serve does not; null where it does. */
  fault: string | null = null;

  constructor({ capacity = CAPACITY }: { capacity?: number } = {}) {
    this.#dispatcher = new Dispatcher({ capacity });
  }

  /** Null until a snapshot is open. */
  get serving(): Serving | null {
    return this.#held?.bench ?? null;
  }

  get waitingRows(): number {
    return this.#dispatcher.waitingRows;
  }

  /** Has this snapshot answer from now on. The one before is let go when its last batch is answered. */
  serve(bench: Workbench): void {
    const before = this.#held;
    this.#held = { bench, batches: 0, replaced: false };
    this.fault = null;
    if (before === null) return;
    before.replaced = true;
    if (before.batches === 0) void before.bench.close();
  }

  /** Throws SnapshotNotLoadedError and OverloadedError. */
  async ask(batch: Batch): Promise<Answered> {
    const held = this.#held;
    if (held === null) throw new SnapshotNotLoadedError();
    const { version, snapshotId } = held.bench;
    held.batches += 1;
    try {
      return { version, snapshotId, answers: await this.#dispatcher.dispatch(held.bench, batch) };
    } finally {
      held.batches -= 1;
      if (held.replaced && held.batches === 0) void held.bench.close();
    }
  }

  async close(): Promise<void> {
    const held = this.#held;
    this.#held = null;
    await held?.bench.close();
  }
}
