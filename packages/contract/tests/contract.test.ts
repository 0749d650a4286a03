import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { isInBand, type Method, methods } from '@deadwax/linkage/model';
import { describe, expect, it } from 'vitest';
import document from '../src/generated/openapi.json' with { type: 'json' };
import {
  validateBulkResolveLibrariesRequest,
  validateBulkResolveLibrariesResponse,
  validateProblem,
  validateVersionResponse,
} from '../src/generated/validators.js';
import type { BulkResolveLibrariesResponse } from '../src/schemas.ts';

const examples = fileURLToPath(new URL('../../../contract/examples/', import.meta.url));

interface Example {
  readonly name: string;
  readonly schema: string;
  readonly why?: { readonly pointer: string; readonly keyword: string };
  readonly value: unknown;
}

function listExamples(verdict: 'valid' | 'invalid'): Example[] {
  return readdirSync(examples).flatMap((operation) =>
    readdirSync(`${examples}${operation}/${verdict}`).map((file) => ({
      name: `${operation} ${file}`,
      ...(JSON.parse(readFileSync(`${examples}${operation}/${verdict}/${file}`, 'utf8')) as Omit<Example, 'name'>),
    })),
  );
}

type Validate = ((data: unknown) => boolean) & Pick<typeof validateProblem, 'errors'>;

const validators: Readonly<Record<string, Validate>> = {
  BulkResolveLibrariesRequest: validateBulkResolveLibrariesRequest,
  BulkResolveLibrariesResponse: validateBulkResolveLibrariesResponse,
  Problem: validateProblem,
  VersionResponse: validateVersionResponse,
};

function validatorOf(schema: string): Validate {
  const validate = validators[schema];
  if (!validate) throw new Error(`no validator for ${schema}`);
  return validate;
}

describe('examples', () => {
  it.each(listExamples('valid'))('accepts $name', ({ schema, value }) => {
    const validate = validatorOf(schema);
    expect(validate(value), JSON.stringify(validate.errors)).toBe(true);
  });

  it.each(listExamples('invalid'))('refuses $name for its reason', ({ schema, why, value }) => {
    const validate = validatorOf(schema);
    expect(validate(value)).toBe(false);
    expect(validate.errors?.[0]).toMatchObject({ instancePath: why?.pointer, keyword: why?.keyword });
  });

  it('keep every confidence in the band of its method', () => {
    const responses = listExamples('valid').filter(({ schema }) => schema === 'BulkResolveLibrariesResponse');
    expect(responses.length).toBeGreaterThan(0);
    for (const { value } of responses) {
      for (const { method, confidence, provenance } of (value as BulkResolveLibrariesResponse).results) {
        for (const leg of [{ method, confidence }, ...provenance]) {
          expect(leg.confidence === null).toBe(leg.method === null);
          if (leg.method !== null)
            expect(isInBand(leg.method as Method, leg.confidence ?? -1), JSON.stringify(leg)).toBe(true);
        }
      }
    }
  });
});

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
