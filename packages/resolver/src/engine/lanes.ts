/** How urgent a caller is: 1 a person waits, 5 nobody does. */
export const callerClasses = [1, 2, 3, 4, 5] as const;
export type CallerClass = (typeof callerClasses)[number];

/** Share of the rows each class gets while all of them wait. The last never stands still. */
const WEIGHTS: Readonly<Record<CallerClass, number>> = { 1: 64, 2: 32, 3: 16, 4: 4, 5: 1 };

interface Lane<Job> {
  readonly weight: number;
  /** Rows worked off, over the weight: the least is next. */
  spent: number;
  /** Jobs by caller, in turns; a caller's own one after the other. */
  readonly callers: Map<string, Job[]>;
}

/** Jobs that wait, by class and caller: classes share by weight, the callers of a class take turns. */
export class Lanes<Job extends { readonly callerClass: CallerClass; readonly caller: string }> {
  readonly #lanes = new Map<CallerClass, Lane<Job>>(
    callerClasses.map((each) => [each, { weight: WEIGHTS[each], spent: 0, callers: new Map() }]),
  );

  add(job: Job): void {
    const lane = this.#laneOf(job);
    // Who was away has saved nothing up.
    if (lane.callers.size === 0) lane.spent = Math.max(lane.spent, this.#least());
    const own = lane.callers.get(job.caller);
    if (own) own.push(job);
    else lane.callers.set(job.caller, [job]);
  }

  /** Of the jobs that can be worked on, the one whose turn it is; null where there is none. It stays until it is removed. */
  next(canWork: (job: Job) => boolean): Job | null {
    let next: { job: Job; spent: number } | null = null;
    for (const { callers, spent } of this.#lanes.values()) {
      const [turn] = callers.values();
      const job = turn?.[0];
      if (job !== undefined && (next === null || spent < next.spent) && canWork(job)) next = { job, spent };
    }
    return next?.job ?? null;
  }

  /** Notes that rows of a job are worked on: the turn passes to the next caller of its class. */
  charge(job: Job, rows: number): void {
    const lane = this.#laneOf(job);
    lane.spent += rows / lane.weight;
    const own = lane.callers.get(job.caller);
    if (own === undefined) return;
    lane.callers.delete(job.caller);
    lane.callers.set(job.caller, own);
  }

  remove(job: Job): void {
    const { callers } = this.#laneOf(job);
    const left = (callers.get(job.caller) ?? []).filter((each) => each !== job);
    if (left.length === 0) callers.delete(job.caller);
    else callers.set(job.caller, left);
  }

  #laneOf({ callerClass }: Job): Lane<Job> {
    return this.#lanes.get(callerClass) as Lane<Job>;
  }

  #waiting(): Lane<Job>[] {
    return [...this.#lanes.values()].filter(({ callers }) => callers.size > 0);
  }

  #least(): number {
    const spent = this.#waiting().map((lane) => lane.spent);
    return spent.length === 0 ? Math.max(...[...this.#lanes.values()].map((lane) => lane.spent)) : Math.min(...spent);
  }
}
