import { createResolverClient } from '@deadwax/contract/client';
import { validateFindTouchedResponse, validateVersionResponse } from '@deadwax/contract/generated/validators';
import type { TouchedInput } from '@deadwax/contract/schemas';
import { checkToken, formatFingerprint, normalizeBaseUrl } from './connection.ts';
import { faultOfAbort, faultOfBreakage, faultOfResponse } from './fault-of.ts';
import { type ResolverError, ResolverInvalidAnswerError } from './faults.ts';
import type { TransportOptions } from './transport.ts';

const TIMEOUT_MS = 30_000;

/** A page of rows that were answered under one snapshot. */
export interface TouchedQuestion {
  readonly snapshot: string;
  readonly since: string;
  readonly inputs: readonly TouchedInput[];
}

/** Asks the resolver about its snapshots. Faults are returned, never thrown; an unknown snapshot is the fault `unknown_snapshot`. */
export interface SnapshotClient {
  /** Id of the snapshot that serves; null where none is open. */
  findServing(signal: AbortSignal): Promise<{ readonly snapshot: string | null } | ResolverError>;
  /** Which of the rows may be answered otherwise since. */
  findTouched(
    question: TouchedQuestion,
    signal: AbortSignal,
  ): Promise<{ readonly touched: ReadonlySet<number> } | ResolverError>;
}

interface Answer<T> {
  readonly data?: T | undefined;
  readonly error?: unknown;
  readonly response: Response;
}

interface Asking<T, R> {
  readonly request: (signal: AbortSignal) => Promise<Answer<T>>;
  readonly validate: (data: unknown) => data is T;
  readonly read: (data: T) => R;
}

export function createSnapshotClient({ baseUrl, token, fetch: send }: TransportOptions): SnapshotClient {
  checkToken(token);
  const fingerprint = formatFingerprint(token);
  const client = createResolverClient({
    ...{ baseUrl: normalizeBaseUrl(baseUrl), token },
    ...(send === undefined ? {} : { fetch: send }),
  });
  const ask = async <T, R extends object>(
    caller: AbortSignal,
    { request, validate, read }: Asking<T, R>,
  ): Promise<R | ResolverError> => {
    const signal = AbortSignal.any([caller, AbortSignal.timeout(TIMEOUT_MS)]);
    try {
      const { data, error, response } = await request(signal);
      if (!response.ok) return faultOfResponse({ response, body: error, fingerprint });
      if (validate(data)) return read(data);
      const options = { status: response.status, code: 'invalid_answer' };
      return new ResolverInvalidAnswerError('the answer is not of the contract', options);
    } catch (cause) {
      return caller.aborted ? faultOfAbort(caller.reason) : faultOfBreakage(cause);
    }
  };
  return {
    findServing: (caller) =>
      ask(caller, {
        request: (signal) => client.GET('/version', { signal, redirect: 'manual' }),
        validate: validateVersionResponse,
        read: ({ snapshot }) => ({ snapshot }),
      }),
    findTouched: ({ snapshot, since, inputs }, caller) => {
      const body = { snapshot, since, inputs: [...inputs] };
      return ask(caller, {
        request: (signal) =>
          client.POST('/api/v1/identity/find-touched-libraries', { body, signal, redirect: 'manual' }),
        validate: validateFindTouchedResponse,
        read: ({ touched }) => ({ touched: new Set(touched) }),
      });
    },
  };
}
