import type { ProblemCode } from '@deadwax/contract/catalog-schemas';
import { ApiError, callersFault, type ErrorEntry, passing } from '@deadwax/platform/http/api-error';
import { sharedErrors } from '@deadwax/platform/http/errors';

const realm = 'Bearer realm="deadwax-catalog"';

/** No token, or one that is not valid: who asks is not known. */
export class UnauthenticatedError extends ApiError {
  readonly code = 'unauthenticated';
  override readonly headers: { 'www-authenticate': string };

  constructor(detail: string | null = null, options?: ErrorOptions) {
    super(detail ?? 'Send a bearer token in the Authorization header.', options);
    this.headers = { 'www-authenticate': detail === null ? realm : `${realm}, error="invalid_token"` };
  }
}

/** Who asks is known, and may not. */
export class ForbiddenError extends ApiError {
  readonly code = 'forbidden';
  override readonly headers = { 'www-authenticate': `${realm}, error="insufficient_scope"` };
}

/** What was asked does not go with what the catalog holds. */
export class ConflictError extends ApiError {
  readonly code = 'conflict';
}

export class DatabaseUnavailableError extends ApiError {
  readonly code = 'database_unavailable';
  override readonly headers = { 'retry-after': '5' };

  constructor(options?: ErrorOptions) {
    super('The database does not answer. Ask again shortly.', options);
  }
}

/** The database answers, but this took it longer than it may. */
export class QueryTimeoutError extends ApiError {
  readonly code = 'query_timeout';
  override readonly headers = { 'retry-after': '5' };

  constructor(options?: ErrorOptions) {
    super('The database did not answer in the time that this may take. Ask for less, or again shortly.', options);
  }
}

/** There is no room on the disk for what is written before it is sent. */
export class ExportSpaceError extends ApiError {
  readonly code = 'export_space';
  override readonly headers = { 'retry-after': '60' };

  constructor(options?: ErrorOptions) {
    super('The disk has no room to prepare the export.', options);
  }
}

export class ResolverUnavailableError extends ApiError {
  readonly code = 'resolver_unavailable';
  override readonly headers: { 'retry-after': string };

  constructor(retryAfterSeconds = 5, options?: ErrorOptions) {
    super('The resolver does not answer. Ask again shortly.', options);
    this.headers = { 'retry-after': String(Math.max(1, Math.ceil(retryAfterSeconds))) };
  }
}

const away = { status: 503, retryable: true, reportable: true } as const;

/** Every code the API can answer with, once. */
export const errorRegistry: Readonly<Record<ProblemCode, ErrorEntry>> = {
  ...sharedErrors,
  unauthenticated: { type: UnauthenticatedError, status: 401, title: 'Not signed in', ...callersFault },
  forbidden: { type: ForbiddenError, status: 403, title: 'Not allowed', ...callersFault },
  conflict: { type: ConflictError, status: 409, title: 'Conflict', ...callersFault },
  database_unavailable: { type: DatabaseUnavailableError, title: 'Database unavailable', ...away },
  query_timeout: { type: QueryTimeoutError, title: 'Query timeout', ...away },
  export_space: { type: ExportSpaceError, title: 'No room for the export', ...away },
  resolver_unavailable: { type: ResolverUnavailableError, status: 503, title: 'Resolver unavailable', ...passing },
};
