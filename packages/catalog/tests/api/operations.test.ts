import { readdirSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import document from '@deadwax/contract/generated/catalog/openapi.json' with { type: 'json' };
import { type OperationId, operations } from '@deadwax/contract/generated/catalog/operations';
import type { LightMyRequestResponse } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reaches, roles } from '../../src/api/roles.ts';
import { expectContract, expectProblem } from './expect-contract.ts';
import { openBrokenCatalog, openTestCatalog, signIn, type TestCatalog } from './test-app.ts';

let catalog: TestCatalog;
/** Over a server that is not there. */
let broken: TestCatalog;
beforeAll(async () => {
  [catalog, broken] = [await openTestCatalog(), await openBrokenCatalog()];
});
afterAll(() => Promise.all([catalog.close(), broken.close()]));

const ids = Object.keys(operations) as OperationId[];
/** A path with something in the place of each parameter. */
const fill = (path: string): string => path.replaceAll(/\{\w+\}/g, '1');

describe('operations', () => {
  it('are those of the contract, and those of the contract are all here', async () => {
    await catalog.app.ready();
    const registered = [...catalog.app.methodsByPath]
      .filter(([path]) => path !== '/openapi.json' && !path.startsWith('/docs'))
      .flatMap(([path, methods]) =>
        [...methods].filter((method) => method !== 'HEAD').map((method) => `${method} ${path}`),
      );
    const declared = Object.values(operations).map(
      ({ method, path }) => `${method} ${path.replaceAll(/\{(\w+)\}/g, ':$1')}`,
    );
    expect(registered.sort()).toEqual(declared.sort());
  });

  it.each(ids)('%s has a file of its name', (operationId) => {
    const files = readdirSync(fileURLToPath(new URL('../../src/api/', import.meta.url)), { recursive: true });
    expect(files.map((file) => basename(String(file)))).toContain(`${operationId}.ts`);
  });

  it.each(ids)('%s asks for a token exactly where the contract says so', async (operationId) => {
    const { method, path, secured } = operations[operationId];
    const response = await catalog.app.inject({ method, url: fill(path) });
    expect(response.statusCode === 401).toBe(secured);
    expectContract(operationId, response);
  });

  it.each(ids)('%s lets nobody in below the role that the contract names', async (operationId) => {
    const { method, path, role: least } = operations[operationId];
    for (const role of roles.filter((each) => least !== null && !reaches(each, least))) {
      expectProblem(
        await catalog.app.inject({ method, url: fill(path), headers: await signIn(role) }),
        403,
        'forbidden',
      );
    }
  });

  it.each(ids.filter((id) => operations[id].secured))('%s refuses parameters that are not declared', async (id) => {
    const { method, path } = operations[id];
    const response = await catalog.app.inject({
      method,
      url: `${fill(path)}?b/o~gus=1`,
      headers: await signIn('admin'),
    });
    expectProblem(response, 422, 'invalid_input');
    expect(response.json().errors).toContainEqual({ pointer: '/b~1o~0gus', message: 'is not part of the contract' });
  });
});

describe('lists', () => {
  it.each([
    ['list-genres', 'genre', 'genres'],
    ['list-formats', 'format', 'formats'],
  ] as const)('%s gives all, by name', async (operationId, table, key) => {
    const { path: url } = operations[operationId];
    const ask = async () => catalog.app.inject({ url, headers: await signIn('reader') });
    const empty = await ask();
    expectContract(operationId, empty);
    expect(empty.json()).toEqual({ [key]: [] });
    await catalog.db
      .insertInto(table)
      .values([{ name: 'Rock' }, { name: 'Électro' }, { name: 'Jazz' }])
      .execute();
    const full = await ask();
    expectContract(operationId, full);
    const names = full.json()[key].map(({ name }: { name: string }) => name);
    expect(names.toSorted()).toEqual(['Jazz', 'Rock', 'Électro']);
    expect(names.indexOf('Jazz')).toBeLessThan(names.indexOf('Rock'));
  });
});

describe('health and readiness', () => {
  it('differ while the database does not answer', async () => {
    for (const { app } of [catalog, broken]) {
      const response = await app.inject('/healthz');
      expect(response.json()).toEqual({ status: 'healthy' });
      expectContract('health', response);
    }
    const ready = await catalog.app.inject('/readyz?probe=1');
    expect(ready.json()).toEqual({ status: 'healthy', services: { database: 'ok' } });
    expectContract('readiness', ready);
    const away = await broken.app.inject('/readyz');
    expectProblem(away, 503, 'database_unavailable');
    expectContract('readiness', away);
    expect(away.headers['retry-after']).toBe('5');
    const url = operations['list-genres'].path;
    const list = await broken.app.inject({ url, headers: await signIn('reader') });
    expectProblem(list, 503, 'database_unavailable');
    expectContract('list-genres', list);
  });

  it('name the version', async () => {
    const response = await catalog.app.inject('/version');
    expectContract('version', response);
    expect(response.json()).toEqual({ version: '9.9.9', contract_version: 1, identity_phase: 3 });
  });

  it('count requests by route', async () => {
    await catalog.app.inject('/nowhere');
    const response = await catalog.app.inject('/metrics');
    expect(response.headers['content-type']).toContain('text/plain');
    expect(response.body).toContain('deadwax_catalog_request_duration_seconds_count');
    expect(response.body).toContain('route="unknown",status="404"');
  });
});

interface Declared {
  readonly headers?: Readonly<Record<string, unknown>>;
  readonly $ref?: string;
}

function declaredHeaders(operationId: OperationId, status: number): string[] {
  const { path, method } = operations[operationId];
  const item = document.paths[path] as Readonly<Record<string, { responses: Record<string, Declared> }>>;
  const response = item[method.toLowerCase()]?.responses[status];
  const shared: Readonly<Record<string, Declared>> = document.components.responses;
  const whole = response?.$ref === undefined ? response : shared[response.$ref.split('/').at(-1)!];
  return Object.keys(whole?.headers ?? {}).map((header) => header.toLowerCase());
}

describe('headers', () => {
  const url = operations['list-genres'].path;
  const answers: [OperationId, number, () => Promise<LightMyRequestResponse>][] = [
    ['list-genres', 200, async () => catalog.app.inject({ url, headers: await signIn('dj') })],
    ['list-genres', 401, () => catalog.app.inject(url)],
    ['list-genres', 422, async () => catalog.app.inject({ url: `${url}?x`, headers: await signIn('dj') })],
    ['health', 200, () => catalog.app.inject('/healthz')],
    ['readiness', 503, () => broken.app.inject('/readyz')],
    ['version', 200, () => catalog.app.inject('/version')],
    ['metrics', 200, () => catalog.app.inject('/metrics')],
  ];
  it.each(answers)('%s answers %i with all that the contract declares', async (operationId, status, ask) => {
    const declared = declaredHeaders(operationId, status);
    expect(declared).toContain('deadwax-contract-version');
    const response = await ask();
    expect(response.statusCode).toBe(status);
    expect(Object.keys(response.headers)).toEqual(expect.arrayContaining(declared));
    expect(response.headers['deadwax-contract-version']).toBe('1');
  });
});
