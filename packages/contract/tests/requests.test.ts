import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { generateOperations } from '../codegen/operations.ts';
import { generateRequests } from '../codegen/requests.ts';
import { generateValidators } from '../codegen/validators.ts';

const document = {
  paths: {
    '/shelves/{id}': {
      post: {
        operationId: 'fill-shelf',
        security: [{ Bearer: [] }],
        'x-role': 'dj',
        parameters: [
          { $ref: '#/components/parameters/Id' },
          { name: 'limit', in: 'query', schema: { type: 'integer', minimum: 1, maximum: 100, default: 50 } },
          { name: 'genre', in: 'query', schema: { type: 'array', items: { $ref: '#/components/schemas/Number' } } },
          { name: 'missing', in: 'query', schema: { type: 'boolean' } },
          { name: 'q', in: 'query', schema: { type: 'string', maxLength: 3 } },
        ],
        requestBody: { content: { 'application/json': { schema: { $ref: '#/components/schemas/Shelf' } } } },
        responses: { 200: {} },
      },
    },
  },
  components: {
    schemas: {
      Number: { type: 'integer', minimum: 1 },
      Shelf: {
        type: 'object',
        required: ['code'],
        properties: { code: { type: 'string' }, width: { type: 'integer' } },
      },
    },
    responses: {},
    parameters: { Id: { name: 'id', in: 'path', required: true, schema: { $ref: '#/components/schemas/Number' } } },
  },
} as unknown as Parameters<typeof generateRequests>[0];

// Below the checkout, so that the helpers of the generated code are found.
const parent = fileURLToPath(new URL('../../../.deadwax/', import.meta.url));
mkdirSync(parent, { recursive: true });
const folder = mkdtempSync(join(parent, 'requests-'));
afterAll(() => rmSync(folder, { recursive: true }));

type Requests = typeof import('../src/generated/catalog/requests.d.ts')['requests'];
let shelf: Requests[keyof Requests];

beforeAll(async () => {
  const { code } = generateValidators(document, { alone: [], allErrors: true });
  writeFileSync(join(folder, 'validators.js'), code);
  writeFileSync(join(folder, 'requests.js'), generateRequests(document)['requests.js']);
  const module = await import(pathToFileURL(join(folder, 'requests.js')).href);
  shelf = module.requests['fill-shelf'];
});

describe('parameters', () => {
  it.each([
    [{ id: '7' }, {}, { path: { id: 7 }, query: { limit: 50 } }],
    [
      { id: '7' },
      { limit: '1', q: '12', missing: 'true' },
      { path: { id: 7 }, query: { limit: 1, q: '12', missing: true } },
    ],
    [{ id: '7' }, { genre: '3' }, { path: { id: 7 }, query: { limit: 50, genre: [3] } }],
    [{ id: '7' }, { genre: ['3', '4'] }, { path: { id: 7 }, query: { limit: 50, genre: [3, 4] } }],
  ])('turn text into what is declared, and fill in defaults: %j %j', (path, query, expected) => {
    const values = { path, query };
    expect(shelf.parameters(values)).toBe(true);
    expect(values).toEqual(expected);
  });

  it.each([
    [{ id: 'x' }, {}, ['/path/id']],
    [{ id: '' }, {}, ['/path/id']],
    [{ id: '0' }, { limit: '101' }, ['/path/id', '/query/limit']],
    [{ id: '7' }, { limit: ['1', '2'] }, ['/query/limit']],
    [{ id: '7' }, { limit: '1.5', missing: 'maybe', q: 'long' }, ['/query/limit', '/query/missing', '/query/q']],
    [{ id: '7' }, { genre: ['3', 'x'] }, ['/query/genre/1']],
    [{ id: '7' }, { unknown: '1' }, ['/query']],
    [{}, {}, ['/path']],
  ])('point at all that does not fit: %j %j', (path, query, pointers) => {
    expect(shelf.parameters({ path, query })).toBe(false);
    expect(shelf.parameters.errors?.map(({ instancePath }) => instancePath)).toEqual(pointers);
  });
});

describe('bodies', () => {
  it('are held to their schema, to the last fault and without turning text into numbers', () => {
    expect(shelf.body?.({ code: 'A', width: 3 })).toBe(true);
    expect(shelf.body?.({ width: '3' })).toBe(false);
    expect(shelf.body?.errors?.map(({ instancePath, keyword }) => [instancePath, keyword])).toEqual([
      ['', 'required'],
      ['/width', 'type'],
    ]);
  });
});

describe('types', () => {
  it('name the parameters that have a default', () => {
    expect(generateRequests(document)['requests.d.ts']).toContain("'fill-shelf': 'limit';");
  });
});

describe('roles', () => {
  it.each([
    [['reader'], 'names a role that is none: dj'],
    [['reader', 'dj'], null],
  ])('are of %j', (roles, fault) => {
    const generate = () => generateOperations(document, { roles });
    if (fault === null) expect(generate()).toContain('"role": "dj"');
    else expect(generate).toThrow(fault);
  });

  it('are asked for wherever a token is', () => {
    const [path] = Object.keys(document.paths);
    const { 'x-role': _role, ...post } = document.paths[path!]!.post!;
    expect(() => generateOperations({ ...document, paths: { [path!]: { post } } }, { roles: ['dj'] })).toThrow(
      'x-role',
    );
  });
});
