import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { ApiError } from './api-error.ts';
import {
  BodyTooLargeError,
  type ErrorRegistry,
  InternalError,
  MalformedJsonError,
  NotFoundError,
  UnsupportedMediaTypeError,
} from './errors.ts';
import { presentProblem, problemMediaType } from './problem.ts';

export interface ProblemOptions {
  readonly errors: ErrorRegistry;
  readonly maximumBodyBytes: number;
  /** What a fault below the API means to a caller; null where it says nothing. Default: never anything. */
  translate?(error: unknown): ApiError | null;
}

export type SendProblem = (thrown: unknown, request: FastifyRequest, reply: FastifyReply) => FastifyReply;

function translate(error: unknown, options: ProblemOptions): ApiError {
  if (error instanceof ApiError) return error;
  const { code, statusCode } = (error ?? {}) as Partial<FastifyError>;
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE') return new BodyTooLargeError(options.maximumBodyBytes);
  if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') return new UnsupportedMediaTypeError();
  if (code === 'FST_ERR_BAD_URL' || code === 'FST_ERR_MAX_PARAM_LENGTH') return new NotFoundError();
  // What is left of 4xx comes from reading the body: cut short, or of another length than announced.
  if (statusCode === 400) return new MalformedJsonError('The body could not be read to its end.', { cause: error });
  return options.translate?.(error) ?? new InternalError(error);
}

/** Turns whatever was thrown into problem+json. Only the log sees the cause. */
export function createProblemSender(options: ProblemOptions): SendProblem {
  const { errors } = options;
  return (thrown, request, reply) => {
    const error = translate(thrown, options);
    const entry = errors[error.code] ?? errors.internal_error;
    if (entry.reportable) request.log.error({ err: error.cause ?? error }, 'request failed');
    const body = JSON.stringify(presentProblem(error, entry, request.id));
    return (
      reply
        .code(entry.status)
        .headers(error.headers)
        // A path that cannot be decoded is answered without the hooks that would set it.
        .header('x-request-id', request.id)
        .header('content-type', problemMediaType)
        .serializer((payload: string) => payload)
        .send(body)
    );
  };
}
