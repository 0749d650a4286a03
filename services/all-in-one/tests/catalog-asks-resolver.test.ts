import { createResolverGateway, type ResolverGateway } from '@deadwax/catalog/resolver-client/gateway';
import { callers } from '@deadwax/catalog/resolver-client/policies';
import { createApp } from '@deadwax/resolver/api/app';
import { createTokenAuthenticator } from '@deadwax/resolver/api/token-authenticator';
import { Engine } from '@deadwax/resolver/engine/engine';
import { workBeside, workHere } from '@deadwax/resolver/engine/workbench';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { toyResolver } from '../../../packages/resolver/tests/api/toy-resolver.ts';

type Batch = Parameters<Engine['ask']>[0];

/** The resolver's own engine, with room for few rows; keeps what it was asked. */
class WatchedEngine extends Engine {
  readonly asked: Batch[] = [];

  override ask(batch: Batch) {
    this.asked.push(batch);
    return super.ask(batch);
  }
}

const token = 'a-token-of-this-test';
const engine = new WatchedEngine({ capacity: 40 });
const app = createApp({ engine, authenticate: createTokenAuthenticator([token]), version: '1.2.3' });
let baseUrl = '';
/** While it is set, the resolver answers nothing. */
let gate: Promise<void> | null = null;

const slowly = workBeside(workHere(toyResolver), (resolver) => ({
  version: resolver.version,
  snapshotId: resolver.snapshotId,
  resolve: async (inputs, options) => {
    await gate;
    return { results: await resolver.resolve(inputs, options), calls: 0, ms: 0 };
  },
}));

beforeAll(async () => {
  engine.serve(slowly);
  baseUrl = await app.listen({ host: '127.0.0.1', port: 0 });
});
beforeEach(() => {
  engine.asked.length = 0;
});
afterAll(async () => {
  await app.close();
  await engine.close();
});

type Options = Partial<Parameters<typeof createResolverGateway>[0]>;

function openGateway(options: Options = {}): ResolverGateway {
  return createResolverGateway({ baseUrl, token, ...options });
}

const inputs = (count: number, first = 1) =>
  Array.from({ length: count }, (_, n) => ({
    library_id: first + n,
    artist_name: n % 3 === 2 ? 'Various' : 'Stereolab',
    album_title: n % 3 === 1 ? '' : `Record ${n}`,
  }));

async function untilWaiting(rows: number): Promise<void> {
  for (let tries = 0; engine.waitingRows < rows; tries += 1) {
    if (tries > 500) throw new Error(`only ${engine.waitingRows} rows wait`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/** Holds the resolver back until the work is through. */
async function whileHeld<T>(work: (release: () => void) => Promise<T>): Promise<T> {
  let release = () => {};
  gate = new Promise((resolve) => {
    release = resolve;
  });
  try {
    return await work(release);
  } finally {
    gate = null;
    release();
  }
}

describe('the catalog asks the resolver over HTTP', () => {
  it('about a page, and takes each of the three kinds for its own row', async () => {
    const asked = inputs(1000);
    const answer = await openGateway().bulkResolve(asked, { caller: 'pull', includeTracks: true });
    if (answer.outcome !== 'answered') throw new Error(JSON.stringify(answer));
    expect(answer).toMatchObject({ contractVersion: 1, resolverVersion: 'toy', snapshot: 'toy-snapshot', foreign: [] });
    expect(answer.tracksContractVersion).toBe(1);
    const kinds = ['single_artist', 'unresolved', 'compilation'];
    const told = answer.results.map((result) =>
      typeof result === 'string' ? result : [result.library_id, result.kind],
    );
    expect(told).toEqual(asked.map(({ library_id }, n) => [library_id, kinds[n % 3]]));
  });

  it('about one record while a person waits', async () => {
    const answer = await openGateway().bulkResolve(inputs(1), { caller: 'add_form' });
    expect(answer).toMatchObject({ outcome: 'answered', results: [{ library_id: 1, kind: 'single_artist' }] });
    expect(engine.asked.map(({ pieces }) => JSON.parse(`[${pieces}]`).flat())).toEqual([
      [expect.objectContaining({ artist_name: 'Stereolab', album_title: 'Record 0' })],
    ]);
  });

  it.each([
    ['add_form', 2],
    ['preview', 2],
    ['refresh', 2],
    ['push', 3],
    ['pull', 5],
    ['drift', 5],
  ] as const)('as the caller %s, of class %i', async (caller, callerClass) => {
    const answer = await openGateway().bulkResolve(inputs(2), { caller });
    expect(answer.outcome).toBe('answered');
    expect(engine.asked.map((batch) => batch.callerClass)).toEqual([callerClass]);
  });

  it('as no caller that the cases above leave out', () => {
    expect([...callers].sort()).toEqual(['add_form', 'drift', 'preview', 'pull', 'push', 'refresh']);
  });

  it('and reads a refusal of its key as one that ends the asking', async () => {
    const answer = await openGateway({ token: 'a-token-of-nobody' }).bulkResolve(inputs(1), { caller: 'pull' });
    expect(answer).toMatchObject({ outcome: 'failed', fault: { status: 403, code: 'forbidden', retryable: false } });
    expect(engine.asked).toEqual([]);
  });

  it('and reads a refusal of an input as one of its input', async () => {
    const broken = { ...inputs(1)[0]!, artist_name: 'x'.repeat(3000) };
    const answer = await openGateway().bulkResolve([broken], { caller: 'pull' });
    expect(answer).toMatchObject({ outcome: 'failed', fault: { status: 422, retryable: false } });
  });

  it('and waits as long as an overloaded resolver says, then is answered', async () => {
    const failed: { code: string; retryInMs: number | null }[] = [];
    const gateway = openGateway({
      onEvent: (event) => {
        if (event.type === 'failed') failed.push({ code: event.fault.code, retryInMs: event.retryInMs });
      },
    });
    const answer = await whileHeld(async (release) => {
      const others = openGateway().bulkResolve(inputs(100, 1000), { caller: 'pull' });
      await untilWaiting(30);
      const turnedAway = gateway.bulkResolve(inputs(30), { caller: 'push' });
      while (failed.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
      release();
      expect((await others).outcome).toBe('answered');
      return turnedAway;
    });
    expect(answer.outcome).toBe('answered');
    expect(failed[0]?.code).toBe('overloaded');
    // Retry-After tells whole seconds.
    expect(failed[0]?.retryInMs).toBeGreaterThanOrEqual(1000);
  });

  it('and keeps no verdict of an overloaded resolver where nobody may ask again', async () => {
    await whileHeld(async (release) => {
      const others = openGateway().bulkResolve(inputs(100, 1000), { caller: 'pull' });
      await untilWaiting(30);
      const answer = await openGateway().bulkResolve(inputs(30), { caller: 'refresh' });
      expect(answer).toMatchObject({ outcome: 'failed', fault: { status: 503, code: 'overloaded', retryable: true } });
      release();
      expect((await others).outcome).toBe('answered');
    });
  });

  it('and gives up when its time is over; the resolver lets the question go', async () => {
    await whileHeld(async () => {
      const gateway = openGateway({ policies: { callers: { add_form: { timeoutMs: 100, totalMs: 100 } } } });
      const begun = performance.now();
      const answer = await gateway.bulkResolve(inputs(1), { caller: 'add_form' });
      expect(answer).toMatchObject({ outcome: 'failed', fault: { retryable: true, gatewayStatus: 504 } });
      expect(performance.now() - begun).toBeLessThan(2000);
      const [batch] = engine.asked;
      for (let tries = 0; tries < 200 && batch?.signal.aborted !== true; tries += 1)
        await new Promise((resolve) => setTimeout(resolve, 10));
      expect(batch?.signal.aborted).toBe(true);
    });
  });

  it('and tells a resolver without a snapshot from one that found nothing', async () => {
    const empty = createApp({
      engine: new Engine(),
      authenticate: createTokenAuthenticator([token]),
      version: '1.2.3',
    });
    const url = await empty.listen({ host: '127.0.0.1', port: 0 });
    const answer = await openGateway({ baseUrl: url }).bulkResolve(inputs(1), { caller: 'refresh' });
    expect(answer).toMatchObject({ outcome: 'failed', fault: { status: 503, code: 'snapshot_not_loaded' } });
    await empty.close();
  });

  it('and tells nobody there from one that found nothing', async () => {
    const gone = createApp({ engine, authenticate: createTokenAuthenticator([token]), version: '1.2.3' });
    const url = await gone.listen({ host: '127.0.0.1', port: 0 });
    await gone.close();
    const answer = await openGateway({ baseUrl: url }).bulkResolve(inputs(1), { caller: 'refresh' });
    expect(answer).toMatchObject({ outcome: 'failed', fault: { status: null, retryable: true, gatewayStatus: 502 } });
  });
});
