import document from '@deadwax/contract/generated/openapi.json' with { type: 'json' };
import { afterAll, describe, expect, it } from 'vitest';
import { createTestApp } from './test-app.ts';

const app = createTestApp();
afterAll(() => app.close());

describe('operations', () => {
  it('are those of the contract, and those of the contract are all here', async () => {
    await app.ready();
    const registered = [...app.methodsByPath]
      .filter(([path]) => path !== '/openapi.json' && !path.startsWith('/docs'))
      .flatMap(([path, methods]) =>
        [...methods].filter((method) => method !== 'HEAD').map((method) => `${method} ${path}`),
      );
    const declared = Object.entries(document.paths).flatMap(([path, operations]) =>
      Object.keys(operations).map((method) => `${method.toUpperCase()} ${path}`),
    );
    expect(registered.sort()).toEqual(declared.sort());
  });
});
