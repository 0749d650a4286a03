import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import document from '@deadwax/contract/generated/openapi.json' with { type: 'json' };
import { operations } from '@deadwax/contract/generated/operations';
import type { LightMyRequestResponse } from 'fastify';
import { afterAll, describe, expect, it } from 'vitest';
import { askBulk, createTestApp, makeInput } from './test-app.ts';
import { engineOf } from './toy-resolver.ts';

const app = createTestApp();
const closed = createTestApp({ engine: engineOf(null) });
afterAll(() => Promise.all([app.close(), closed.close()]));

describe('operations', () => {
  it('are those of the contract, and those of the contract are all here', async () => {
    await app.ready();
    const registered = [...app.methodsByPath]
      .filter(([path]) => path !== '/openapi.json' && !path.startsWith('/docs'))
      .flatMap(([path, methods]) =>
        [...methods].filter((method) => method !== 'HEAD').map((method) => `${method} ${path}`),
      );
    const declared = Object.values(operations).map(
      ({ method, path }) => `${method} ${path.replaceAll(/\{(\w+)\}/g, ':$1')}`,
    );
    expect(registered.sort()).toEqual(declared.sort());
  });

  it.each(Object.keys(operations))('%s has a file of its name', (operationId) => {
    const files = readdirSync(fileURLToPath(new URL('../../src/api/', import.meta.url)));
    expect(files).toContain(`${operationId}.ts`);
  });

  it('ask for a token exactly where the contract says so', async () => {
    for (const { method, path, secured } of Object.values(operations)) {
      const response = await app.inject({ method, url: path });
      expect({ path, refused: response.statusCode === 401 }).toEqual({ path, refused: secured });
    }
  });
});

interface Declared {
  readonly headers?: Readonly<Record<string, unknown>>;
  readonly $ref?: string;
}

function declaredHeaders(path: keyof typeof document.paths, status: number): string[] {
  const [operation] = Object.values(document.paths[path]) as { responses: Record<string, Declared> }[];
  const response = operation?.responses[status];
  const name = response?.$ref?.split('/').at(-1) as keyof typeof document.components.responses | undefined;
  const headers = name === undefined ? response?.headers : document.components.responses[name].headers;
  return Object.keys(headers ?? {}).map((header) => header.toLowerCase());
}

describe('headers', () => {
  const { path: bulk } = operations['bulk-resolve-libraries'];
  const good = { inputs: [makeInput()] };
  const answers: [keyof typeof document.paths, number, () => Promise<LightMyRequestResponse>][] = [
    [bulk, 200, () => askBulk(app, good)],
    [bulk, 400, () => askBulk(app, '{')],
    [bulk, 401, () => askBulk(app, good, { authorization: '' })],
    [bulk, 403, () => askBulk(app, good, { authorization: 'Bearer x' })],
    [bulk, 413, () => askBulk(app, { inputs: Array.from({ length: 1001 }) })],
    [bulk, 415, () => askBulk(app, good, { 'content-type': 'text/plain' })],
    [bulk, 422, () => askBulk(app, { inputs: [] })],
    [bulk, 503, () => askBulk(closed, good)],
    ['/healthz', 200, () => app.inject('/healthz')],
    ['/readyz', 503, () => closed.inject('/readyz')],
    ['/version', 200, () => app.inject('/version')],
    ['/metrics', 200, () => app.inject('/metrics')],
  ];
  it.each(answers)('%s answers %i with all that the contract declares', async (path, status, ask) => {
    const declared = declaredHeaders(path, status);
    expect(declared).toContain('deadwax-contract-version');
    const response = await ask();
    expect(response.statusCode).toBe(status);
    expect(Object.keys(response.headers)).toEqual(expect.arrayContaining(declared));
    expect(response.headers['deadwax-contract-version']).toBe('1');
  });
});
