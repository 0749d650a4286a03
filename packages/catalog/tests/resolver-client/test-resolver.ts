import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { BulkResolveInput, BulkResolveLibrariesRequest } from '@deadwax/contract/schemas';
import { makeAnswer } from './samples.ts';

interface Asked {
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: BulkResolveLibrariesRequest;
  readonly inputs: readonly BulkResolveInput[];
  readonly atMs: number;
}

export type Reply = (asked: Asked, response: ServerResponse, request: IncomingMessage) => void | Promise<void>;

/** A resolver on a port of its own that replies as told, and keeps what it was asked. It knows nothing but verdicts, and which snapshot serves where it is told. */
export async function startTestResolver() {
  const asked: Asked[] = [];
  const state = { reply: replyAll as Reply, serving: null as string | null, open: 0, mostOpen: 0 };
  const server = createServer((request, response) => {
    if (request.method === 'GET') {
      state.serving === null
        ? response.writeHead(404).end()
        : replyJson(response, {
            version: '1.0.0',
            contract_version: 1,
            resolver_version: 'test',
            snapshot: state.serving,
          });
      return;
    }
    state.open += 1;
    state.mostOpen = Math.max(state.mostOpen, state.open);
    response.once('close', () => {
      state.open -= 1;
    });
    readBody(request).then((body) => {
      const one = {
        url: request.url ?? '',
        headers: request.headers,
        body,
        inputs: body.inputs,
        atMs: performance.now(),
      };
      asked.push(one);
      return state.reply(one, response, request);
    }, ignoreAborted);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    state,
    /** Forgets what was asked; replies anew. */
    reset(reply: Reply = replyAll) {
      asked.length = 0;
      state.mostOpen = state.open;
      state.reply = reply;
      state.serving = null;
    },
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

export const replyAll: Reply = ({ inputs }, response) =>
  replyJson(response, makeAnswer(inputs.map((input) => input.library_id)));

export function replyJson(response: ServerResponse, body: unknown): void {
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

export function replyStatus(status: number, headers: Record<string, string> = {}, body: unknown = undefined): Reply {
  return (_asked, response) => {
    response.writeHead(status, headers).end(body === undefined ? 'no problem json' : JSON.stringify(body));
  };
}

/** Each reply once; the last for ever. */
export function replyInTurn(...replies: Reply[]): Reply {
  let turn = 0;
  return (asked, response, request) => {
    const reply = replies[Math.min(turn, replies.length - 1)]!;
    turn += 1;
    return reply(asked, response, request);
  };
}

/** Replies nothing until it is let. */
export function holdReplies(then: Reply = replyAll) {
  const { promise: opened, resolve: open } = Promise.withResolvers<void>();
  const reply: Reply = async (asked, response, request) => {
    await opened;
    await then(asked, response, request);
  };
  return { reply, open: () => open() };
}

async function readBody(request: IncomingMessage): Promise<BulkResolveLibrariesRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return JSON.parse(Buffer.concat(chunks).toString()) as BulkResolveLibrariesRequest;
}

function ignoreAborted(): void {}
