import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import model from '@deadwax/linkage/model.json' with { type: 'json' };
import { describe, expect, it } from 'vitest';
import { methodBands } from '../src/generated/method-bands.ts';
import document from '../src/generated/openapi.json' with { type: 'json' };
import { operations } from '../src/generated/operations.ts';
import { catalog, resolver } from './contracts.ts';

const baseNames = (folder: string): string[] => readdirSync(folder).map((file) => file.replace('.yaml', ''));

describe.each([resolver, catalog])('the contract of the $name', ({ folder, operations: declared }) => {
  it('has one file for each operation', () => {
    expect(baseNames(`${folder}paths`).toSorted()).toEqual(Object.keys(declared).toSorted());
  });
});

describe('the schemas', () => {
  const [ofResolver, ofCatalog] = [baseNames(`${resolver.folder}schemas`), baseNames(`${catalog.folder}schemas`)];

  it('of the resolver have one file each', () => {
    expect(ofResolver.toSorted()).toEqual(Object.keys(resolver.schemas).toSorted());
  });

  it('of the catalog have one file each, its own or the resolver’s', () => {
    const used = Object.keys(catalog.schemas);
    expect(used).toEqual(expect.arrayContaining(ofCatalog));
    const shared = used.filter((name) => !ofCatalog.includes(name));
    expect(ofResolver).toEqual(expect.arrayContaining(shared));
    for (const name of shared) expect(catalog.schemas[name]).toEqual(resolver.schemas[name]);
  });
});

describe('the contract', () => {
  it('names the methods of the model, strongest first, with their bands', () => {
    const bands = Object.entries(model.methods).map(([method, { min, max }]) => [method, { min, max }]);
    expect(document.components.schemas.IdentityMethod.enum).toEqual(bands.map(([method]) => method));
    expect(Object.entries(methodBands)).toEqual(bands);
  });

  it('declares for the bulk operation every status the service can give', () => {
    const { responses } = operations['bulk-resolve-libraries'];
    expect(Object.keys(responses)).toEqual(['200', '400', '401', '403', '413', '415', '422', '500', '503']);
  });

  it('is what the generated code was made from', { timeout: 60_000 }, () => {
    const script = fileURLToPath(new URL('../codegen/generate.ts', import.meta.url));
    expect(() => execFileSync(process.execPath, [script, '--check'], { stdio: 'pipe' })).not.toThrow();
  });
});
