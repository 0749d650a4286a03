import type { InputFault, ProblemCode } from '@deadwax/contract/schemas';

/** An answer other than success. The message is for the caller; the cause is for the log alone. */
export abstract class ApiError extends Error {
  abstract readonly code: ProblemCode;
  readonly faults: readonly InputFault[] = [];
  readonly headers: Readonly<Record<string, string>> = {};
}

/** Bytes that are not HTTP. */
export class MalformedRequestError extends ApiError {
  readonly code = 'malformed_request';

  constructor(options?: ErrorOptions) {
    super('This is not a readable HTTP request.', options);
  }
}

export class HeadersTooLargeError extends ApiError {
  readonly code = 'headers_too_large';

  constructor(options?: ErrorOptions) {
    super('The headers are larger than this service reads.', options);
  }
}

export class RequestTimeoutError extends ApiError {
  readonly code = 'request_timeout';

  constructor(options?: ErrorOptions) {
    super('The request did not arrive whole in time.', options);
  }
}

export class MalformedJsonError extends ApiError {
  readonly code = 'malformed_json';

  constructor(detail = 'The body is not valid JSON.', options?: ErrorOptions) {
    super(detail, options);
  }
}

export class UnsupportedMediaTypeError extends ApiError {
  readonly code = 'unsupported_media_type';
  override readonly headers = { accept: 'application/json' };

  constructor(detail = 'Send the body as application/json in UTF-8, without a content encoding.') {
    super(detail);
  }
}

export class UnauthenticatedError extends ApiError {
  readonly code = 'unauthenticated';
  override readonly headers = { 'www-authenticate': 'Bearer realm="deadwax-resolver"' };

  constructor() {
    super('Send a bearer token in the Authorization header.');
  }
}

export class ForbiddenError extends ApiError {
  readonly code = 'forbidden';
  override readonly headers = { 'www-authenticate': 'Bearer realm="deadwax-resolver", error="invalid_token"' };

  constructor() {
    super('The token in the Authorization header is not one this service accepts.');
  }
}

export class NotFoundError extends ApiError {
  readonly code = 'not_found';

  constructor() {
    super('There is nothing at this path. /docs lists the operations.');
  }
}

export class MethodNotAllowedError extends ApiError {
  readonly code = 'method_not_allowed';
  override readonly headers: { allow: string };

  constructor(allowed: readonly string[]) {
    super(`This path answers ${allowed.join(', ')} only.`);
    this.headers = { allow: allowed.join(', ') };
  }
}

export class TooManyInputsError extends ApiError {
  readonly code = 'too_many_inputs';

  constructor(count: number, limit: number) {
    super(`The request holds ${count} inputs; send at most ${limit} at a time.`);
  }
}

export class BodyTooLargeError extends ApiError {
  readonly code = 'body_too_large';

  constructor(limitBytes: number) {
    super(`The body is larger than ${limitBytes} bytes.`);
  }
}

export class InvalidInputError extends ApiError {
  readonly code = 'invalid_input';
  override readonly faults: readonly InputFault[];

  constructor(faults: readonly InputFault[]) {
    const [first] = faults;
    super(first === undefined ? 'The request does not fit the contract.' : `${first.pointer || '/'}: ${first.message}`);
    this.faults = faults;
  }
}

export class SnapshotNotLoadedError extends ApiError {
  readonly code = 'snapshot_not_loaded';
  override readonly headers = { 'retry-after': '5' };

  constructor() {
    super('The snapshot is not open yet. Ask again shortly.');
  }
}

export class InternalError extends ApiError {
  readonly code = 'internal_error';

  constructor(cause: unknown) {
    super('Something went wrong here. The request id names it in the log.', { cause });
  }
}

export interface ErrorEntry {
  /** The class that carries the code. */
  readonly type: { readonly prototype: ApiError };
  readonly status: number;
  readonly title: string;
  /** Whether the same request may succeed later. */
  readonly retryable: boolean;
  /** Whether an operator should hear of it. */
  readonly reportable: boolean;
}

const callersFault = { retryable: false, reportable: false } as const;

/** Every code the API can answer with, once. */
export const errorRegistry: Readonly<Record<ProblemCode, ErrorEntry>> = {
  malformed_request: { type: MalformedRequestError, status: 400, title: 'Malformed request', ...callersFault },
  malformed_json: { type: MalformedJsonError, status: 400, title: 'Malformed JSON', ...callersFault },
  unauthenticated: { type: UnauthenticatedError, status: 401, title: 'Token missing', ...callersFault },
  forbidden: { type: ForbiddenError, status: 403, title: 'Token not accepted', ...callersFault },
  not_found: { type: NotFoundError, status: 404, title: 'Not found', ...callersFault },
  method_not_allowed: { type: MethodNotAllowedError, status: 405, title: 'Method not allowed', ...callersFault },
  request_timeout: {
    type: RequestTimeoutError,
    status: 408,
    title: 'Request timeout',
    retryable: true,
    reportable: false,
  },
  too_many_inputs: { type: TooManyInputsError, status: 413, title: 'Too many inputs', ...callersFault },
  body_too_large: { type: BodyTooLargeError, status: 413, title: 'Body too large', ...callersFault },
  unsupported_media_type: {
    type: UnsupportedMediaTypeError,
    status: 415,
    title: 'Unsupported media type',
    ...callersFault,
  },
  invalid_input: { type: InvalidInputError, status: 422, title: 'Invalid input', ...callersFault },
  headers_too_large: { type: HeadersTooLargeError, status: 431, title: 'Headers too large', ...callersFault },
  snapshot_not_loaded: {
    type: SnapshotNotLoadedError,
    status: 503,
    title: 'Snapshot not loaded',
    retryable: true,
    reportable: false,
  },
  internal_error: {
    type: InternalError,
    status: 500,
    title: 'Internal error',
    retryable: true,
    reportable: true,
  },
};
