import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import type { Unavailable } from './link-proposer.ts';
import type { ChatMessage } from './prompt.ts';
import { parseRetryAfter } from './retry-after.ts';

export interface ChatEndpoint {
  /** Base of the API, as `http://localhost:11434/v1`; or the whole address, up to `/chat/completions`. */
  readonly url: string;
  readonly model: string;
  /** Sent as a bearer token; null sends none. */
  readonly key: string | null;
}

export interface ChatCall {
  readonly messages: readonly ChatMessage[];
  /** Ends the call, waits between tries included. */
  readonly signal: AbortSignal;
  /** When the signal will end it, on `performance.now()`'s clock: no wait is begun that lasts longer. */
  readonly deadline: number;
  /** First wait before another try; each further one is twice as long. */
  readonly backoffMs: number;
  /** Told of each request as it is sent. */
  readonly onRequest: () => void;
}

export class ChatError extends Error {
  readonly code: Unavailable;

  constructor(code: Unavailable, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'ChatError';
    this.code = code;
  }
}

const TRIES = 3;
const MOST_BYTES = 1 << 20;

const completion = z.object({
  choices: z.array(z.object({ message: z.object({ content: z.string() }) })).min(1),
});

/** The text a chat-completions endpoint answers. Tries again on 429, 5xx and broken connections. Throws ChatError. */
export async function completeChat(endpoint: ChatEndpoint, call: ChatCall): Promise<string> {
  try {
    const response = await requestPersistently(endpoint, call);
    return parseCompletion(await readText(response));
  } catch (error) {
    if (error instanceof ChatError) throw error;
    if (!call.signal.aborted) throw new ChatError('unreachable', 'the connection broke', { cause: error });
    const timedOut = (call.signal.reason as Error | undefined)?.name === 'TimeoutError';
    throw new ChatError(timedOut ? 'timeout' : 'cancelled', 'no answer in time', { cause: error });
  }
}

async function requestPersistently(endpoint: ChatEndpoint, call: ChatCall): Promise<Response> {
  for (let attempt = 1; ; attempt += 1) {
    const response = await request(endpoint, call).catch((error: unknown) => {
      if (attempt === TRIES || call.signal.aborted) throw error;
      return null;
    });
    if (response?.ok) return response;
    await response?.body?.cancel();
    if (response && !isTemporary(response.status)) throw new ChatError('refused', `status ${response.status}`);
    const wait = parseRetryAfter(response?.headers.get('retry-after')) ?? backOff(call.backoffMs, attempt);
    if (attempt === TRIES || performance.now() + wait >= call.deadline) {
      throw response
        ? new ChatError('overloaded', `status ${response.status}`)
        : new ChatError('unreachable', 'the connection broke');
    }
    await sleep(wait, undefined, { signal: call.signal });
  }
}

function request({ url, model, key }: ChatEndpoint, { messages, signal, onRequest }: ChatCall): Promise<Response> {
  onRequest();
  const base = url.replace(/\/+$/, '');
  return fetch(base.endsWith('/chat/completions') ? base : `${base}/chat/completions`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/json',
      ...(key === null ? {} : { authorization: `Bearer ${key}` }),
    },
    body: JSON.stringify({ model, messages, temperature: 0, response_format: { type: 'json_object' } }),
    // Where the endpoint sends us is not where the operator allowed us to send rows and key.
    redirect: 'error',
    signal,
  });
}

function isTemporary(status: number): boolean {
  return status === 429 || status >= 500;
}

/** Half of the wait is chance, so that those refused together do not come back together. */
function backOff(firstMs: number, attempt: number): number {
  return firstMs * 2 ** (attempt - 1) * (0.5 + Math.random() / 2);
}

async function readText(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += chunk.length;
    if (bytes > MOST_BYTES) throw new ChatError('malformed_answer', `more than ${MOST_BYTES} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString();
}

function parseCompletion(text: string): string {
  try {
    return completion.parse(JSON.parse(text)).choices[0]!.message.content;
  } catch (cause) {
    throw new ChatError('malformed_answer', 'not a chat completion', { cause });
  }
}
