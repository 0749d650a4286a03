import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { methods } from '@deadwax/linkage/model';
import { describe, expect, it } from 'vitest';
import document from '../src/generated/openapi.json' with { type: 'json' };

describe('the contract', () => {
  it('names the methods of the model, strongest first', () => {
    expect(document.components.schemas.IdentityMethod.enum).toEqual(methods);
  });

  it('has one file for each operation and schema, and only references at its head', () => {
    const folder = fileURLToPath(new URL('../../../contract/', import.meta.url));
    const operations = Object.values(document.paths).flatMap((path) =>
      Object.values(path).map(({ operationId }) => `${operationId}.yaml`),
    );
    expect(readdirSync(`${folder}paths`).toSorted()).toEqual(operations.toSorted());
    expect(
      readdirSync(`${folder}schemas`)
        .map((file) => file.replace('.yaml', ''))
        .toSorted(),
    ).toEqual(Object.keys(document.components.schemas).toSorted());
  });

  it('declares for the bulk operation every status the service can give', () => {
    const { responses } = document.paths['/api/v1/identity/bulk-resolve-libraries'].post;
    expect(Object.keys(responses)).toEqual(['200', '400', '401', '403', '413', '415', '422', '500', '503']);
  });

  it('is what the generated code was made from', { timeout: 60_000 }, () => {
    const script = fileURLToPath(new URL('../codegen/generate.ts', import.meta.url));
    expect(() => execFileSync(process.execPath, [script, '--check'], { stdio: 'pipe' })).not.toThrow();
  });
});
