import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { ProblemCode } from '@deadwax/contract/catalog-schemas';
import document from '@deadwax/contract/generated/catalog/openapi.json' with { type: 'json' };
import type { ApiError, ErrorEntry } from '@deadwax/platform/http/api-error';
import * as shared from '@deadwax/platform/http/errors';
import { describe, expect, it } from 'vitest';
import * as own from '../../src/errors.ts';

const errors = { ...shared, ...own };

const examples: Record<ProblemCode, ApiError> = {
  malformed_request: new errors.MalformedRequestError(),
  headers_too_large: new errors.HeadersTooLargeError(),
  request_timeout: new errors.RequestTimeoutError(),
  malformed_json: new errors.MalformedJsonError(),
  unsupported_media_type: new errors.UnsupportedMediaTypeError(),
  unauthenticated: new errors.UnauthenticatedError(),
  forbidden: new errors.ForbiddenError('no'),
  not_found: new errors.NotFoundError(),
  method_not_allowed: new errors.MethodNotAllowedError(['GET']),
  too_many_inputs: new errors.TooManyInputsError(1001, 1000),
  body_too_large: new errors.BodyTooLargeError(8),
  invalid_input: new errors.InvalidInputError([]),
  conflict: new errors.ConflictError('no'),
  database_unavailable: new errors.DatabaseUnavailableError(),
  query_timeout: new errors.QueryTimeoutError(),
  export_space: new errors.ExportSpaceError(),
  resolver_unavailable: new errors.ResolverUnavailableError(),
  internal_error: new errors.InternalError(new Error('cause')),
};
const entries = Object.entries(errors.errorRegistry) as [ProblemCode, ErrorEntry][];

describe('the registry of errors', () => {
  it('holds the codes of the contract, all of them and no others', () => {
    expect(entries.map(([code]) => code).sort()).toEqual([...document.components.schemas.ProblemCode.enum].sort());
  });

  it.each(entries)('%s is carried by a class of its own', (code, entry) => {
    expect(examples[code].code).toBe(code);
    expect(Object.getPrototypeOf(examples[code])).toBe(entry.type.prototype);
  });

  it('uses each class once', () => {
    expect(new Set(entries.map(([, entry]) => entry.type)).size).toBe(entries.length);
  });

  it('says what the examples of the contract say', () => {
    const folder = fileURLToPath(new URL('../../../../contract/catalog/examples/problems/valid/', import.meta.url));
    const shown = readdirSync(folder).map((file) => JSON.parse(readFileSync(folder + file, 'utf8')).value);
    expect(shown.map(({ code, status, title, retryable }) => ({ code, status, title, retryable }))).toEqual(
      expect.arrayContaining(
        entries.map(([code, { status, title, retryable }]) => ({ code, status, title, retryable })),
      ),
    );
  });

  it.each([
    [0, '1'],
    [2.2, '3'],
  ])('asks to wait %d seconds for the resolver as %s', (seconds, header) => {
    expect(new errors.ResolverUnavailableError(seconds).headers['retry-after']).toBe(header);
  });
});
