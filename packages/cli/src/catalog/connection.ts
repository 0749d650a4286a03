import { type CatalogClient, createCatalogClient } from '@deadwax/contract/catalog-client';
import { type Command, Option } from 'commander';
import { CliError, exitCode } from '../cli-error.ts';

const defaultUrl = 'http://127.0.0.1:8078';
/** Longer than any answer should take: a thousand rows are taken in seconds. */
const longestAnswerMs = 120_000;

export interface CatalogFlags {
  readonly url: string;
  readonly token?: string;
}

/** A catalog over HTTP, known through the contract alone. */
export interface Catalog {
  readonly url: string;
  readonly client: CatalogClient;
  readonly signal: AbortSignal;
}

export function addCatalogOptions(command: Command): Command {
  return command
    .addOption(new Option('--url <address>', 'where the catalog answers').env('CATALOG_URL').default(defaultUrl))
    .addOption(new Option('--token <token>', 'whose token to ask with').env('CATALOG_TOKEN'));
}

/** The catalog that flags or environment name. Asks nothing yet. */
export function connect(flags: CatalogFlags, signal: AbortSignal): Catalog {
  const url = parseUrl(flags.url.trim() || defaultUrl);
  const token = (flags.token ?? '').trim();
  if (token === '')
    throw new CliError('there is no token for the catalog: CATALOG_TOKEN or --token gives one', {
      exitCode: exitCode.usage,
      hint: 'script/server and services/catalog print one where they check tokens by a secret of their own.',
    });
  if (!/^[\x21-\x7e]+$/.test(token))
    throw new CliError('the token for the catalog has characters that no token has', { exitCode: exitCode.usage });
  // Only until an answer begins: an export may go on for long.
  const ask: typeof fetch = async (input, init) => {
    const patience = new AbortController();
    const timer = setTimeout(() => patience.abort(new DOMException('no answer', 'TimeoutError')), longestAnswerMs);
    try {
      return await fetch(input, { ...init, signal: AbortSignal.any([signal, patience.signal]) });
    } finally {
      clearTimeout(timer);
    }
  };
  return { url, client: createCatalogClient({ baseUrl: url, token, fetch: ask }), signal };
}

function parseUrl(text: string): string {
  const url = URL.parse(text);
  if (url === null || !/^https?:$/.test(url.protocol))
    throw new CliError(`${JSON.stringify(text)} is no address of a catalog: ${defaultUrl} is one`, {
      exitCode: exitCode.usage,
    });
  return `${url.origin}${url.pathname.replace(/\/+$/, '')}`;
}
