import { OverloadedError } from '../errors.ts';
import type { Chunk, ChunkAnswer } from './chunk.ts';
import { type CutInputs, PIECE } from './cut-inputs.ts';
import { type CallerClass, Lanes } from './lanes.ts';
import type { Desk, Workbench } from './workbench.ts';

export interface Batch extends Omit<Chunk, 'inputs' | 'givesWay'>, CutInputs {
  readonly callerClass: CallerClass;
  /** Who asks: callers of one class take turns. */
  readonly caller: string;
  /** Aborted when nobody waits for the answer any more. */
  readonly signal: AbortSignal;
  /** Waits for its turn however many rows wait already, as the asker holds back by itself. Default false. */
  readonly patient?: boolean;
}

/** A batch that is being answered. */
interface Job extends Batch {
  readonly bench: Workbench;
  readonly answers: ChunkAnswer[];
  /** Rows handed out, and rows answered. */
  given: number;
  done: number;
  /** Called once, with the answers, or without when the signal or an error ended it. */
  readonly settle: (end: { answers: readonly ChunkAnswer[] | null } | { error: unknown }) => void;
}

/** Classes whose callers wait: they may be a step ahead of the threads, and have threads that no others get. */
const URGENT = 3;
/** Classes that people wait in. */
const PEOPLE = 2;
/** So long after a person asked one thread stands aside for the next, and the others give way: a core that is busy with a chunk is not free for a while. */
const ASIDE_MS = 500;
const LONGEST_WAIT_S = 60;

/** Deals batches out in chunks, so that small ones pass between the pieces of large ones and every thread has work. */
export class Dispatcher {
  readonly #lanes = new Lanes<Job>();
  readonly #capacity: number;
  readonly #now: () => number;
  readonly #underWay: Record<Desk, number> = { common: 0, reserved: 0 };
  #waitingRows = 0;
  #personAskedAt = Number.NEGATIVE_INFINITY;
  /** Of one thread, as last seen. */
  #rowsPerSecond = 1000;

  /** `now` gives milliseconds. Default: the process's clock. */
  constructor({ capacity, now = () => performance.now() }: { capacity: number; now?: () => number }) {
    this.#capacity = capacity;
    this.#now = now;
  }

  /** Rows that are asked and not handed out yet. */
  get waitingRows(): number {
    return this.#waitingRows;
  }

  /** Answers of the batch's chunks, in order; null when its signal ended it. Throws OverloadedError. */
  async dispatch(bench: Workbench, batch: Batch): Promise<readonly ChunkAnswer[] | null> {
    const { signal, rows, patient = false } = batch;
    if (signal.aborted) return null;
    if (!patient && this.#waitingRows > 0 && this.#waitingRows + rows > this.#capacity) throw this.#refuse(bench);
    return new Promise((resolve, reject) => {
      const leave = () => job.settle({ answers: null });
      const settle: Job['settle'] = (end) => {
        signal.removeEventListener('abort', leave);
        this.#waitingRows -= rows - job.given;
        job.given = rows;
        this.#lanes.remove(job);
        if ('error' in end) reject(end.error);
        else resolve(end.answers);
      };
      const job: Job = { ...batch, bench, answers: [], given: 0, done: 0, settle };
      signal.addEventListener('abort', leave, { once: true });
      this.#waitingRows += rows;
      if (batch.callerClass <= PEOPLE) this.#personAskedAt = this.#now();
      this.#lanes.add(job);
      this.#deal();
    });
  }

  #refuse({ width }: Workbench): OverloadedError {
    const seconds = Math.ceil(this.#waitingRows / (this.#rowsPerSecond * width));
    return new OverloadedError(Math.min(LONGEST_WAIT_S, Math.max(1, seconds)));
  }

  #deal(): void {
    for (let found = this.#findNext(); found !== null; found = this.#findNext()) {
      const { job, desk } = found;
      const place = job.given / PIECE;
      const rows = Math.min(PIECE, job.rows - job.given);
      job.given += rows;
      this.#waitingRows -= rows;
      this.#lanes.charge(job, rows);
      if (job.given === job.rows) this.#lanes.remove(job);
      void this.#answer(job, { place, desk, rows });
    }
  }

  /** The job whose turn it is; while that has no room, others may go only where it would not be sent: no class stands still. */
  #findNext(): { job: Job; desk: Desk } | null {
    const turn = this.#lanes.next(() => true);
    const findDesk = (job: Job) => (job === turn ? this.#findDesk(job) : this.#findReserved(job));
    const job = this.#lanes.next((each) => findDesk(each) !== null);
    return job === null ? null : { job, desk: findDesk(job) as Desk };
  }

  /** One waits there behind the one at work, rather than for a common thread that stands aside and whose turn is another's. */
  #findReserved({ bench: { reserved }, callerClass }: Job): Desk | null {
    return callerClass <= URGENT && this.#underWay.reserved < reserved * 2 ? 'reserved' : null;
  }

  /**
   * Where a chunk of the job may go: one waits behind those at work, so that no thread stands idle. Urgent ones go where nobody else
   * is sent, as long as that is free, and need not wait for a turn elsewhere.
   */
  #findDesk({ bench: { width, reserved }, callerClass }: Job): Desk | null {
    const underWay = this.#underWay;
    if (callerClass > URGENT) {
      const isAside = reserved > 0 && width > 1 && this.#doPeopleAsk();
      return underWay.common < (isAside ? width - 1 : Math.min(width + 1, width * 2 - 1)) ? 'common' : null;
    }
    if (underWay.reserved < reserved) return 'reserved';
    if (underWay.common < width) return 'common';
    if (underWay.reserved < reserved * 2) return 'reserved';
    return underWay.common < width * 2 ? 'common' : null;
  }

  #doPeopleAsk(): boolean {
    return this.#now() - this.#personAskedAt < ASIDE_MS;
  }

  async #answer(job: Job, { place, desk, rows }: { place: number; desk: Desk; rows: number }): Promise<void> {
    const givesWay = job.callerClass > URGENT && this.#doPeopleAsk();
    const chunk = { ...plain(job), inputs: job.pieces[place] as string, givesWay };
    this.#underWay[desk] += 1;
    const started = this.#now();
    try {
      job.answers[place] = await job.bench.answer(chunk, job.signal, desk);
      job.done += rows;
      this.#noteSpeed(rows, this.#now() - started);
      if (job.done === job.rows) job.settle({ answers: job.answers });
    } catch (error) {
      job.settle({ error });
    } finally {
      this.#underWay[desk] -= 1;
      this.#deal();
    }
  }

  #noteSpeed(rows: number, ms: number): void {
    this.#rowsPerSecond += ((rows / Math.max(ms, 0.01)) * 1000 - this.#rowsPerSecond) * 0.02;
  }
}

/** Only what a thread needs: a signal cannot be handed over. */
function plain({ includeTracks, explain = false, separator }: Batch): Omit<Chunk, 'inputs' | 'givesWay'> {
  return { includeTracks, explain, separator };
}
