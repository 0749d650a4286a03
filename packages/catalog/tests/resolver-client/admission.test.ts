import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { makeInputs } from './samples.ts';
import { faultOf, makeGateway } from './test-gateway.ts';
import { holdReplies, replyAll, replyInTurn, replyStatus, startTestResolver } from './test-resolver.ts';

let resolver: Awaited<ReturnType<typeof startTestResolver>>;
beforeAll(async () => {
  resolver = await startTestResolver();
});
beforeEach(() => resolver.reset());
afterAll(() => resolver.close());

const pause = (ms: number) => new Promise((go) => setTimeout(go, ms));
const once = { maxAttempts: 1 };

describe('the limiter', () => {
  it('keeps under its cap however many ask', async () => {
    resolver.reset(async (...args) => {
      await pause(10);
      await replyAll(...args);
    });
    const { gateway } = makeGateway({
      baseUrl: resolver.baseUrl,
      policies: { classes: { batch: { limiter: { maxConcurrent: 3 } } } },
    });
    const outcomes = await Promise.all(
      Array.from({ length: 30 }, () => gateway.bulkResolve(makeInputs(2), { caller: 'pull' })),
    );
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(Array(30).fill('answered'));
    expect(resolver.state.mostOpen).toBe(3);
  });

  it('sheds who waited long enough; one class does not hold up another', async () => {
    const hold = holdReplies();
    resolver.reset(hold.reply);
    const { gateway, events } = makeGateway({
      baseUrl: resolver.baseUrl,
      policies: { classes: { batch: { limiter: { maxConcurrent: 1, maxQueueWaitMs: 50 } } } },
    });
    const holder = gateway.bulkResolve(makeInputs(2), { caller: 'pull' });
    expect(await gateway.bulkResolve(makeInputs(3), { caller: 'drift' })).toEqual({
      outcome: 'shed',
      reason: 'limiter_saturated',
    });
    expect(gateway.inspect().batch).toMatchObject({ active: 1, queued: 0 });
    expect(events).toEqual([{ type: 'shed', caller: 'drift', reason: 'limiter_saturated' }]);
    const other = gateway.bulkResolve(makeInputs(4), { caller: 'push' });
    hold.open();
    expect([(await holder).outcome, (await other).outcome]).toEqual(['answered', 'answered']);
    expect(resolver.asked.map(({ inputs }) => inputs.length).sort()).toEqual([2, 4]);
  });

  it('makes nobody wait longer than their call may take', async () => {
    const hold = holdReplies();
    resolver.reset(hold.reply);
    const { gateway } = makeGateway({
      baseUrl: resolver.baseUrl,
      policies: {
        callers: { add_form: { timeoutMs: 60, totalMs: 60 } },
        classes: { interactive: { limiter: { maxConcurrent: 1 } } },
      },
    });
    const holder = gateway.bulkResolve(makeInputs(2), { caller: 'refresh' });
    const startedAt = performance.now();
    expect((await gateway.bulkResolve(makeInputs(2), { caller: 'add_form' })).outcome).toBe('shed');
    expect(performance.now() - startedAt).toBeLessThan(1_000);
    hold.open();
    await holder;
  });

  it('lets a waiter give up', async () => {
    const hold = holdReplies();
    resolver.reset(hold.reply);
    const { gateway } = makeGateway({
      baseUrl: resolver.baseUrl,
      policies: { classes: { batch: { limiter: { maxConcurrent: 1 } } } },
    });
    const holder = gateway.bulkResolve(makeInputs(2), { caller: 'pull' });
    const giveUp = new AbortController();
    const waiting = gateway.bulkResolve(makeInputs(2), { caller: 'pull', signal: giveUp.signal });
    await pause(10);
    giveUp.abort();
    expect(faultOf(await waiting).code).toBe('aborted');
    expect(gateway.inspect().batch).toEqual({ breaker: 'closed', active: 1, queued: 0 });
    hold.open();
    await holder;
    expect(resolver.asked).toHaveLength(1);
  });
});

describe('the breaker', () => {
  const policies = {
    callers: { pull: { timeoutMs: 50, totalMs: 50 } },
    classes: { batch: { breaker: { openMs: 400 }, retry: once } },
  };

  it.each([
    ['timeouts', () => undefined],
    ['502', replyStatus(502)],
    ['503', replyStatus(503)],
    ['504', replyStatus(504)],
  ])('opens after five %s, then asks once, and closes on the answer', async (_what, reply) => {
    resolver.reset(reply);
    const { gateway, events } = makeGateway({ baseUrl: resolver.baseUrl, policies });
    const ask = () => gateway.bulkResolve(makeInputs(2), { caller: 'pull' });
    for (let call = 0; call < 5; call += 1) expect((await ask()).outcome).toBe('failed');
    expect(await ask()).toEqual({ outcome: 'shed', reason: 'breaker_open' });
    expect(resolver.asked).toHaveLength(5);
    expect((await gateway.bulkResolve(makeInputs(2), { caller: 'drift' })).outcome).toBe('shed');
    await pause(420);
    const hold = holdReplies();
    resolver.reset(hold.reply);
    const probe = gateway.bulkResolve(makeInputs(2), { caller: 'drift' });
    expect((await Promise.all([ask(), ask()])).map(({ outcome }) => outcome)).toEqual(['shed', 'shed']);
    hold.open();
    expect((await probe).outcome).toBe('answered');
    expect(resolver.asked).toHaveLength(1);
    const changes = events.flatMap((event) => (event.type === 'breaker' ? [event.state] : []));
    expect(changes).toEqual(['open', 'half_open', 'closed']);
  });

  it('opens after five sheds by the limiter', async () => {
    const hold = holdReplies();
    resolver.reset(hold.reply);
    const { gateway } = makeGateway({
      baseUrl: resolver.baseUrl,
      policies: { classes: { batch: { limiter: { maxConcurrent: 1, maxQueueWaitMs: 20 } } } },
    });
    const ask = () => gateway.bulkResolve(makeInputs(2), { caller: 'pull' });
    const holder = ask();
    const sheds = await Promise.all([ask(), ask(), ask(), ask(), ask()]);
    expect(sheds).toEqual(Array(5).fill({ outcome: 'shed', reason: 'limiter_saturated' }));
    expect(await ask()).toEqual({ outcome: 'shed', reason: 'breaker_open' });
    hold.open();
    await holder;
  });

  it.each([400, 401, 404, 422, 429, 500])('stays closed over quick answers of %i', async (status) => {
    resolver.reset(replyStatus(status));
    const { gateway } = makeGateway({ baseUrl: resolver.baseUrl, policies });
    for (let call = 0; call < 7; call += 1) await gateway.bulkResolve(makeInputs(2), { caller: 'pull' });
    expect(resolver.asked).toHaveLength(7);
    expect(gateway.inspect().batch.breaker).toBe('closed');
  });

  it('turns back who stood in line when it opened', async () => {
    resolver.reset(async (...args) => {
      await pause(30);
      await replyStatus(503)(...args);
    });
    const { gateway } = makeGateway({
      baseUrl: resolver.baseUrl,
      policies: { classes: { batch: { limiter: { maxConcurrent: 5 }, retry: once } } },
    });
    const outcomes = await Promise.all(
      Array.from({ length: 12 }, () => gateway.bulkResolve(makeInputs(2), { caller: 'pull' })),
    );
    expect(resolver.asked.length).toBeLessThan(10);
    expect(outcomes.filter(({ outcome }) => outcome === 'shed')).toHaveLength(12 - resolver.asked.length);
    expect(gateway.inspect().batch).toEqual({ breaker: 'open', active: 0, queued: 0 });
  });

  it('keeps the fault when it opens between two requests of a call', async () => {
    resolver.reset(replyInTurn(replyStatus(503)));
    const { gateway, events } = makeGateway({
      baseUrl: resolver.baseUrl,
      policies: { classes: { batch: { breaker: { failures: 2 }, retry: { maxAttempts: 4, backoffMs: 2 } } } },
    });
    expect(faultOf(await gateway.bulkResolve(makeInputs(2), { caller: 'pull' })).status).toBe(503);
    expect(resolver.asked).toHaveLength(2);
    expect(events.at(-1)).toEqual({ type: 'shed', caller: 'pull', reason: 'breaker_open' });
  });

  it('learns nothing from a caller who gives up while asking', async () => {
    const { gateway } = makeGateway({
      baseUrl: resolver.baseUrl,
      policies: { classes: { batch: { breaker: { failures: 2 }, retry: once } } },
    });
    const ask = (signal?: AbortSignal) => gateway.bulkResolve(makeInputs(2), { caller: 'drift', signal });
    resolver.reset(replyStatus(503));
    await ask();
    resolver.reset(() => undefined);
    const giveUp = new AbortController();
    const left = ask(giveUp.signal);
    while (resolver.asked.length === 0) await pause(5);
    giveUp.abort();
    expect(faultOf(await left).code).toBe('aborted');
    expect(gateway.inspect().batch.breaker).toBe('closed');
    resolver.reset(replyStatus(503));
    await ask();
    expect(gateway.inspect().batch.breaker).toBe('open');
  });

  it('is each gateway’s own', async () => {
    resolver.reset(replyStatus(503));
    const one = makeGateway({ baseUrl: resolver.baseUrl, policies }).gateway;
    const other = makeGateway({ baseUrl: resolver.baseUrl, policies }).gateway;
    for (let call = 0; call < 6; call += 1) await one.bulkResolve(makeInputs(2), { caller: 'pull' });
    expect([one.inspect().batch.breaker, other.inspect().batch.breaker]).toEqual(['open', 'closed']);
  });
});
