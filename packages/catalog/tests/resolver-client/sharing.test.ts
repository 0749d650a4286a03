import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { makeAnswer, makeInput, makeInputs, makeResult } from './samples.ts';
import { answerOf, faultOf, makeGateway } from './test-gateway.ts';
import { holdReplies, replyAll, replyInTurn, replyJson, replyStatus, startTestResolver } from './test-resolver.ts';

let resolver: Awaited<ReturnType<typeof startTestResolver>>;
beforeAll(async () => {
  resolver = await startTestResolver();
});
beforeEach(() => resolver.reset());
afterAll(() => resolver.close());

const add = { caller: 'add_form' } as const;
const refresh = { caller: 'refresh' } as const;

describe('equal questions', () => {
  it('at the same time make one request, and each gets the answer under its own number', async () => {
    const hold = holdReplies();
    resolver.reset(hold.reply);
    const { gateway, events } = makeGateway({ baseUrl: resolver.baseUrl });
    const asked = [
      gateway.bulkResolve([makeInput({ library_id: 7 })], refresh),
      gateway.bulkResolve([makeInput({ library_id: 8, artist_name: ' STEREOLAB ' })], refresh),
    ];
    hold.open();
    const [one, other] = (await Promise.all(asked)).map(answerOf);
    expect(resolver.asked).toHaveLength(1);
    expect(one).toMatchObject({ from: 'request', results: [{ library_id: 7 }] });
    expect(other).toMatchObject({ from: 'in_flight', results: [{ library_id: 8 }] });
    expect(events.filter(({ type }) => type === 'shared')).toEqual([
      { type: 'shared', caller: 'refresh', from: 'in_flight' },
    ]);
  });

  it('later are answered from memory, to any interactive caller', async () => {
    const { gateway } = makeGateway({ baseUrl: resolver.baseUrl });
    await gateway.bulkResolve([makeInput()], refresh);
    const again = answerOf(await gateway.bulkResolve([makeInput({ library_id: 8 })], add));
    expect(again).toMatchObject({ from: 'memory', results: [{ library_id: 8 }] });
    expect(resolver.asked).toHaveLength(1);
  });

  it('asked afresh go out again, and what they bring is remembered', async () => {
    const { gateway } = makeGateway({ baseUrl: resolver.baseUrl });
    await gateway.bulkResolve([makeInput()], refresh);
    resolver.reset((_asked, response) => replyJson(response, makeAnswer([1], { snapshot: 'newer' })));
    expect(answerOf(await gateway.bulkResolve([makeInput()], { ...refresh, fresh: true })).snapshot).toBe('newer');
    expect(answerOf(await gateway.bulkResolve([makeInput()], refresh)).snapshot).toBe('newer');
    expect(resolver.asked).toHaveLength(1);
  });

  it('are frozen to the bottom, being shared', async () => {
    const { gateway } = makeGateway({ baseUrl: resolver.baseUrl });
    for (const from of ['request', 'memory']) {
      const outcome = answerOf(await gateway.bulkResolve([makeInput()], add));
      expect(outcome.from).toBe(from);
      const result = outcome.results[0] as { candidates: { name: string }[]; library_id: number };
      expect(() => {
        result.library_id = 9;
      }).toThrow(TypeError);
      expect(() => {
        result.candidates[0]!.name = 'x';
      }).toThrow(TypeError);
      expect(() => (outcome.results as unknown[]).push(1)).toThrow(TypeError);
    }
  });

  it('of those who do not wait, or of several records, are asked each time', async () => {
    const { gateway } = makeGateway({ baseUrl: resolver.baseUrl });
    for (let call = 0; call < 2; call += 1) {
      await gateway.bulkResolve([makeInput()], { caller: 'push' });
      await gateway.bulkResolve([makeInput()], { caller: 'drift' });
      await gateway.bulkResolve(makeInputs(2), refresh);
    }
    expect(resolver.asked).toHaveLength(6);
  });

  it('do not hold each other to one caller’s patience', async () => {
    const hold = holdReplies();
    resolver.reset(hold.reply);
    const { gateway } = makeGateway({
      baseUrl: resolver.baseUrl,
      policies: { callers: { add_form: { timeoutMs: 80, totalMs: 80 } } },
    });
    const patient = gateway.bulkResolve([makeInput()], refresh);
    expect(faultOf(await gateway.bulkResolve([makeInput()], add)).code).toBe('timeout');
    hold.open();
    expect((await patient).outcome).toBe('answered');
  });
});

describe('what may change in a moment is not remembered', () => {
  const unread = makeResult({
    kind: 'compilation',
    unresolved_reason: 'no_candidate',
    tracks_attempted: false,
    tracks: [],
  });
  const [asked] = makeResult().provenance;
  const thin = makeResult({
    provenance: [{ ...asked!, attempted: false, reason: 'error', candidate_count: null }],
  });
  it.each([
    ['a fault', replyStatus(500)],
    ['a refused token', replyStatus(401)],
    ['no answer at all', replyStatus(200)],
    ['a missing verdict', (...[, response]) => replyJson(response, makeAnswer([]))],
    ['a foreign verdict', (...[, response]) => replyJson(response, makeAnswer([9]))],
    ['a double verdict', (...[, response]) => replyJson(response, makeAnswer([1, 1]))],
    ['unread tracks', (...[, response]) => replyJson(response, { ...makeAnswer([]), results: [unread] })],
    ['a source that failed', (...[, response]) => replyJson(response, { ...makeAnswer([]), results: [thin] })],
  ] satisfies [string, ReturnType<typeof replyStatus>][])('%s', async (_what, reply) => {
    resolver.reset(replyInTurn(reply, replyAll));
    const { gateway } = makeGateway({ baseUrl: resolver.baseUrl });
    const first = await gateway.bulkResolve([makeInput()], refresh);
    expect(first.outcome === 'answered' ? first.from : first.outcome).toMatch(/request|failed/);
    const second = answerOf(await gateway.bulkResolve([makeInput()], refresh));
    expect(second).toMatchObject({ from: 'request', results: [{ kind: 'unresolved' }] });
    expect(resolver.asked).toHaveLength(2);
  });

  it('a shed', async () => {
    const hold = holdReplies();
    resolver.reset(hold.reply);
    const { gateway } = makeGateway({
      baseUrl: resolver.baseUrl,
      policies: { classes: { interactive: { limiter: { maxConcurrent: 1, maxQueueWaitMs: 20 } } } },
    });
    const holder = gateway.bulkResolve([makeInput({ artist_name: 'Broadcast' })], refresh);
    expect((await gateway.bulkResolve([makeInput()], refresh)).outcome).toBe('shed');
    hold.open();
    await holder;
    expect(answerOf(await gateway.bulkResolve([makeInput()], refresh)).from).toBe('request');
  });
});

describe('one of several who gives up', () => {
  it('leaves the others their answer; the last to leave ends the request', async () => {
    const hold = holdReplies();
    resolver.reset(hold.reply);
    const { gateway } = makeGateway({ baseUrl: resolver.baseUrl });
    const [first, second] = [new AbortController(), new AbortController()];
    const outcomes = [first, second].map(({ signal }) => gateway.bulkResolve([makeInput()], { ...refresh, signal }));
    first.abort();
    expect(faultOf((await outcomes[0])!).code).toBe('aborted');
    expect(gateway.inspect().interactive.active).toBe(1);
    second.abort();
    expect(faultOf((await outcomes[1])!).code).toBe('aborted');
    while (gateway.inspect().interactive.active > 0) await new Promise((go) => setTimeout(go, 5));
    hold.open();
    // What nobody waited for is no flight to join.
    resolver.reset();
    expect(answerOf(await gateway.bulkResolve([makeInput()], refresh)).from).toBe('request');
  });

  it('does not take the request that others joined', async () => {
    const hold = holdReplies();
    resolver.reset(hold.reply);
    const { gateway } = makeGateway({ baseUrl: resolver.baseUrl });
    const first = new AbortController();
    const left = gateway.bulkResolve([makeInput()], { ...refresh, signal: first.signal });
    const stays = gateway.bulkResolve([makeInput()], refresh);
    first.abort();
    expect((await left).outcome).toBe('failed');
    hold.open();
    expect(answerOf(await stays).from).toBe('in_flight');
  });
});
