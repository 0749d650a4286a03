import { randomUUID } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import type { Problem } from '@deadwax/contract/schemas';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import {
  ApiError,
  BodyTooLargeError,
  errorRegistry,
  HeadersTooLargeError,
  InternalError,
  MalformedJsonError,
  MalformedRequestError,
  NotFoundError,
  RequestTimeoutError,
  UnsupportedMediaTypeError,
} from '../errors.ts';

export const maximumBodyBytes = 8 * 1024 * 1024;
const problemMediaType = 'application/problem+json; charset=utf-8';

function translate(error: unknown): ApiError {
  if (error instanceof ApiError) return error;
  const { code, statusCode } = error as Partial<FastifyError>;
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE') return new BodyTooLargeError(maximumBodyBytes);
  if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') return new UnsupportedMediaTypeError();
  if (code === 'FST_ERR_BAD_URL' || code === 'FST_ERR_MAX_PARAM_LENGTH') return new NotFoundError();
  // What is left of 4xx comes from reading the body: cut short, or of another length than announced.
  if (statusCode === 400) return new MalformedJsonError('The body could not be read to its end.', { cause: error });
  return new InternalError(error);
}

function presentProblem(error: ApiError, requestId: string): Problem {
  const { status, title, retryable } = errorRegistry[error.code];
  return {
    type: `urn:deadwax:problem:${error.code}`,
    title,
    status,
    code: error.code,
    detail: error.message,
    instance: `urn:deadwax:request:${requestId}`,
    retryable,
    errors: [...error.faults],
  };
}

/** Turns whatever was thrown into problem+json. Only the log sees the cause. */
export function sendProblem(thrown: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const error = translate(thrown);
  const { status, reportable } = errorRegistry[error.code];
  if (reportable) request.log.error({ err: error.cause ?? error }, 'request failed');
  const body = JSON.stringify(presentProblem(error, request.id));
  return (
    reply
      .code(status)
      .headers(error.headers)
      // A path that cannot be decoded is answered without the hooks that would set it.
      .header('x-request-id', request.id)
      .header('content-type', problemMediaType)
      .serializer((payload: string) => payload)
      .send(body)
  );
}

function translateProtocol(error: NodeJS.ErrnoException): ApiError {
  if (error.code === 'HPE_HEADER_OVERFLOW') return new HeadersTooLargeError({ cause: error });
  if (error.code === 'ERR_HTTP_REQUEST_TIMEOUT') return new RequestTimeoutError({ cause: error });
  return new MalformedRequestError({ cause: error });
}

/** The answer, byte for byte, to bytes that never became a request. */
export function formatProtocolProblem(error: NodeJS.ErrnoException): string {
  const requestId = randomUUID();
  const problem = presentProblem(translateProtocol(error), requestId);
  const body = JSON.stringify(problem);
  return [
    `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status]}`,
    `Content-Type: ${problemMediaType}`,
    `Content-Length: ${Buffer.byteLength(body)}`,
    `X-Request-Id: ${requestId}`,
    'Connection: close',
    '',
    body,
  ].join('\r\n');
}
