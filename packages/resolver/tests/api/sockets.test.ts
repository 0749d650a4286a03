import { type AddressInfo, connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectContract } from './expect-contract.ts';
import { bulkPath, createTestApp, makeInput, token } from './test-app.ts';
import { engineOf, toyResolver } from './toy-resolver.ts';

let resolvedRows = 0;
const app = createTestApp({
  engine: engineOf({
    ...toyResolver,
    resolve: (inputs, options) => {
      resolvedRows += inputs.length;
      const until = performance.now() + (inputs[0]?.artist_name === 'slow' ? 40 : 0);
      while (performance.now() < until);
      return toyResolver.resolve(inputs, options);
    },
  }),
});
let port = 0;

beforeAll(async () => {
  await app.listen({ host: '127.0.0.1', port: 0 });
  port = (app.server.address() as AddressInfo).port;
});
afterAll(() => app.close());

/** Sends bytes as they are and returns all that comes back until the server closes or `ms` pass. */
async function exchange(bytes: string | Buffer, { end = false, ms = 1500 } = {}): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  const chunks: Buffer[] = [];
  socket.on('data', (chunk) => chunks.push(chunk));
  const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()).once('error', () => resolve()));
  if (end) socket.end(bytes);
  else socket.write(bytes);
  await Promise.race([closed, sleep(ms)]);
  socket.destroy();
  return Buffer.concat(chunks).toString();
}

function post(body: string, headers: readonly string[] = []): string {
  const lines = [`POST ${bulkPath} HTTP/1.1`, 'Host: x', `Authorization: Bearer ${token}`, ...headers];
  const hasType = headers.some((header) => /^content-type/i.test(header));
  return [...lines, ...(hasType ? [] : ['Content-Type: application/json']), 'Connection: close', '', body].join('\r\n');
}

const body = JSON.stringify({ inputs: [makeInput()] });
const length = `Content-Length: ${Buffer.byteLength(body)}`;

describe('bytes on a real connection', () => {
  it('answers a good request', async () => {
    expect(await exchange(post(body, [length]))).toMatch(/^HTTP\/1\.1 200 /);
  });

  it('closes the connection after a stream too, when that is asked for', async () => {
    const line = JSON.stringify(makeInput());
    const headers = [`Content-Length: ${line.length}`, 'Content-Type: application/x-ndjson'];
    const asked = performance.now();
    const answer = await exchange(post(line, headers), { ms: 20_000 });
    expect(answer).toMatch(/^HTTP\/1\.1 200 .*"single_artist".*\r\n0\r\n\r\n$/s);
    expect(performance.now() - asked).toBeLessThan(10_000);
  });

  const malformed: [reason: string, bytes: string, status: string][] = [
    ['not HTTP', 'hello\r\n\r\n', '400'],
    ['a TLS hello', '\u0016\u0003\u0001\u0002\u0000\u0001\u0000', '400'],
    ['a method nobody knows', 'FROB / HTTP/1.1\r\nHost: x\r\n\r\n', '400'],
    ['no Host', `POST ${bulkPath} HTTP/1.1\r\nConnection: close\r\n\r\n`, '400'],
    ['a header without a colon', 'GET /healthz HTTP/1.1\r\nHost: x\r\nbroken\r\n\r\n', '400'],
    ['a control byte in a header', 'GET /healthz HTTP/1.1\r\nHost: x\r\nX-A: \u0001\r\n\r\n', '400'],
    ['a length that is no number', post(body, ['Content-Length: abc']), '400'],
    ['two lengths that differ', post(body, ['Content-Length: 3', 'Content-Length: 4']), '400'],
    ['a length beside chunks', post(body, [length, 'Transfer-Encoding: chunked']), '400'],
    ['a broken chunk', post('zz\r\n', ['Transfer-Encoding: chunked']), '400'],
    ['headers of 40 kB', `GET /healthz HTTP/1.1\r\nHost: x\r\nX-A: ${'a'.repeat(40_000)}\r\n\r\n`, '431'],
  ];
  it.each(malformed)('answers %s with problem+json, or plainly with 4xx', async (_reason, bytes, status) => {
    const answer = await exchange(Buffer.from(bytes, 'latin1'));
    expect(answer).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
  });

  it.each([
    ['hello\r\n\r\n', 'malformed_request'],
    [`GET /healthz HTTP/1.1\r\nHost: x\r\nX-A: ${'a'.repeat(40_000)}\r\n\r\n`, 'headers_too_large'],
  ])('says as problem+json what is wrong with %.12j', async (bytes, code) => {
    const [head = '', problem = ''] = (await exchange(bytes)).split('\r\n\r\n');
    expect(head).toContain('application/problem+json');
    expectContract('Problem', JSON.parse(problem));
    expect(JSON.parse(problem).code).toBe(code);
  });

  it('refuses another charset', async () => {
    const answer = await exchange(post(body, [length, 'Content-Type: application/json; charset=utf-16']));
    expect(answer).toMatch(/^HTTP\/1\.1 415 /);
  });

  it('refuses a body announced as larger than the limit without reading it', async () => {
    expect(await exchange(post('', ['Content-Length: 99999999']))).toMatch(/^HTTP\/1\.1 413 /);
  });

  it('refuses a body that grows past the limit in chunks', async () => {
    const chunk = `${(1 << 20).toString(16)}\r\n${'a'.repeat(1 << 20)}\r\n`;
    const answer = await exchange(post(chunk.repeat(9), ['Transfer-Encoding: chunked']), { ms: 5000 });
    expect(answer === '' || /^HTTP\/1\.1 413 /.test(answer)).toBe(true);
  });

  it('survives a body that is cut short', async () => {
    const answer = await exchange(post(body.slice(0, 20), [length]), { end: true });
    expect(answer).not.toMatch(/^HTTP\/1\.1 5/);
    expect(await exchange(post(body, [length]))).toMatch(/^HTTP\/1\.1 200 /);
  });
});

describe('a client that goes away', () => {
  it('stops the work it asked for', async () => {
    resolvedRows = 0;
    const inputs = Array.from({ length: 1000 }, () => makeInput({ artist_name: 'slow' }));
    const large = JSON.stringify({ inputs });
    const socket: Socket = connect(port, '127.0.0.1');
    socket.on('error', () => undefined);
    socket.write(post(large, [`Content-Length: ${Buffer.byteLength(large)}`]));
    while (resolvedRows === 0) await sleep(1);
    socket.destroy();
    await sleep(400);
    expect(resolvedRows).toBeLessThan(1000);
  });
});

describe('a large batch', () => {
  it('leaves room for a health check between its pieces', async () => {
    const inputs = Array.from({ length: 1000 }, () => makeInput({ artist_name: 'slow' }));
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    resolvedRows = 0;
    const options = { method: 'POST', headers, body: JSON.stringify({ inputs }) };
    const asked = fetch(`http://127.0.0.1:${port}${bulkPath}`, options);
    while (resolvedRows === 0) await sleep(1);
    expect((await fetch(`http://127.0.0.1:${port}/healthz`)).status).toBe(200);
    expect(resolvedRows).toBeLessThan(1000);
    expect((await asked).status).toBe(200);
    expect(resolvedRows).toBe(1000);
  });
});

describe('closing', () => {
  it('finishes what is under way and refuses what is new', async () => {
    const closing = createTestApp();
    const underWay = new Promise<void>((resolve) => closing.addHook('onRequest', async () => resolve()));
    await closing.listen({ host: '127.0.0.1', port: 0 });
    const { port: own } = closing.server.address() as AddressInfo;
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    const asked = fetch(`http://127.0.0.1:${own}${bulkPath}`, { method: 'POST', headers, body });
    await underWay;
    await closing.close();
    expect((await asked).status).toBe(200);
    await expect(fetch(`http://127.0.0.1:${own}/healthz`)).rejects.toThrow();
  });
});
