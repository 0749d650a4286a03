import { STATUS_CODES } from 'node:http';
import type { Problem } from '@deadwax/contract/schemas';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import {
  ApiError,
  BodyTooLargeError,
  errorRegistry,
  InternalError,
  MalformedJsonError,
  NotFoundError,
  UnsupportedMediaTypeError,
} from '../errors.ts';

export const maximumBodyBytes = 8 * 1024 * 1024;

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
    instance: requestId,
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
      .header('content-type', 'application/problem+json; charset=utf-8')
      .serializer((payload: string) => payload)
      .send(body)
  );
}

/** Bytes that never became a request still get problem+json, with the members that RFC 9457 asks for. */
export function formatProtocolProblem(error: NodeJS.ErrnoException): string {
  const status = { HPE_HEADER_OVERFLOW: 431, ERR_HTTP_REQUEST_TIMEOUT: 408 }[error.code ?? ''] ?? 400;
  const title = STATUS_CODES[status];
  const body = JSON.stringify({ type: 'about:blank', title, status, detail: 'This is not a readable HTTP request.' });
  return [
    `HTTP/1.1 ${status} ${title}`,
    'Content-Type: application/problem+json; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Connection: close',
    '',
    body,
  ].join('\r\n');
}
