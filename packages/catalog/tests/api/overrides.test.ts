import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { found, resolved } from '../identity/answers.ts';
import { seed } from '../identity/open-identity-test.ts';
import { dialects } from '../jobs/open-test-database.ts';
import { expectContract, expectProblem } from './expect-contract.ts';
import { type DecisionsTest, openDecisionsTest } from './open-decisions.ts';

describe.each(dialects)('overrides over HTTP, on %s', (dialect) => {
  let test: DecisionsTest;
  beforeAll(async () => {
    test = await openDecisionsTest(dialect);
    await seed(test.db, 9);
    await test.apply(
      Array.from({ length: 9 }, (_, n) => resolved([found('discogs_master', '11')], { library_id: n + 1 })),
    );
  }, 60_000);
  afterAll(() => test?.close());

  const pin = { source: 'discogs_master', action: 'pin', external_id: '5', reason: 'read from the label' };
  const make = (libraryId: number, payload: object = pin) =>
    test.call('POST', `/api/v1/library/${libraryId}/overrides`, { payload });

  it('are made, seen on the record, and made again to no effect', async () => {
    const made = await make(1);
    expectContract('make-override', made);
    expect(made.statusCode).toBe(201);
    expect(made.json()).toMatchObject({
      override: { library_id: 1, ...pin, actor: 'The music_director', revoked_at: null },
      revoked: [],
      record: { identity: { method: 'manual', confidence: 1, ids: { discogs_master_id: 5 } } },
    });
    expect(made.json().record.overrides).toEqual([made.json().override]);
    const again = await make(1);
    expectContract('make-override', again);
    expect([again.statusCode, again.json().override]).toEqual([200, made.json().override]);
  });

  it('are listed, the revoked where they are asked for', async () => {
    await make(2, { source: 'spotify', action: 'reject' });
    const contradicting = await make(2, { source: 'spotify', action: 'pin', external_id: 'x' });
    await make(2, { source: 'spotify', action: 'pin', external_id: 'y' });
    expect(contradicting.json().revoked).toEqual([]);
    const [standing, all] = await Promise.all(
      ['', '?include_revoked=true'].map((query) => test.call('GET', `/api/v1/library/2/overrides${query}`)),
    );
    expectContract('list-overrides', standing!);
    expectContract('list-overrides', all!);
    expect(standing!.json().overrides).toMatchObject([{ action: 'reject' }, { external_id: 'y' }]);
    expect(all!.json().overrides).toMatchObject([
      { action: 'reject', external_id: null },
      { external_id: 'x', revoked_by: 'The music_director' },
      { external_id: 'y', revoked_by: null },
    ]);
    expectProblem(await test.call('GET', '/api/v1/library/999/overrides'), 404, 'not_found');
  });

  it('are revoked, once, with a reason for the history', async () => {
    const { override } = (await make(3)).json();
    const url = `/api/v1/library/3/overrides/${override.override_id}/revoke?reason=wrong%20label`;
    const revoked = await test.call('POST', url);
    expectContract('revoke-override', revoked);
    expect(revoked.json()).toMatchObject({
      identity: { method: 'exact_match', ids: { discogs_master_id: 11 } },
      overrides: [],
    });
    expectProblem(await test.call('POST', url), 409, 'conflict');
    expectProblem(await test.call('POST', url.replace('/3/', '/4/')), 404, 'not_found');
    const { entries } = (await test.call('GET', '/api/v1/library/3/identity/history')).json();
    expect(entries).toMatchObject([
      { category: 'revoked', reason: 'revoke pin discogs_master 5: wrong label', actor: 'The music_director' },
      { category: 'manual', reason: 'pin discogs_master 5: read from the label', actor: 'The music_director' },
    ]);
  });

  it.each([
    [{ source: 'discogs_master', action: 'pin', external_id: 'five' }, '/external_id'],
    [{ source: 'discogs_master', action: 'pin' }, '/external_id'],
    [{ source: 'discogs_relase', action: 'pin', external_id: '5' }, '/source'],
    [{ source: 'spotify', action: 'drop' }, '/action'],
  ])('refuse %j', async (payload, pointer) => {
    const response = await make(5, payload);
    expectContract('make-override', response);
    expectProblem(response, 422, 'invalid_input');
    expect(response.json().errors[0].pointer).toBe(pointer);
  });

  it('come from a file, one result for each row', async () => {
    const rows = [
      { line: 2, library_id: '6', source: 'discogs_master', action: 'pin', external_id: '5' },
      { line: 3, library_id: 7, source: 'spotify', action: 'not_applicable', external_id: null, reason: null },
      { line: 4, library_id: '999', source: 'spotify', action: 'reject' },
    ];
    const send = (dry_run: boolean) => test.call('POST', '/api/v1/overrides/imports', { payload: { rows, dry_run } });
    const counts = async (dryRun: boolean) => {
      const response = await send(dryRun);
      expectContract('import-overrides', response);
      const { made, unchanged, refused } = response.json();
      return [made, unchanged, refused];
    };
    expect(await counts(true)).toEqual([2, 0, 1]);
    expect(await counts(false)).toEqual([2, 0, 1]);
    expect(await counts(false)).toEqual([0, 2, 1]);
    const response = await send(false);
    expect(response.json().rows[2]).toEqual({ line: 4, outcome: 'refused', failure_reason: 'unknown_library_id' });
    const run = await test.call('GET', `/api/v1/jobs/runs/${response.json().run_id}`);
    expectContract('get-job-run', run);
    expect(run.json()).toMatchObject({ job: 'override-import', state: 'succeeded', actor: 'The music_director' });
  });

  it.each([
    ['POST', '/api/v1/library/1/overrides', 'dj'],
    ['POST', '/api/v1/library/1/overrides/1/revoke', 'dj'],
    ['POST', '/api/v1/overrides/imports', 'dj'],
  ] as const)('%s %s is not for a %s', async (method, url, role) => {
    expectProblem(await test.call(method, url, { role, payload: {} }), 403, 'forbidden');
  });
});
