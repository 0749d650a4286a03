import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Limiter, type Permit } from '../../src/resolver-client/limiter.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  expect(vi.getTimerCount()).toBe(0);
  vi.useRealTimers();
});

async function take(limiter: Limiter, maxWaitMs = 5_000): Promise<Permit> {
  const permit = await limiter.acquire(maxWaitMs);
  if (typeof permit === 'string') throw new Error(permit);
  return permit;
}

describe('at once', () => {
  it('lets through as many as may, and the next as one leaves, first come first served', async () => {
    const limiter = new Limiter({ maxConcurrent: 2, maxPerMinute: null });
    const [first, second] = [await take(limiter), await take(limiter)];
    const order: string[] = [];
    const arrive = async (name: string) => {
      const permit = await take(limiter);
      order.push(name);
      return permit;
    };
    const third = arrive('third');
    const fourth = arrive('fourth');
    expect([limiter.active, limiter.queued]).toEqual([2, 2]);
    first.release();
    first.release();
    await third;
    expect([limiter.active, limiter.queued, ...order]).toEqual([2, 1, 'third']);
    second.release();
    for (const permit of [await third, await fourth]) permit.release();
    expect([limiter.active, limiter.queued]).toEqual([0, 0]);
  });

  it('sheds who waited long enough, and the waiter is gone', async () => {
    const limiter = new Limiter({ maxConcurrent: 1, maxPerMinute: null });
    const holder = await take(limiter);
    const shed = limiter.acquire(5_000);
    await vi.advanceTimersByTimeAsync(4_999);
    expect(limiter.queued).toBe(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(await shed).toBe('saturated');
    expect(limiter.queued).toBe(0);
    // The permit goes to whoever comes next, not to the one who left.
    holder.release();
    (await take(limiter)).release();
    expect(limiter.active).toBe(0);
  });

  it('lets a waiter give up', async () => {
    const limiter = new Limiter({ maxConcurrent: 1, maxPerMinute: null });
    const holder = await take(limiter);
    const giveUp = new AbortController();
    const waiting = limiter.acquire(5_000, giveUp.signal);
    giveUp.abort();
    expect(await waiting).toBe('aborted');
    expect(limiter.queued).toBe(0);
    holder.release();
    expect(await limiter.acquire(5_000, giveUp.signal)).toBe('aborted');
    expect(limiter.active).toBe(0);
  });
});

describe('by the minute', () => {
  it('spends a burst, then fills evenly', async () => {
    const limiter = new Limiter({ maxConcurrent: 100, maxPerMinute: 6 });
    const admittedAt: number[] = [];
    const startedAt = performance.now();
    const waiters = Array.from({ length: 9 }, () =>
      take(limiter, 60_000).then((permit) => {
        admittedAt.push(performance.now() - startedAt);
        permit.release();
      }),
    );
    await vi.advanceTimersByTimeAsync(40_000);
    await Promise.all(waiters);
    // One each 60 s / 6 = 10 s, once the six in hand are spent.
    expect(admittedAt.map((ms) => Math.round(ms / 100) * 100)).toEqual([0, 0, 0, 0, 0, 0, 10_000, 20_000, 30_000]);
  });

  it('never lets through more than burst and refill, however many wake', async () => {
    const limiter = new Limiter({ maxConcurrent: 100, maxPerMinute: 10 });
    let admitted = 0;
    const waiters = Array.from({ length: 50 }, () =>
      limiter.acquire(120_000).then((permit) => {
        if (typeof permit === 'string') return;
        admitted += 1;
        permit.release();
      }),
    );
    for (let second = 1; second <= 120; second += 1) {
      await vi.advanceTimersByTimeAsync(1_000);
      expect(admitted).toBeLessThanOrEqual(10 + Math.floor(second / 6));
    }
    await Promise.all(waiters);
    expect(admitted).toBeGreaterThanOrEqual(29);
    expect(limiter.queued).toBe(0);
  });

  it('gives no token back to one who let go', async () => {
    const limiter = new Limiter({ maxConcurrent: 5, maxPerMinute: 1 });
    (await take(limiter)).release();
    const shed = limiter.acquire(5_000);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(await shed).toBe('saturated');
  });
});
