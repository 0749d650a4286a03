import { setImmediate } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { answerChunk, readInputs } from '../../src/engine/chunk.ts';
import { cutInputs } from '../../src/engine/cut-inputs.ts';
import { Dispatcher } from '../../src/engine/dispatcher.ts';
import type { CallerClass } from '../../src/engine/lanes.ts';
import type { Desk, Workbench } from '../../src/engine/workbench.ts';
import { makeInput } from '../api/test-app.ts';
import { toyResolver } from '../api/toy-resolver.ts';

interface UnderWay {
  readonly desk: Desk;
  readonly rows: number;
  readonly ofLarge: boolean;
  readonly givesWay: boolean;
  readonly end: () => void;
}

/** Two threads and a reserved one, whose chunks end when they are told to. */
let underWay: UnderWay[] = [];
const bench: Workbench = {
  ...{ version: 'toy', snapshotId: 'toy', width: 2, reserved: 1 },
  answer: async (chunk, _signal, desk) => {
    await new Promise<void>((resolve) => {
      const rows = readInputs(chunk).length;
      const one = { desk, rows, ofLarge: rows > 1, givesWay: chunk.givesWay === true, end: resolve };
      underWay.push(one);
    });
    return answerChunk(toyResolver, chunk);
  },
  close: async () => undefined,
};

let dispatcher: Dispatcher;
let asked: Promise<unknown>[] = [];
let ms = 0;
beforeEach(() => {
  dispatcher = new Dispatcher({ capacity: 100_000, now: () => ms });
  [underWay, asked, ms] = [[], [], 0];
});
/** Lets everything come to its end, so that nothing is left waiting. */
afterEach(async () => {
  const all = Promise.all(asked);
  let isOver = false;
  void all.then(() => {
    isOver = true;
  });
  for (; !isOver; await setImmediate()) for (const each of underWay.splice(0)) each.end();
});

function ask(callerClass: CallerClass, rows: number): void {
  const inputs = Array.from({ length: rows }, () => makeInput());
  const batch = { ...cutInputs(inputs), includeTracks: false, separator: ',', callerClass, caller: 'test' } as const;
  asked.push(dispatcher.dispatch(bench, { ...batch, signal: new AbortController().signal }));
}
const count = (desk: Desk) => underWay.filter((each) => each.desk === desk).length;
async function endOne(desk: Desk): Promise<void> {
  const place = underWay.findIndex((each) => each.desk === desk);
  underWay.splice(place, 1)[0]?.end();
  await setImmediate();
}

describe('chunks of a large batch', () => {
  it.each([4, 5] as const)('of class %i keep every thread at work, but for the reserved one', (callerClass) => {
    ask(callerClass, 1000);
    expect([count('common'), count('reserved')]).toEqual([3, 0]);
  });

  it('are in nobody’s way who waits', () => {
    ask(5, 1000);
    ask(2, 1);
    expect(underWay.at(-1)).toMatchObject({ desk: 'reserved', rows: 1 });
  });

  it('leave a thread aside that is nobody else’s: the next person waits behind the one before, not for a turn', async () => {
    ask(5, 1000);
    ask(2, 1);
    await endOne('common');
    await endOne('common');
    ask(2, 1);
    expect([count('common'), count('reserved')]).toEqual([1, 2]);
  });

  it('leave a thread free while people ask, and take it again when they are gone', async () => {
    ask(5, 1000);
    ask(1, 1);
    await endOne('reserved');
    for (let turn = 0; turn < 5; turn += 1) await endOne('common');
    expect(count('common')).toBe(1);
    ms += 499;
    await endOne('common');
    expect(count('common')).toBe(1);
    ms += 1;
    await endOne('common');
    expect(count('common')).toBe(3);
  });

  it('let others have the core between rows while people ask, and not before or after', async () => {
    ask(5, 1000);
    const newest = () => underWay.findLast(({ ofLarge }) => ofLarge)?.givesWay;
    expect(newest()).toBe(false);
    ask(2, 1);
    for (let turn = 0; turn < 5; turn += 1) await endOne('common');
    expect(newest()).toBe(true);
    expect(underWay.find(({ desk }) => desk === 'reserved')?.givesWay).toBe(false);
    ms += 500;
    await endOne('common');
    expect(newest()).toBe(false);
  });

  it('go on at full pace beside what no person waits for', async () => {
    ask(5, 1000);
    ask(3, 1);
    for (let turn = 0; turn < 5; turn += 1) await endOne('common');
    expect(count('common')).toBe(3);
  });
});

describe('many who wait', () => {
  it('are shared out over all threads', () => {
    for (let each = 0; each < 10; each += 1) ask(2, 1);
    expect([count('reserved'), count('common')]).toEqual([2, 4]);
  });

  it('do not keep a large batch from going on, however many more of them come', async () => {
    for (let each = 0; each < 20; each += 1) ask(2, 1);
    ask(5, 320);
    let turns = 0;
    for (; turns < 2000 && !underWay.some(({ ofLarge }) => ofLarge); turns += 1) {
      ask(2, 1);
      underWay.shift()?.end();
      await setImmediate();
    }
    expect(turns).toBeLessThan(2000);
  });
});
