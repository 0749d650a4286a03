import { readdirSync, readFileSync } from 'node:fs';
import type { Contract } from './contracts.ts';

export interface Example {
  readonly name: string;
  readonly operation: string;
  readonly schema: string;
  readonly value: unknown;
  /** Of an invalid one: where it fails, and at which word of JSON Schema. */
  readonly why?: { readonly pointer: string; readonly keyword: string };
}

/** The example files of every operation: OpenAPI Example Objects with the schema they are of. */
export function listExamples({ folder }: Contract, verdict: 'valid' | 'invalid'): Example[] {
  const examples = `${folder}examples/`;
  return readdirSync(examples).flatMap((operation) =>
    readdirSync(`${examples}${operation}/${verdict}`).map((file) => {
      const { 'x-schema': schema, ...example } = JSON.parse(
        readFileSync(`${examples}${operation}/${verdict}/${file}`, 'utf8'),
      );
      return { name: `${operation} ${file}`, operation, schema, ...example };
    }),
  );
}
