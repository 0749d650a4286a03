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
  'search-library': 'q' | 'sort' | 'limit';
  'add-library-record': 'wait_ms';
  'import-library': never;
  'get-library-record': never;
  'edit-library-record': 'wait_ms';
  'delete-library-record': never;
  'refresh-identity': never;
  'list-identity-history': 'limit';
  'list-overrides': 'include_revoked';
  'make-override': never;
  'revoke-override': never;
  'get-artist': never;
  'set-artist-id': never;
  'clear-artist-id': never;
  'settle-artist-conflict': never;
  'list-review': 'limit';
  'decide-review': never;
  'import-overrides': never;
  'list-flowsheet': 'limit';
  'add-flowsheet-entry': never;
  'list-compilation-tracks': never;
  'add-compilation-tracks': never;
  'list-rotation': 'active';
  'add-to-rotation': never;
  'edit-rotation-entry': never;
  'start-show': never;
  'end-show': never;
  'start-pull': never;
  'start-drift': never;
  'get-latest-drift': never;
  'start-changed': never;
  'start-legacy-migration': never;
  'list-job-runs': 'limit';
  'get-job-run': never;
  'get-identity-gate': 'threshold' | 'floor';
  'export-library': never;
  'export-compilation-tracks': never;
  'list-genres': never;
  'list-formats': never;
  'health': never;
  'readiness': never;
  'metrics': never;
  'version': never;
}
