import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

interface ChatRequest {
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: {
    model: string;
    temperature: number;
    messages: { role: string; content: string }[];
    response_format: unknown;
  };
  /** What stands in the user's message. */
  readonly question: {
    row: Record<string, unknown>;
    candidates: { source: string; id: string; name: string; artist: string | null; year: number | null }[];
  };
}

export type Answer = (request: ChatRequest, response: ServerResponse, count: number) => void;

export interface ChatServer {
  readonly url: string;
  readonly requests: ChatRequest[];
  /** How many were being answered at once, at most. */
  readonly most: () => number;
  answer: Answer;
  close(): Promise<void>;
}

/** A completion whose text is `content`. */
export function say(content: unknown): Answer {
  const text = typeof content === 'string' ? content : JSON.stringify(content);
  return (_request, response) => {
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ id: 'x', choices: [{ index: 0, message: { role: 'assistant', content: text } }] }));
  };
}

export function refuse(status: number, headers: Record<string, string> = {}): Answer {
  return (_request, response) => void response.writeHead(status, headers).end('{"error":{"message":"no"}}');
}

/** A server on loopback that speaks the chat-completions protocol as far as told. */
export async function startChatServer(): Promise<ChatServer> {
  const requests: ChatRequest[] = [];
  let [open, most] = [0, 0];
  const http = createServer((request, response) => {
    open += 1;
    most = Math.max(most, open);
    response.once('close', () => {
      open -= 1;
    });
    void readRequest(request).then((read) => {
      requests.push(read);
      server.answer(read, response, requests.length);
    });
  });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const server: ChatServer = {
    url: `http://127.0.0.1:${(http.address() as AddressInfo).port}/v1`,
    requests,
    most: () => most,
    answer: say({ choice: null }),
    close: () =>
      new Promise((resolve) => {
        http.close(() => resolve());
        http.closeAllConnections();
      }),
  };
  return server;
}

async function readRequest(request: IncomingMessage): Promise<ChatRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const body = JSON.parse(Buffer.concat(chunks).toString()) as ChatRequest['body'];
  const question = JSON.parse(body.messages.at(-1)?.content ?? '{}') as ChatRequest['question'];
  return { path: request.url ?? '', headers: request.headers, body, question };
}
