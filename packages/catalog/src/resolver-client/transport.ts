import { createResolverClient } from '@deadwax/contract/client';
import type { BulkResolveInput } from '@deadwax/contract/schemas';
import { checkToken, formatFingerprint, normalizeBaseUrl } from './connection.ts';
import { faultOfAbort, faultOfBreakage, faultOfResponse, faultOfTimeout } from './fault-of.ts';
import type { ResolverError } from './faults.ts';
import { type ParsedAnswer, parseAnswer } from './parse-answer.ts';

export type FetchRequest = (request: Request) => Promise<Response>;

export interface TransportOptions {
  readonly baseUrl: string;
  readonly token: string;
  readonly fetch?: FetchRequest | undefined;
}

export interface ResolverRequest {
  readonly inputs: readonly BulkResolveInput[];
  readonly includeTracks: boolean;
  readonly headers: Readonly<Record<string, string>>;
  readonly timeoutMs: number;
  readonly signal: AbortSignal | undefined;
}

/** One request. Returns every fault; throws only what is a mistake of ours. */
export type Transport = (request: ResolverRequest) => Promise<ParsedAnswer | ResolverError>;

export function createTransport({ baseUrl, token, fetch: send = globalThis.fetch }: TransportOptions): Transport {
  checkToken(token);
  const client = createResolverClient({ baseUrl: normalizeBaseUrl(baseUrl), token });
  const fingerprint = formatFingerprint(token);

  return async ({ inputs, includeTracks, headers, timeoutMs, signal }) => {
    const end = startEnding(timeoutMs, signal);
    let sent = false;
    let answered: Response | undefined;
    try {
      const { data, error, response } = await client.POST('/api/v1/identity/bulk-resolve-libraries', {
        body: { inputs: [...inputs], include_tracks: includeTracks },
        headers,
        signal: end.signal,
        // Another host gets neither the rows nor the token.
        redirect: 'manual',
        fetch: async (request) => {
          sent = true;
          answered = await send(request);
          return answered;
        },
      });
      return response.ok ? parseAnswer(data) : faultOfResponse({ response, body: error, fingerprint });
    } catch (cause) {
      if (end.by === 'caller') return faultOfAbort(signal?.reason ?? cause);
      if (!sent) throw cause;
      // The status of a refusal counts even where its body broke off.
      if (answered && !answered.ok) return faultOfResponse({ response: answered, body: null, fingerprint, cause });
      return end.by === 'timeout' ? faultOfTimeout(timeoutMs, cause) : faultOfBreakage(cause);
    } finally {
      end.stop();
    }
  };
}

interface Ending {
  readonly signal: AbortSignal;
  /** Which came first, where either did. */
  readonly by: 'caller' | 'timeout' | null;
  stop(): void;
}

/** `AbortSignal.any` would leave something behind on a signal that outlives its requests. */
function startEnding(timeoutMs: number, caller: AbortSignal | undefined): Ending {
  const controller = new AbortController();
  let by: Ending['by'] = null;
  const end = (who: 'caller' | 'timeout') => {
    by ??= who;
    controller.abort();
  };
  const onAbort = () => end('caller');
  const timer = setTimeout(() => end('timeout'), timeoutMs);
  caller?.addEventListener('abort', onAbort, { once: true });
  if (caller?.aborted) onAbort();
  return {
    signal: controller.signal,
    get by() {
      return by;
    },
    stop: () => {
      clearTimeout(timer);
      caller?.removeEventListener('abort', onAbort);
    },
  };
}
