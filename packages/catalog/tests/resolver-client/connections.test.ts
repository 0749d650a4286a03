import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { makeInput, makeInputs } from './samples.ts';
import { faultOf, makeGateway } from './test-gateway.ts';
import { holdReplies, type Reply, startTestResolver } from './test-resolver.ts';

let resolver: Awaited<ReturnType<typeof startTestResolver>>;
beforeAll(async () => {
  resolver = await startTestResolver();
});
beforeEach(() => resolver.reset());
afterAll(() => resolver.close());

const reset: Reply = (_asked, _response, request) => {
  request.socket.resetAndDestroy();
};
const half: Reply = (_asked, response) => {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': '5000' });
  response.write('{"results":[');
  setTimeout(() => response.destroy(), 20);
};
const halfInChunks: Reply = (_asked, response) => {
  response.writeHead(200, { 'content-type': 'application/json' });
  response.write('{"results":[');
  setTimeout(() => response.destroy(), 20);
};
const slowBody: Reply = (_asked, response) => {
  response.writeHead(200, { 'content-type': 'application/json' });
  const drip = setInterval(() => response.write(' '), 20);
  response.once('close', () => clearInterval(drip));
};
const never: Reply = () => undefined;

const impatient = { callers: { refresh: { timeoutMs: 150, totalMs: 150 } } };

describe('a connection', () => {
  it.each([
    ['reset', reset],
    ['cut in the middle of the answer', half],
    ['cut in the middle of a chunked answer', halfInChunks],
  ])('that is %s is a network fault', async (_what, reply) => {
    resolver.reset(reply);
    const { gateway } = makeGateway({ baseUrl: resolver.baseUrl });
    const fault = faultOf(await gateway.bulkResolve([makeInput()], { caller: 'refresh' }));
    expect(fault).toMatchObject({
      name: 'ResolverNetworkError',
      status: null,
      code: 'network',
      retryable: true,
      gatewayStatus: 502,
    });
    expect(fault.cause).toBeInstanceOf(TypeError);
  });

  it('that is refused says so, with the driver’s own word', async () => {
    const gone = createServer();
    await new Promise<void>((go) => gone.listen(0, '127.0.0.1', go));
    const { port } = gone.address() as AddressInfo;
    await new Promise((go) => gone.close(go));
    const { gateway } = makeGateway({ baseUrl: `http://127.0.0.1:${port}` });
    const fault = faultOf(await gateway.bulkResolve(makeInputs(2), { caller: 'push' }));
    expect(fault.code).toBe('network');
    expect(fault.message).toContain(`ECONNREFUSED 127.0.0.1:${port}`);
  });

  it.each([
    ['no answer', never],
    ['a body without end', slowBody],
  ])('with %s is a timeout', async (_what, reply) => {
    resolver.reset(reply);
    const { gateway } = makeGateway({ baseUrl: resolver.baseUrl, policies: impatient });
    const startedAt = performance.now();
    const fault = faultOf(await gateway.bulkResolve([makeInput()], { caller: 'refresh' }));
    expect(performance.now() - startedAt).toBeLessThan(2_000);
    expect(fault).toMatchObject({
      name: 'ResolverTimeoutError',
      status: null,
      code: 'timeout',
      retryable: true,
      gatewayStatus: 504,
    });
    expect(gateway.inspect().interactive.active).toBe(0);
  });

  it('asks again after timeouts, within the time of the call', async () => {
    resolver.reset(never);
    const policies = {
      callers: { pull: { timeoutMs: 100, totalMs: 250 } },
      classes: { batch: { retry: { maxAttempts: 50, backoffMs: 5, maxBackoffMs: 5 } } },
    };
    const { gateway } = makeGateway({ baseUrl: resolver.baseUrl, policies });
    const startedAt = performance.now();
    expect(faultOf(await gateway.bulkResolve(makeInputs(2), { caller: 'pull' })).code).toBe('timeout');
    expect(performance.now() - startedAt).toBeLessThan(1_000);
    expect(resolver.asked.length).toBeGreaterThanOrEqual(2);
    expect(resolver.asked.length).toBeLessThanOrEqual(4);
  });
});

describe('a caller who gives up', () => {
  it.each(['pull', 'refresh'] as const)('ends the request of %s, and it is no timeout', async (caller) => {
    const hold = holdReplies();
    resolver.reset(hold.reply);
    const { gateway } = makeGateway({ baseUrl: resolver.baseUrl });
    const giveUp = new AbortController();
    const outcome = gateway.bulkResolve([makeInput()], { caller, signal: giveUp.signal });
    while (resolver.asked.length === 0) await new Promise((go) => setTimeout(go, 5));
    giveUp.abort(new Error('left the page'));
    const fault = faultOf(await outcome);
    expect(fault).toMatchObject({ name: 'ResolverAbortedError', code: 'aborted', retryable: false });
    expect(fault.cause).toMatchObject({ message: 'left the page' });
    // The connection goes too, and the permit comes back.
    while (resolver.state.open > 0) await new Promise((go) => setTimeout(go, 5));
    for (const lane of Object.values(gateway.inspect())) {
      expect(lane).toEqual({ breaker: 'closed', active: 0, queued: 0 });
    }
    expect(resolver.asked).toHaveLength(1);
    hold.open();
  });

  it.each(['pull', 'refresh'] as const)('before %s asks, asks nobody', async (caller) => {
    const { gateway } = makeGateway({ baseUrl: resolver.baseUrl });
    const outcome = await gateway.bulkResolve([makeInput()], { caller, signal: AbortSignal.abort() });
    expect(faultOf(outcome).code).toBe('aborted');
    expect(resolver.asked).toHaveLength(0);
  });
});
