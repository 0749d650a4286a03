import { createResolverClient } from '@deadwax/contract/client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestApp, makeInput, token } from './test-app.ts';

const app = createTestApp();
const path = '/api/v1/identity/bulk-resolve-libraries';
let baseUrl = '';

beforeAll(async () => {
  baseUrl = await app.listen({ host: '127.0.0.1', port: 0 });
});
afterAll(() => app.close());

describe('the generated client', () => {
  it('brings back verdicts', async () => {
    const client = createResolverClient({ baseUrl, token });
    const { data, error } = await client.POST(path, { body: { inputs: [makeInput({ library_id: 5 })] } });
    expect(error).toBeUndefined();
    expect(data?.contract_version).toBe(1);
    expect(data?.results).toEqual([expect.objectContaining({ library_id: 5, kind: 'single_artist' })]);
  });

  it('brings back a refusal as a problem, and throws nothing', async () => {
    const client = createResolverClient({ baseUrl, token: 'wrong' });
    const { data, error, response } = await client.POST(path, { body: { inputs: [makeInput()] } });
    expect(data).toBeUndefined();
    expect(response.status).toBe(403);
    expect(error).toMatchObject({ code: 'forbidden', retryable: false });
  });

  it('asks the operations that need no token', async () => {
    const client = createResolverClient({ baseUrl, token });
    expect((await client.GET('/readyz')).data?.status).toBe('healthy');
    expect((await client.GET('/version')).data?.contract_version).toBe(1);
    expect((await client.GET('/metrics', { parseAs: 'text' })).data).toContain('# HELP');
  });
});
