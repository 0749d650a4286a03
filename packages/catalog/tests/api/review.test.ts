import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { found, mbid, resolved } from '../identity/answers.ts';
import { seed } from '../identity/open-identity-test.ts';
import { dialects } from '../jobs/open-test-database.ts';
import { expectContract, expectProblem } from './expect-contract.ts';
import { type DecisionsTest, openDecisionsTest } from './open-decisions.ts';

const both = [found('discogs_master', '11'), found('mb_release_group', mbid(1))];
const ROWS = 6;

describe.each(dialects)('the review over HTTP, on %s', (dialect) => {
  let test: DecisionsTest;
  beforeAll(async () => {
    test = await openDecisionsTest(dialect);
    await seed(test.db, ROWS);
    await test.apply(
      Array.from({ length: ROWS }, (_, n) =>
        resolved(n === 0 ? [found('discogs_master', '11')] : both, {
          library_id: n + 1,
          method: 'trigram',
          confidence: 0.75,
        }),
      ),
    );
  }, 60_000);
  afterAll(() => test?.close());

  const list = async (query = '') => {
    const response = await test.call('GET', `/api/v1/review${query}`, { role: 'reader' });
    expectContract('list-review', response);
    return response;
  };
  const ids = async (query?: string) =>
    ((await list(query)).json().items as { library: { id: number } }[]).map(({ library }) => library.id);
  const say = async (libraryId: number, payload: object) => {
    const response = await test.call('POST', `/api/v1/review/${libraryId}/decisions`, { payload });
    expectContract('decide-review', response);
    return response;
  };

  it('goes on where the page before ended, and by reason', async () => {
    const first = (await list('?limit=4')).json();
    expect(first.items).toHaveLength(4);
    const rest = await ids(`?limit=4&cursor=${first.next_cursor}`);
    expect(rest).toEqual([5, 6]);
    expect(await ids('?reason=single_source')).toEqual([1]);
    expect(await ids('?reason=single_source&reason=low_confidence')).toHaveLength(ROWS);
  });

  it.each([
    ['?cursor=nonsense', '/cursor'],
    ['?reason=dull', '/reason/0'],
    ['?limit=0', '/limit'],
  ])('refuses %s', async (query, pointer) => {
    const response = await list(query);
    expectProblem(response, 422, 'invalid_input');
    expect(response.json().errors[0].pointer).toBe(pointer);
  });

  it('takes a decision, and an item leaves', async () => {
    const accepted = await say(2, { decision: 'accept' });
    expect(accepted.json()).toMatchObject({ decision: 'accepted', override: null, record: { id: 2 } });
    const skipped = await say(3, { decision: 'skip' });
    expect(skipped.json()).toMatchObject({ decision: 'skipped', override: null });
    const { items } = (await list()).json();
    const { version } = items.find(({ library }: { library: { id: number } }) => library.id === 4);
    const pin = { decision: 'pin', source: 'discogs_master', external_id: '5', version };
    expect((await say(4, pin)).json()).toMatchObject({
      decision: 'overridden',
      override: { action: 'pin', external_id: '5', actor: 'The music_director' },
      record: { identity: { method: 'manual', confidence: 1 } },
    });
    expect(await ids()).toEqual([1, 5, 6]);
    expectProblem(await say(4, pin), 409, 'conflict');
  });

  it.each([
    [{ decision: 'pin', external_id: '5' }, '/source'],
    [{ decision: 'accept', source: 'spotify' }, '/source'],
    [{ decision: 'skip', external_id: '5' }, '/external_id'],
    [{ decision: 'pin', source: 'discogs_master', external_id: 'five' }, '/external_id'],
    [{ decision: 'maybe' }, '/decision'],
  ])('refuses %j', async (payload, pointer) => {
    const response = await say(1, payload);
    expectProblem(response, 422, 'invalid_input');
    expect(response.json().errors[0].pointer).toBe(pointer);
  });

  it('knows no other rows, and asks for a music director', async () => {
    expectProblem(await say(999, { decision: 'accept' }), 404, 'not_found');
    const url = '/api/v1/review/1/decisions';
    expectProblem(await test.call('POST', url, { role: 'dj', payload: { decision: 'accept' } }), 403, 'forbidden');
  });
});
