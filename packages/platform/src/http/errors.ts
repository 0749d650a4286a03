import { ApiError, callersFault, type ErrorEntry, type Fault, passing } from './api-error.ts';

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

export class NotFoundError extends ApiError {
  readonly code = 'not_found';

  constructor(detail = 'There is nothing at this path. /docs lists the operations.') {
    super(detail);
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
  override readonly faults: readonly Fault[];

  constructor(faults: readonly Fault[]) {
    const [first] = faults;
    super(first === undefined ? 'The request does not fit the contract.' : `${first.pointer || '/'}: ${first.message}`);
    this.faults = faults;
  }
}

export class InternalError extends ApiError {
  readonly code = 'internal_error';

  constructor(cause: unknown) {
    super('Something went wrong here. The request id names it in the log.', { cause });
  }
}

/** The part of a service's registry that every service has. */
export const sharedErrors = {
  malformed_request: { type: MalformedRequestError, status: 400, title: 'Malformed request', ...callersFault },
  malformed_json: { type: MalformedJsonError, status: 400, title: 'Malformed JSON', ...callersFault },
  not_found: { type: NotFoundError, status: 404, title: 'Not found', ...callersFault },
  method_not_allowed: { type: MethodNotAllowedError, status: 405, title: 'Method not allowed', ...callersFault },
  request_timeout: { type: RequestTimeoutError, status: 408, title: 'Request timeout', ...passing },
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
  internal_error: { type: InternalError, status: 500, title: 'Internal error', retryable: true, reportable: true },
} as const satisfies Readonly<Record<string, ErrorEntry>>;

/** Every code a service can answer with, once. */
export type ErrorRegistry = Readonly<Record<keyof typeof sharedErrors, ErrorEntry>> &
  Readonly<Record<string, ErrorEntry>>;
