import { describe, expect, it } from 'vitest';
import { createTokenAuthenticator } from '../../src/api/token-authenticator.ts';

describe('tokens', () => {
  const authenticate = createTokenAuthenticator(['first', 'second']);

  it.each([
    ['first', { id: 'token-1' }],
    ['second', { id: 'token-2' }],
    ['third', null],
    ['', null],
    ['firs', null],
    ['first ', null],
    ['First', null],
  ])('knows the bearer of %j as %o', async (token, caller) => {
    expect(await authenticate(token)).toEqual(caller);
  });

  it('accepts nobody when there are none', async () => {
    expect(await createTokenAuthenticator([])('')).toBeNull();
  });
});
