import { validateBulkResolveLibrariesResponse } from '@deadwax/contract/generated/validators';
import type { BulkResolveInput, BulkResolveLibrariesResponse } from '@deadwax/contract/schemas';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Resolver } from '../../src/resolver.ts';
import { makeShopResolver } from '../resolve/make-resolver.ts';
import { expectProblem } from './expect-contract.ts';
import { bulkPath, createTestApp, makeInput, token } from './test-app.ts';
import { engineOf } from './toy-resolver.ts';

let resolver: Resolver;

beforeAll(async () => {
  resolver = await makeShopResolver([
    'a1,artist,Stereolab,,,,,,,,',
    'r1,release,Stereolab,Dots and Loops,a1,1997,Duophonic,,,CD,',
    'r2,release,Stereolab,Dots and Loops Remixed,a1,1998,Duophonic,,,CD,',
  ]);
});

async function ask(query: string, ...inputs: BulkResolveInput[]) {
  const app = createTestApp({ engine: engineOf(resolver) });
  const response = await app.inject({
    method: 'POST',
    url: `${bulkPath}${query}`,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    payload: JSON.stringify({ inputs: inputs.length === 0 ? [makeInput()] : inputs }),
  });
  await app.close();
  return response;
}

describe('?explain=1', () => {
  it('opens the verdict: candidates, comparisons, weights and what would change it', async () => {
    const response = await ask('?explain=1');
    const body = response.json<BulkResolveLibrariesResponse>();
    expect(
      validateBulkResolveLibrariesResponse(body),
      JSON.stringify(validateBulkResolveLibrariesResponse.errors),
    ).toBe(true);
    const explanation = body.results[0]?.explanation;
    const album = explanation?.families[0]?.albums[0];
    expect(album).toMatchObject({ external_id: 'r1', title_pass: 'exact', chosen: true });
    const sum = album?.comparisons.reduce((total, { weight }) => total + weight, 0) ?? 0;
    expect(album?.comparisons.map(({ comparison }) => comparison)).toEqual(expect.arrayContaining(['artist', 'title']));
    expect(album?.log_odds).toBeLessThan(sum);
    expect(album?.log_odds).toBeGreaterThan(explanation?.least_log_odds ?? Number.POSITIVE_INFINITY);
  });

  it.each(['', '?explain=0'])('changes nothing else of the answer that %j gives', async (query) => {
    const inputs = [
      makeInput(),
      makeInput({ library_id: 2, artist_name: 'Nobody At All' }),
      makeInput({ library_id: 3, artist_name: 'Various Artists' }),
    ];
    const plain = (await ask(query, ...inputs)).json<BulkResolveLibrariesResponse>();
    const opened = (await ask('?explain=1', ...inputs)).json<BulkResolveLibrariesResponse>();
    for (const result of plain.results) expect(result).not.toHaveProperty('explanation');
    for (const result of opened.results) expect(result.explanation).toBeDefined();
    const closed = opened.results.map(({ explanation: _, ...result }) => result);
    expect({ ...opened, results: closed }).toEqual(plain);
    expect(plain.results.map(({ kind }) => kind)).toEqual(['single_artist', 'unresolved', 'compilation']);
  });

  it('explains a record that was not found too', async () => {
    const { results } = (await ask('?explain=1', makeInput({ artist_name: 'Nobody At All' }))).json();
    expect(results[0]).toMatchObject({
      kind: 'unresolved',
      explanation: { families: [{ family: 'shop', albums: [] }] },
    });
  });

  it.each(['?explain=2', '?explain=yes', '?explain=', '?explain=1&explain=1', '?explain=true'])(
    'is refused as %s',
    async (query) => {
      expectProblem(await ask(query), 422, 'invalid_input');
    },
  );
});
