import document from '@deadwax/contract/generated/openapi.json' with { type: 'json' };
import type { ProblemCode } from '@deadwax/contract/schemas';
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
  forbidden: new errors.ForbiddenError(),
  not_found: new errors.NotFoundError(),
  method_not_allowed: new errors.MethodNotAllowedError(['GET']),
  too_many_inputs: new errors.TooManyInputsError(1001, 1000),
  body_too_large: new errors.BodyTooLargeError(8),
  invalid_input: new errors.InvalidInputError([]),
  overloaded: new errors.OverloadedError(3),
  shutting_down: new errors.ShuttingDownError(1),
  unknown_snapshot: new errors.UnknownSnapshotError('no such snapshot'),
  changes_not_ready: new errors.ChangesNotReadyError(),
  snapshot_not_loaded: new errors.SnapshotNotLoadedError(),
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

  it('documents each status under some operation', () => {
    const documented = new Set(
      Object.values(document.paths).flatMap((path) =>
        Object.values(path).flatMap(({ responses }) => Object.keys(responses)),
      ),
    );
    // No operation can answer that it is unknown, or that no operation was reached.
    const elsewhere = ['not_found', 'method_not_allowed', 'malformed_request', 'headers_too_large', 'request_timeout'];
    for (const [code, { status }] of entries) {
      if (!elsewhere.includes(code)) expect(documented).toContain(String(status));
    }
  });
});
