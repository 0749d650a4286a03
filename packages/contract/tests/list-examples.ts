import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { OperationId } from '../src/generated/operations.ts';
import * as validators from '../src/generated/validators.js';

const folder = fileURLToPath(new URL('../../../contract/examples/', import.meta.url));

export interface Example {
  readonly name: string;
  readonly operation: OperationId;
  readonly schema: string;
  readonly value: unknown;
  /** Of an invalid one: where it fails, and at which word of JSON Schema. */
  readonly why?: { readonly pointer: string; readonly keyword: string };
}

/** The example files of every operation: OpenAPI Example Objects with the schema they are of. */
export function listExamples(verdict: 'valid' | 'invalid'): Example[] {
  return readdirSync(folder).flatMap((operation) =>
    readdirSync(`${folder}${operation}/${verdict}`).map((file) => {
      const { 'x-schema': schema, ...example } = JSON.parse(
        readFileSync(`${folder}${operation}/${verdict}/${file}`, 'utf8'),
      );
      return { name: `${operation} ${file}`, operation, schema, ...example };
    }),
  );
}

type Validate = ((data: unknown) => boolean) & Pick<typeof validators.validateProblem, 'errors'>;

export function validatorOf(schema: string): Validate {
  const validate = (validators as Readonly<Record<string, Validate>>)[`validate${schema}`];
  if (!validate) throw new Error(`no validator for ${schema}`);
  return validate;
}
