import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { found, resolved } from '../identity/answers.ts';
import { seed } from '../identity/open-identity-test.ts';
import { dialects } from '../jobs/open-test-database.ts';
import { expectContract, expectProblem } from './expect-contract.ts';
import { type DecisionsTest, openDecisionsTest } from './open-decisions.ts';

const url = '/api/v1/artists/1';
const id = `${url}/ids/discogs_artist`;

describe.each(dialects)('artists over HTTP, on %s', (dialect) => {
  let test: DecisionsTest;
  beforeAll(async () => {
    test = await openDecisionsTest(dialect);
    await seed(test.db, 2, 'Stereolab');
    await test.apply([1, 2].map((n) => resolved([found('discogs_artist', String(n + 6))], { library_id: n })));
  }, 60_000);
  afterAll(() => test?.close());

  it('come with their ids, and what speaks against them', async () => {
    const response = await test.call('GET', url, { role: 'reader' });
    expectContract('get-artist', response);
    expect(response.json()).toMatchObject({
      artist_name: 'Stereolab',
      records: 2,
      ids: [{ source: 'discogs_artist', external_id: '7', origin: 'resolver', actor: 'test', confidence: 1 }],
      conflicts: [{ standing_id: '7', proposed_id: '8', library_id: 2 }],
      history: [],
    });
    expectProblem(await test.call('GET', '/api/v1/artists/99'), 404, 'not_found');
  });

  it('are decided on: a conflict, an id of staff’s own, and that taken back', async () => {
    const conflict = { source: 'discogs_artist', proposed_id: '8', take: 'proposed' };
    const settled = await test.call('POST', `${url}/conflicts/decisions`, { payload: conflict });
    expectContract('settle-artist-conflict', settled);
    expect(settled.json()).toMatchObject({ ids: [{ external_id: '8', origin: 'staff' }], conflicts: [] });
    expectProblem(await test.call('POST', `${url}/conflicts/decisions`, { payload: conflict }), 404, 'not_found');
    const entered = await test.call('PUT', id, { payload: { external_id: '9', reason: 'from her page' } });
    expectContract('set-artist-id', entered);
    expect(entered.json()).toMatchObject({
      ids: [{ external_id: '9', origin: 'staff', actor: 'The music_director', confidence: null }],
      history: [{ category: 'manual', reason: 'set discogs_artist 9: from her page' }, { category: 'manual' }],
    });
    const cleared = await test.call('DELETE', `${id}?reason=no`);
    expectContract('clear-artist-id', cleared);
    expect(cleared.json()).toMatchObject({
      ids: [{ external_id: '7', origin: 'resolver' }],
      conflicts: [{ proposed_id: '8' }],
      history: [{ category: 'revoked', reason: 'clear discogs_artist 9: no' }, {}, {}],
    });
    expectProblem(await test.call('DELETE', id), 409, 'conflict');
    expectProblem(await test.call('DELETE', `${url}/ids/bandcamp`), 404, 'not_found');
  });

  it.each([
    ['discogs_artist', { external_id: 'nine' }, '/external_id'],
    ['discogs_master', { external_id: '9' }, '/source'],
    ['Discogs', { external_id: '9' }, '/source'],
    ['discogs_artist', {}, ''],
  ])('refuse %s %j', async (source, payload, pointer) => {
    const response = await test.call('PUT', `${url}/ids/${source}`, { payload });
    expectContract('set-artist-id', response);
    expectProblem(response, 422, 'invalid_input');
    expect(response.json().errors[0].pointer).toBe(pointer);
  });

  it.each([
    ['PUT', id],
    ['DELETE', id],
    ['POST', `${url}/conflicts/decisions`],
  ] as const)('%s %s is not for a dj', async (method, path) => {
    const payload = method === 'DELETE' ? {} : { payload: {} };
    expectProblem(await test.call(method, path, { role: 'dj', ...payload }), 403, 'forbidden');
  });
});
