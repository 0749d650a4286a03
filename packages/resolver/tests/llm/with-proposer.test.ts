import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { LinkProposer } from '../../src/llm/link-proposer.ts';
import { openAiProposer } from '../../src/llm/open-ai-proposer.ts';
import { type ProposerOptions, withProposer } from '../../src/llm/with-proposer.ts';
import type { Resolver } from '../../src/resolver.ts';
import { expectContract } from '../api/expect-contract.ts';
import { askBulk, createTestApp, makeInput } from '../api/test-app.ts';
import { engineOf, toyResolver } from '../api/toy-resolver.ts';
import { makeShopResolver } from '../resolve/make-resolver.ts';
import { type ChatServer, refuse, say, startChatServer } from './chat-server.ts';
import { makeOpenResult } from './samples.ts';

let server: ChatServer;
beforeEach(async () => {
  server = await startChatServer();
  server.answer = say({ choice: { source: 'discogs_master', id: '2' }, certainty: 1 });
});
afterEach(() => server.close());

/** Leaves rows of the artist `A.B.` open between two masters. */
const halfResolver: Resolver = {
  ...toyResolver,
  resolve: (inputs, options) =>
    inputs.map((input) =>
      input.artist_name === 'A.B.'
        ? makeOpenResult({ library_id: input.library_id })
        : toyResolver.resolve([input], options)[0]!,
    ),
};

const missed: unknown[] = [];
afterEach(() => missed.splice(0));
function makeApp(proposer?: LinkProposer, more: Partial<ProposerOptions> = {}) {
  const asked =
    proposer ?? openAiProposer({ url: server.url, model: 'm/1:8b', key: null, timeoutMs: 2000, backoffMs: 5 });
  const options = { model: 'm/1:8b', onUnavailable: (counts: unknown) => missed.push(counts), ...more };
  return createTestApp({ engine: engineOf(halfResolver, (resolver) => withProposer(resolver, asked, options)) });
}

const inputs = [
  makeInput({ library_id: 1 }),
  makeInput({ library_id: 2, artist_name: 'A.B.' }),
  makeInput({ library_id: 2, artist_name: 'A.B.', album_title: 'twice under one number' }),
  makeInput({ library_id: 4, album_title: '' }),
];

describe('a service with a model', () => {
  const app = makeApp({ propose: (questions, signal) => openAi().propose(questions, signal) });
  const openAi = () => openAiProposer({ url: server.url, model: 'm', key: null, timeoutMs: 2000, backoffMs: 5 });
  afterAll(() => app.close());

  it('asks it only about what was left open, and says so', async () => {
    const body = (await askBulk(app, { inputs })).json();
    expectContract('BulkResolveLibrariesResponse', body);
    expect(body.results.map((each: { library_id: number; method: string }) => [each.library_id, each.method])).toEqual([
      [1, 'exact_match'],
      [2, 'llm'],
      [2, 'llm'],
      [4, null],
    ]);
    expect(server.requests.map(({ question }) => question.row.album_title).toSorted()).toEqual([
      'Dots and Loops',
      'twice under one number',
    ]);
    expect(body.cache_stats).toMatchObject({ memory_hits: 4, api_calls: 2 });
    expect(body.resolver_version).toBe('toy.llm.m-1-8b');
    expect(body.results[0].resolver_version).toBe('toy.llm.m-1-8b');
    expect((await app.inject('/version')).json().resolver_version).toBe('toy.llm.m-1-8b');
    expect((await app.inject('/metrics')).body).toContain('deadwax_resolver_methods_total{method="llm"} 2');
  });

  it('asks nothing where nothing was left open', async () => {
    const body = (await askBulk(app, { inputs: [inputs[0]] })).json();
    expect(server.requests).toHaveLength(0);
    expect(body.cache_stats).toMatchObject({ api_calls: 0, api_time_ms: 0 });
  });

  it('answers in order over many pieces, with tracks', async () => {
    const many = Array.from({ length: 450 }, (_, id) => makeInput({ library_id: id, ...(id % 3 ? {} : inputs[1]) }));
    const body = (await askBulk(app, { inputs: many, include_tracks: true })).json();
    expectContract('BulkResolveLibrariesResponse', body);
    expect(body.results.map((each: { method: string }) => each.method)).toEqual(
      many.map(({ artist_name: name }) => (name === 'A.B.' ? 'llm' : 'exact_match')),
    );
    expect(body.cache_stats.api_calls).toBe(150);
  });

  it('answers as without it while it is down, and says that it could not be asked', async () => {
    server.answer = refuse(500);
    const body = (await askBulk(app, { inputs })).json();
    expectContract('BulkResolveLibrariesResponse', body);
    expect(body.results[1]).toMatchObject({ kind: 'unresolved', unresolved_reason: 'ambiguous' });
    expect(body.results[1].provenance.at(-1)).toMatchObject({ source: 'llm', attempted: false, reason: 'error' });
    expect(missed).toEqual([{ overloaded: 2 }]);
  });
});

describe('a proposer that breaks its word', () => {
  it.each<[string, LinkProposer]>([
    ['throws', { propose: () => Promise.reject(new Error('a fault of ours')) }],
    [
      'throws at once',
      {
        propose: () => {
          throw new Error('a fault of ours');
        },
      },
    ],
    ['leaves questions out', { propose: async () => [] }],
  ])('and %s leaves the rows unasked', async (_how, proposer) => {
    const app = makeApp(proposer);
    const body = (await askBulk(app, { inputs })).json();
    expectContract('BulkResolveLibrariesResponse', body);
    expect(body.results[1].provenance.at(-1)).toMatchObject({ source: 'llm', attempted: false, reason: 'error' });
    expect(missed).toEqual([{ failed: 2 }]);
    await app.close();
  });
});

describe('a client that goes away', () => {
  it('ends the asking', async () => {
    server.answer = () => undefined;
    const app = makeApp();
    await app.listen({ host: '127.0.0.1', port: 0 });
    const controller = new AbortController();
    const asked = fetch(`${app.listeningOrigin}/api/v1/identity/bulk-resolve-libraries`, {
      method: 'POST',
      headers: { authorization: 'Bearer a-token-for-tests', 'content-type': 'application/json' },
      body: JSON.stringify({ inputs: Array.from({ length: 100 }, () => inputs[1]) }),
      signal: controller.signal,
    });
    while (server.requests.length < 4) await sleep(5);
    controller.abort();
    await expect(asked).rejects.toThrow();
    await sleep(100);
    expect(server.requests).toHaveLength(4);
    await app.close();
  });
});

describe('over a snapshot', () => {
  it('chooses between homonyms that the cascade left open', async () => {
    const resolver = await makeShopResolver([
      'a1,artist,Doe,,,,,,,,',
      'a2,artist,Doe,,,,,,,,',
      'r1,release,Doe,Songs,a1,1991,,,,,',
      'r2,release,Doe,Songs,a2,2011,,,,,',
    ]);
    const open = resolver.resolve([{ library_id: 1, artist_name: 'Doe', album_title: 'Songs' }], {
      includeTracks: false,
    })[0]!;
    expect(open).toMatchObject({ kind: 'unresolved', unresolved_reason: 'ambiguous' });
    server.answer = say({ choice: { source: 'shop_release', id: 'r2' }, certainty: 0.9 });
    const asking = withProposer(resolver, openAiProposer({ url: server.url, model: 'm', key: null, timeoutMs: 2000 }), {
      model: 'm',
    });
    const { results } = await asking.resolve([{ library_id: 1, artist_name: 'Doe', album_title: 'Songs' }], {
      includeTracks: false,
      signal: new AbortController().signal,
    });
    expect(results[0]).toMatchObject({ kind: 'single_artist', method: 'llm', confidence: 0.771 });
    expect(results[0]!.provenance.find(({ source }) => source === 'shop_release')).toMatchObject({
      external_id: 'r2',
      method: 'llm',
    });
  });
});
