import { once } from 'node:events';
import { type AddressInfo, connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { validateBulkResolveResult } from '@deadwax/contract/generated/validators';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectContract, expectProblem } from './expect-contract.ts';
import { bulkPath, createTestApp, makeInput, token } from './test-app.ts';
import { engineOf, toyResolver } from './toy-resolver.ts';

let resolvedRows = 0;
const counting = {
  ...toyResolver,
  resolve: (...[inputs, options]: Parameters<typeof toyResolver.resolve>) => {
    resolvedRows += inputs.length;
    return toyResolver.resolve(inputs, options);
  },
};
const app = createTestApp({ engine: engineOf(counting) });
let url = '';
beforeAll(async () => {
  await app.listen({ host: '127.0.0.1', port: 0 });
  url = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}${bulkPath}`;
});
afterAll(() => app.close());

const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/x-ndjson' };
async function ask(payload: string | Buffer, query = '', more = {}) {
  const options = { method: 'POST', headers: { ...headers, ...more }, body: Buffer.from(payload) };
  const response = await fetch(`${url}${query}`, options);
  return { type: response.headers.get('content-type'), status: response.status, body: await response.text() };
}
const expectRefusal = ({ status, body }: { status: number; body: string }, code: string) =>
  expect({ status, code: JSON.parse(body).code }).toEqual({ status: 422, code });
const read = (body: string) =>
  body
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));

describe('a stream of lines', () => {
  it('is answered line by line, in order, whatever its length', async () => {
    const ids = Array.from({ length: 5000 }, (_, place) => place + 1);
    const response = await ask(ids.map((id) => JSON.stringify(makeInput({ library_id: id }))).join('\n'));
    expect(response.type).toBe('application/x-ndjson; charset=utf-8');
    const lines = read(response.body);
    expect(lines.map((line) => line.library_id)).toEqual(ids);
    for (const line of lines) expect(validateBulkResolveResult(line)).toBe(true);
  });

  it('goes on after a line that cannot be answered, and says what is wrong with it', async () => {
    const good = JSON.stringify(makeInput({ library_id: 7 }));
    const bad = [
      '{"library_id":1',
      '{"library_id":1,"artist_name":"x"}',
      JSON.stringify(makeInput({ artist_name: 'a\u0000' })),
      '[]',
      `{"artist_name":"${'x'.repeat(1 << 20)}"}`,
    ];
    const lines = read((await ask(Buffer.from(bad.map((line) => `${line}\r\n\n${good}\n`).join('')))).body);
    expect(lines.map(({ code, library_id: id }) => code ?? id)).toEqual([
      ...['malformed_json', 7, 'invalid_input', 7, 'invalid_input', 7, 'invalid_input', 7, 'body_too_large', 7],
    ]);
    for (const line of lines.filter(({ code }) => code !== undefined)) expectContract('Problem', line);
    expect(lines[2].instance).toMatch(/:line:4$/);
  });

  it('takes its options from the query, and refuses what it does not know', async () => {
    const good = JSON.stringify(makeInput());
    const [line] = read((await ask(good, '?include_tracks=1')).body);
    expect(line.tracks_attempted).toBe(false);
    expectRefusal(await ask(good, '?include_tracks=yes'), 'invalid_input');
    expectRefusal(await ask(good, '', { 'x-caller-class': '9' }), 'invalid_input');
  });

  it('is refused before it begins where no snapshot is open', async () => {
    const opening = createTestApp({ engine: engineOf(null) });
    const response = await opening.inject({ method: 'POST', url: bulkPath, headers, payload: '{}' });
    expectProblem(response, 503, 'snapshot_not_loaded');
    await opening.close();
  });

  it('answers what has come before the rest is sent', async () => {
    let send: (text: string) => void = () => undefined;
    let end: () => void = () => undefined;
    const body = new ReadableStream({
      start: (controller) => {
        send = (text) => controller.enqueue(new TextEncoder().encode(text));
        end = () => controller.close();
      },
    });
    const asked = fetch(url, { method: 'POST', headers, body, duplex: 'half' } as RequestInit);
    send(`${JSON.stringify(makeInput({ library_id: 1 }))}\n`);
    const reader = (await asked).body!.pipeThrough(new TextDecoderStream()).getReader();
    expect(JSON.parse((await reader.read()).value!).library_id).toBe(1);
    send(`${JSON.stringify(makeInput({ library_id: 2 }))}\n`);
    expect(JSON.parse((await reader.read()).value!).library_id).toBe(2);
    end();
    expect((await reader.read()).done).toBe(true);
  });

  it('is not read while its answers are not, and stops when the caller goes away', async () => {
    resolvedRows = 0;
    const { port, host } = new URL(url);
    const socket = connect(Number(port), '127.0.0.1').pause();
    const chunk = `${JSON.stringify(makeInput())}\n`.repeat(100);
    const head = Object.entries({ ...headers, host, 'transfer-encoding': 'chunked' }).map((pair) => pair.join(': '));
    socket.write(`POST ${bulkPath} HTTP/1.1\r\n${head.join('\r\n')}\r\n\r\n`);
    let sent = 0;
    for (let isFull = false; !isFull && sent < 200_000; sent += 100) {
      const taken = socket.write(`${chunk.length.toString(16)}\r\n${chunk}\r\n`);
      if (!taken) isFull = await Promise.race([once(socket, 'drain').then(() => false), sleep(1500).then(() => true)]);
    }
    expect(sent).toBeLessThan(200_000);
    const before = resolvedRows;
    socket.destroy();
    await sleep(300);
    expect(before).toBeGreaterThan(0);
    expect(resolvedRows - before).toBeLessThan(5000);
    expect((await ask(JSON.stringify(makeInput()))).status).toBe(200);
  }, 30_000);
});
