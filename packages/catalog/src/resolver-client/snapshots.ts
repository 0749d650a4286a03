import { createResolverClient } from '@deadwax/contract/client';
import type { TouchedInput } from '@deadwax/contract/schemas';
import { checkToken, formatFingerprint, normalizeBaseUrl } from './connection.ts';
import { faultOfAbort, faultOfBreakage, faultOfResponse } from './fault-of.ts';
import type { ResolverError } from './faults.ts';
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

export function createSnapshotClient({ baseUrl, token, fetch: send }: TransportOptions): SnapshotClient {
  checkToken(token);
  const fingerprint = formatFingerprint(token);
  const client = createResolverClient({
    ...{ baseUrl: normalizeBaseUrl(baseUrl), token },
    ...(send === undefined ? {} : { fetch: send }),
  });
  const ask = async <T, R extends object>(
    caller: AbortSignal,
    request: (signal: AbortSignal) => Promise<Answer<T>>,
    read: (data: T) => R,
  ): Promise<R | ResolverError> => {
    const signal = AbortSignal.any([caller, AbortSignal.timeout(TIMEOUT_MS)]);
    try {
      const { data, error, response } = await request(signal);
      return data === undefined ? faultOfResponse({ response, body: error, fingerprint }) : read(data);
    } catch (cause) {
      return caller.aborted ? faultOfAbort(caller.reason) : faultOfBreakage(cause);
    }
  };
  return {
    findServing: (caller) =>
      ask(
        caller,
        (signal) => client.GET('/version', { signal, redirect: 'manual' }),
        ({ snapshot }) => ({ snapshot }),
      ),
    findTouched: ({ snapshot, since, inputs }, caller) => {
      const body = { snapshot, since, inputs: [...inputs] };
      return ask(
        caller,
        (signal) => client.POST('/api/v1/identity/find-touched-libraries', { body, signal, redirect: 'manual' }),
        ({ touched }) => ({ touched: new Set(touched) }),
      );
    },
  };
}
