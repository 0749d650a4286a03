import type { ErrorObject } from 'ajv';
import type { OperationId } from './operations.ts';

interface Validate {
  (data: unknown): boolean;
  errors?: ErrorObject[] | null;
}

/**
 * What each operation takes. `parameters` validates `{path, query}`: in place, text becomes the types declared and defaults are
 * filled in.
 */
export declare const requests: Readonly<
  Record<OperationId, { readonly parameters: Validate; readonly body: Validate | null }>
>;

/** The parameters of each operation that are always there once validated. */
export interface DefaultedParameters {
  'list-genres': never;
  'list-formats': never;
  'health': never;
  'readiness': never;
  'metrics': never;
  'version': never;
}
