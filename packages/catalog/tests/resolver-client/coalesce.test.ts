import { afterEach, describe, expect, it, vi } from 'vitest';
import { Coalescer } from '../../src/resolver-client/coalesce.ts';
import type { Answered } from '../../src/resolver-client/outcome.ts';
import type { Question } from '../../src/resolver-client/question.ts';
import { makeAnswer, makeInput, makeResult } from './samples.ts';

function makeAnswered(): Answered {
  return {
    outcome: 'answered',
    results: [makeResult()],
    foreign: [],
    cacheStats: makeAnswer([]).cache_stats,
    contractVersion: 1,
    resolverVersion: 'r',
    snapshot: 's',
    tracksContractVersion: null,
    from: 'request',
  };
}

function makeQuestion(artist = 'Stereolab'): Question {
  const inputs = [makeInput({ artist_name: artist })];
  return { inputs, caller: 'add_form', includeTracks: false, signal: undefined };
}

afterEach(() => {
  vi.useRealTimers();
});

describe('memory', () => {
  it('has the answer before the flight is gone: at no moment between is the question asked again', async () => {
    const ask = vi.fn(() => landing.promise);
    const landing = Promise.withResolvers<Answered>();
    const coalescer = new Coalescer(ask);
    const seen = [coalescer.ask(makeQuestion(), false)];
    landing.resolve(makeAnswered());
    for (let moment = 0; moment < 40; moment += 1) {
      seen.push(coalescer.ask(makeQuestion(), false));
      await Promise.resolve();
    }
    const froms = (await Promise.all(seen)).map((outcome) => (outcome as Answered).from);
    expect(ask).toHaveBeenCalledTimes(1);
    expect(new Set(froms)).toEqual(new Set(['request', 'in_flight', 'memory']));
  });

  it('lasts five minutes', async () => {
    vi.useFakeTimers();
    // lru-cache takes an entry of the clock's very zero for one that never ends.
    vi.advanceTimersByTime(1_000);
    const ask = vi.fn(() => Promise.resolve(makeAnswered()));
    const coalescer = new Coalescer(ask);
    await coalescer.ask(makeQuestion(), false);
    vi.advanceTimersByTime(5 * 60_000 - 1_000);
    await coalescer.ask(makeQuestion(), false);
    expect(ask).toHaveBeenCalledTimes(1);
    vi.advanceTimersByTime(2_000);
    await coalescer.ask(makeQuestion(), false);
    expect(ask).toHaveBeenCalledTimes(2);
  });

  it('holds a thousand, and forgets what was asked for longest ago', async () => {
    const ask = vi.fn(() => Promise.resolve(makeAnswered()));
    const coalescer = new Coalescer(ask);
    for (let artist = 0; artist <= 1_000; artist += 1) await coalescer.ask(makeQuestion(`${artist}`), false);
    await coalescer.ask(makeQuestion('1'), false);
    expect(ask).toHaveBeenCalledTimes(1_001);
    await coalescer.ask(makeQuestion('0'), false);
    expect(ask).toHaveBeenCalledTimes(1_002);
  });

  it('lets a mistake of ours through to all who wait, and asks again after it', async () => {
    const ask = vi.fn(() => Promise.resolve(makeAnswered()));
    ask.mockRejectedValueOnce(new TypeError('ours'));
    const coalescer = new Coalescer(ask);
    const both = await Promise.allSettled([coalescer.ask(makeQuestion(), false), coalescer.ask(makeQuestion(), false)]);
    expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(await coalescer.ask(makeQuestion(), false)).toMatchObject({ from: 'request' });
  });
});
