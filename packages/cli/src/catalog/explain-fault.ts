import type { Problem } from '@deadwax/contract/catalog-schemas';
import { CliError } from '../cli-error.ts';

const startOne = 'script/server starts one; CATALOG_URL or --url names another.';

/** A problem that the catalog answered with, for a person. */
export function explainProblem(url: string, { code, detail, errors }: Problem): CliError {
  switch (code) {
    case 'unauthenticated':
      return new CliError(`the catalog at ${url} does not take the token: ${lower(detail)}`, {
        hint: 'CATALOG_TOKEN or --token gives another; script/server prints one.',
      });
    case 'forbidden':
      return new CliError(`the token does not allow it: ${lower(detail)}`);
    case 'body_too_large':
    case 'too_many_inputs':
      return new CliError(`the catalog at ${url} does not take so much at once: ${lower(detail)}`, {
        hint: '--page ROWS sends fewer rows a request.',
      });
    case 'database_unavailable':
    case 'resolver_unavailable':
      return new CliError(`the catalog at ${url} is there, but ${lower(detail)}`);
    case 'invalid_input':
      return new CliError(
        [detail, ...errors.slice(0, 3).map(({ pointer, message }) => `${pointer} ${message}`)].join(' '),
      );
    case 'not_found':
      return new CliError(detail, { hint: `So says what answers at ${url}.` });
    default:
      return new CliError(`the catalog at ${url} says: ${detail}`);
  }
}

const causes: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing listens there',
  ENOTFOUND: 'there is no such host',
  EAI_AGAIN: 'the name of the host cannot be looked up',
  ECONNRESET: 'the connection was cut',
  UND_ERR_SOCKET: 'the connection was cut',
  EHOSTUNREACH: 'the host cannot be reached',
  ENETUNREACH: 'the network cannot be reached',
  ETIMEDOUT: 'it took too long',
  UND_ERR_CONNECT_TIMEOUT: 'it took too long',
  UND_ERR_HEADERS_TIMEOUT: 'it took too long',
};

/** No answer came, for a person. */
export function explainSilence(url: string, cause: unknown): CliError {
  const { name, cause: inner } = cause as { name?: string; cause?: { code?: string; message?: string } };
  const why =
    name === 'TimeoutError' ? 'it took too long' : (causes[inner?.code ?? ''] ?? inner?.message ?? String(cause));
  return new CliError(`no catalog answers at ${url}: ${why}`, { hint: startOne, cause });
}

/** An answer that no catalog gives. */
export function explainStranger(url: string, what: string, status?: number): CliError {
  if (status === 413)
    return new CliError(`what stands before the catalog at ${url} does not take so much at once (${what})`, {
      hint: '--page ROWS sends fewer rows a request.',
    });
  return new CliError(`something answers at ${url}, but not as a catalog does: ${what}`, { hint: startOne });
}

function lower(detail: string): string {
  return detail.charAt(0).toLowerCase() + detail.slice(1).replace(/\.$/, '');
}
