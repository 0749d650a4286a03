import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ResolverAuthError, ResolverRequestError } from '../../src/resolver-client/faults.ts';
import { makeAnswer, makeInput, makeInputs, makeResult, problem, secret } from './samples.ts';
import { answerOf, faultOf, makeGateway } from './test-gateway.ts';
import { replyAll, replyInTurn, replyJson, replyStatus, startTestResolver } from './test-resolver.ts';

let resolver: Awaited<ReturnType<typeof startTestResolver>>;
beforeAll(async () => {
  resolver = await startTestResolver();
});
beforeEach(() => resolver.reset());
afterAll(() => resolver.close());

describe('an answer', () => {
  it('brings a verdict for each input, and what it was decided by', async () => {
    const { gateway, events } = makeGateway({ baseUrl: `${resolver.baseUrl}/api/v1/` });
    const outcome = answerOf(await gateway.bulkResolve(makeInputs(3), { caller: 'pull', includeTracks: true }));
    expect(outcome.results).toEqual(makeAnswer([1, 2, 3]).results);
    expect(outcome).toMatchObject({
      foreign: [],
      contractVersion: 1,
      resolverVersion: '0.1.0+model.1',
      snapshot: '2026-09-01-0123456789ab',
      tracksContractVersion: null,
      cacheStats: { memory_hits: 2 },
      from: 'request',
    });
    expect(resolver.asked[0]).toMatchObject({
      url: '/api/v1/identity/bulk-resolve-libraries',
      body: { inputs: makeInputs(3), include_tracks: true },
      headers: { authorization: `Bearer ${secret}`, 'x-caller-class': '5', 'x-caller-reason': 'pull' },
    });
    expect(events).toEqual([expect.objectContaining({ type: 'answered', caller: 'pull', inputs: 3, missing: 0 })]);
  });

  it.each([
    ['1: their tracks count', 1, { tracks_attempted: true, tracks: [] }],
    ['null, though the key is there: no tracks were gone through', null, { tracks_attempted: null, tracks: null }],
  ] as const)('names the contract of its tracks by %s', async (_what, tracks_contract_version, expected) => {
    const results = [makeResult({ library_id: 1, kind: 'compilation', tracks_attempted: true, tracks: [] })];
    resolver.reset((_asked, response) => replyJson(response, makeAnswer([], { results, tracks_contract_version })));
    const { gateway } = makeGateway({ baseUrl: resolver.baseUrl });
    const outcome = answerOf(await gateway.bulkResolve(makeInputs(1), { caller: 'pull', includeTracks: true }));
    expect(outcome.results).toMatchObject([{ kind: 'compilation', ...expected }]);
  });

  it('keeps its good rows when others are missing, double, foreign or malformed', async () => {
    resolver.reset((_asked, response) =>
      replyJson(response, { ...makeAnswer([1]), results: [...makeAnswer([9, 3, 1, 3]).results, { library_id: 4 }] }),
    );
    const { gateway, events } = makeGateway({ baseUrl: resolver.baseUrl });
    const outcome = answerOf(await gateway.bulkResolve(makeInputs(5), { caller: 'pull' }));
    expect(outcome.results.slice(1)).toEqual(['missing', 'untrusted', 'untrusted', 'missing']);
    expect(outcome.results[0]).toMatchObject({ library_id: 1, kind: 'unresolved' });
    expect(outcome.foreign).toEqual([9]);
    expect(events).toEqual([expect.objectContaining({ missing: 2, untrusted: 2, foreign: 1 })]);
  });

  it.each([
    ['no JSON', '<html>'],
    ['empty', ''],
    ['cut JSON', '{"results": ['],
    ['another JSON', '{"ok":true}'],
  ])('that is %s is a fault, and not asked for again', async (_what, text) => {
    resolver.reset((_asked, response) => {
      response.writeHead(200, { 'content-type': 'application/json' }).end(text);
    });
    const { gateway } = makeGateway({ baseUrl: resolver.baseUrl });
    const fault = faultOf(await gateway.bulkResolve(makeInputs(2), { caller: 'pull' }));
    expect(fault).toMatchObject({ code: 'invalid_answer', status: 200, retryable: false });
    expect(resolver.asked).toHaveLength(1);
  });

  it('survives a listener that throws', async () => {
    const onEvent = () => {
      throw new Error('full disk');
    };
    const { gateway } = makeGateway({ baseUrl: resolver.baseUrl, onEvent });
    expect((await gateway.bulkResolve([makeInput()], { caller: 'pull' })).outcome).toBe('answered');
  });
});

describe('a status', () => {
  it.each([
    [301, 'ResolverRequestError', false, 502],
    [400, 'ResolverRequestError', false, 400],
    [401, 'ResolverAuthError', false, 502],
    [403, 'ResolverAuthError', false, 502],
    [404, 'ResolverRequestError', false, 404],
    [413, 'ResolverRequestError', false, 413],
    [422, 'ResolverRequestError', false, 422],
    [429, 'ResolverUnavailableError', true, 503],
    [500, 'ResolverUpstreamError', true, 502],
    [502, 'ResolverUpstreamError', true, 502],
    [503, 'ResolverUnavailableError', true, 503],
    [504, 'ResolverUpstreamError', true, 504],
  ])('%i is a %s', async (status, name, retryable, gatewayStatus) => {
    resolver.reset(replyStatus(status, { location: 'http://127.0.0.1:1/' }));
    const { gateway } = makeGateway({ baseUrl: resolver.baseUrl });
    const fault = faultOf(await gateway.bulkResolve([makeInput()], { caller: 'refresh' }));
    expect(fault).toMatchObject({ name, status, code: `http_${status}`, retryable, gatewayStatus, problem: null });
    expect(resolver.asked).toHaveLength(1);
  });

  it('brings the problem with it', async () => {
    const invalid = {
      ...problem,
      status: 422,
      code: 'invalid_input',
      errors: [{ pointer: '/inputs/0', message: 'no' }],
    };
    resolver.reset(replyStatus(422, {}, invalid));
    const { gateway } = makeGateway({ baseUrl: resolver.baseUrl });
    const fault = faultOf(await gateway.bulkResolve([makeInput()], { caller: 'push' }));
    expect(fault).toBeInstanceOf(ResolverRequestError);
    expect(fault).toMatchObject({ code: 'invalid_input', problem: { errors: [{ pointer: '/inputs/0' }] } });
    expect(fault.message).toContain(problem.detail);
  });

  it.each([401, 403])(
    '%i stops at once, names the token by its ends, and counts as a healthy answer',
    async (status) => {
      resolver.reset(replyStatus(status));
      const { gateway, events } = makeGateway({ baseUrl: resolver.baseUrl });
      for (let call = 1; call <= 6; call += 1) {
        const fault = faultOf(await gateway.bulkResolve(makeInputs(2), { caller: 'pull' }));
        expect(fault).toBeInstanceOf(ResolverAuthError);
        expect(fault.message).toContain('tok-…wxyz');
        expect(resolver.asked).toHaveLength(call);
      }
      expect(gateway.inspect().batch.breaker).toBe('closed');
      expect(JSON.stringify(events) + events.map((event) => ('fault' in event ? event.fault.stack : ''))).not.toContain(
        secret,
      );
    },
  );

  it('counts though its body breaks off', async () => {
    resolver.reset((_asked, response) => {
      response.writeHead(403, { 'content-length': '100' });
      response.write('{"type":');
      setTimeout(() => response.destroy(), 20);
    });
    const { gateway } = makeGateway({ baseUrl: resolver.baseUrl });
    const fault = faultOf(await gateway.bulkResolve([makeInput()], { caller: 'pull' }));
    expect(fault).toMatchObject({ name: 'ResolverAuthError', status: 403 });
    expect(fault.cause).toBeInstanceOf(Error);
  });
});

describe('asking again', () => {
  it('brings the answer after faults that pass', async () => {
    resolver.reset(replyInTurn(replyStatus(500), replyStatus(429), replyStatus(503), replyAll));
    const { gateway, events } = makeGateway({ baseUrl: resolver.baseUrl });
    const outcome = await gateway.bulkResolve(makeInputs(2), { caller: 'pull' });
    expect(outcome.outcome).toBe('answered');
    expect(resolver.asked).toHaveLength(4);
    expect(events.map((event) => event.type)).toEqual(['failed', 'failed', 'failed', 'answered']);
  });

  it('ends with the last fault after so many requests', async () => {
    resolver.reset(replyStatus(500));
    const { gateway, events } = makeGateway({ baseUrl: resolver.baseUrl });
    expect(faultOf(await gateway.bulkResolve(makeInputs(2), { caller: 'push' })).status).toBe(500);
    expect(resolver.asked).toHaveLength(3);
    expect(events.at(-1)).toMatchObject({ attempt: 3, retryInMs: null });
    // Quick answers, all of them.
    expect(gateway.inspect().background.breaker).toBe('closed');
  });

  it.each([
    ['seconds', () => '1', 1_000],
    // A date has no milliseconds, so it may say up to one second less.
    ['a date', () => new Date(Date.now() + 2_000).toUTCString(), 900],
  ])('waits as long as Retry-After says in %s', async (_what, after, leastMs) => {
    resolver.reset(replyInTurn((...args) => replyStatus(503, { 'retry-after': after() }, problem)(...args), replyAll));
    const { gateway } = makeGateway({ baseUrl: resolver.baseUrl });
    expect((await gateway.bulkResolve(makeInputs(2), { caller: 'push' })).outcome).toBe('answered');
    expect(resolver.asked[1]!.atMs - resolver.asked[0]!.atMs).toBeGreaterThanOrEqual(leastMs);
  });

  it('does not begin a wait that outlasts the call', async () => {
    resolver.reset(replyStatus(503, { 'retry-after': '60' }, problem));
    const { gateway } = makeGateway({ baseUrl: resolver.baseUrl });
    const fault = faultOf(await gateway.bulkResolve(makeInputs(2), { caller: 'push' }));
    expect(fault).toMatchObject({ code: 'snapshot_not_loaded', retryAfterMs: 60_000, retryable: true });
    expect(resolver.asked).toHaveLength(1);
  });

  it('holds no permit while it waits, and takes one for each request', async () => {
    resolver.reset(replyInTurn(replyStatus(500), replyAll));
    const { gateway } = makeGateway({
      baseUrl: resolver.baseUrl,
      policies: { classes: { batch: { limiter: { maxConcurrent: 1 }, retry: { backoffMs: 400 } } } },
    });
    const first = gateway.bulkResolve(makeInputs(2), { caller: 'pull' });
    while (resolver.asked.length < 1 || gateway.inspect().batch.active > 0)
      await new Promise((go) => setTimeout(go, 5));
    expect((await gateway.bulkResolve(makeInputs(3), { caller: 'drift' })).outcome).toBe('answered');
    expect(resolver.asked.map((asked) => asked.inputs.length)).toEqual([2, 3]);
    expect((await first).outcome).toBe('answered');
    expect(gateway.inspect().batch).toEqual({ breaker: 'closed', active: 0, queued: 0 });
  });

  it('ends while it waits when the caller gives up', async () => {
    resolver.reset(replyStatus(503, { 'retry-after': '20' }));
    const { gateway } = makeGateway({ baseUrl: resolver.baseUrl });
    const giveUp = new AbortController();
    const outcome = gateway.bulkResolve(makeInputs(2), { caller: 'pull', signal: giveUp.signal });
    setTimeout(() => giveUp.abort(), 100);
    expect(faultOf(await outcome).code).toBe('aborted');
  });
});

it('throws a mistake of ours instead of calling it an outage', async () => {
  const { gateway } = makeGateway({ baseUrl: resolver.baseUrl });
  const wrong = makeInput({ library_id: 1n as never });
  await expect(gateway.bulkResolve([wrong, wrong], { caller: 'pull' })).rejects.toThrow(/BigInt/);
  expect(resolver.asked).toHaveLength(0);
  expect(gateway.inspect().batch.active).toBe(0);
});
