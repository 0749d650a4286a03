import { randomUUID } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { type ErrorRegistry, HeadersTooLargeError, MalformedRequestError, RequestTimeoutError } from './errors.ts';
import { presentProblem, problemMediaType } from './problem.ts';

function translateProtocol(
  error: NodeJS.ErrnoException,
): HeadersTooLargeError | MalformedRequestError | RequestTimeoutError {
  if (error.code === 'HPE_HEADER_OVERFLOW') return new HeadersTooLargeError({ cause: error });
  if (error.code === 'ERR_HTTP_REQUEST_TIMEOUT') return new RequestTimeoutError({ cause: error });
  return new MalformedRequestError({ cause: error });
}

/** The answer, byte for byte, to bytes that never became a request. */
function formatProtocolProblem(error: NodeJS.ErrnoException, errors: ErrorRegistry): string {
  const requestId = randomUUID();
  const fault = translateProtocol(error);
  const problem = presentProblem(fault, errors[fault.code], requestId);
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

/** Answers what node could not read as HTTP, on the socket itself. */
export function answerClientError(errors: ErrorRegistry): (error: NodeJS.ErrnoException, socket: Socket) => void {
  return (error, socket) => {
    if (error.code === 'ECONNRESET' || socket.destroyed) return;
    if (socket.writable) socket.end(formatProtocolProblem(error, errors));
    else socket.destroy();
  };
}
