import { setTimeout as sleep } from 'node:timers/promises';
import type { Problem } from '@deadwax/contract/catalog-schemas';
import type { CliError } from '../cli-error.ts';
import type { Catalog } from './connection.ts';
import { explainProblem, explainSilence, explainStranger } from './explain-fault.ts';

interface Reply<T> {
  readonly data?: T;
  readonly error?: unknown;
  readonly response: Response;
}

type Send<T> = (client: Catalog['client']) => Promise<Reply<T>>;

/** Waits, in milliseconds, before a request that met a passing fault is sent again. */
const patienceMs = [1000, 2000, 4000, 8000];
const longestWaitMs = 30_000;

/** Sends one request and gives what was answered. Throws CliError for every other outcome, in words for a person. */
export async function ask<T>(catalog: Catalog, send: Send<T>): Promise<T> {
  const reply = await attempt(catalog, send);
  if ('fault' in reply) throw reply.fault;
  return reply.data;
}

/** The same, and sends again what met a fault that passes. Only for requests that may be sent twice. */
export async function askPatiently<T>(catalog: Catalog, send: Send<T>): Promise<T> {
  for (const waitMs of patienceMs) {
    const reply = await attempt(catalog, send);
    if ('data' in reply) return reply.data;
    if (!reply.passing) throw reply.fault;
    await sleep(Math.max(waitMs, reply.retryAfterMs), undefined, { signal: catalog.signal });
  }
  return ask(catalog, send);
}

type Attempt<T> =
  | { readonly data: T }
  | { readonly fault: CliError; readonly passing: boolean; readonly retryAfterMs: number };

async function attempt<T>({ url, client, signal }: Catalog, send: Send<T>): Promise<Attempt<T>> {
  let reply: Reply<T>;
  try {
    reply = await send(client);
  } catch (cause) {
    signal.throwIfAborted();
    if (cause instanceof SyntaxError)
      return { fault: explainStranger(url, 'its answer is no JSON'), passing: false, retryAfterMs: 0 };
    return { fault: explainSilence(url, cause), passing: true, retryAfterMs: 0 };
  }
  const { data, error, response } = reply;
  if (response.ok && typeof data === 'object' && data !== null) return { data };
  if (response.ok) return { fault: explainStranger(url, 'its answer is no JSON'), passing: false, retryAfterMs: 0 };
  const problem = readProblem(error);
  const retryAfterMs = Math.min(longestWaitMs, Number(response.headers.get('retry-after') ?? 0) * 1000 || 0);
  const fault =
    problem === null
      ? explainStranger(url, `${response.status} ${response.statusText}`.trim(), response.status)
      : explainProblem(url, problem);
  return { fault, passing: problem?.retryable ?? [502, 503, 504].includes(response.status), retryAfterMs };
}

/** The problem that an answer describes; null where it is no answer of a catalog. */
function readProblem(error: unknown): Problem | null {
  const problem = error as Partial<Problem> | null | undefined;
  return typeof problem === 'object' && typeof problem?.code === 'string' && typeof problem.detail === 'string'
    ? (problem as Problem)
    : null;
}
