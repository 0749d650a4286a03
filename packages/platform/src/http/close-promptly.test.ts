import { once } from 'node:events';
import { request } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, expect, it } from 'vitest';
import { createHttpApp } from './create-http-app.ts';
import { sharedErrors } from './errors.ts';
import { createRequestMetrics } from './request-metrics.ts';

const apps: ReturnType<typeof createHttpApp>[] = [];
afterEach(() => {
  for (const app of apps.splice(0)) app.server.closeAllConnections();
});

async function listen(prepare: (app: ReturnType<typeof createHttpApp>) => void = () => undefined) {
  const app = createHttpApp({
    errors: sharedErrors,
    maximumBodyBytes: 1024,
    contractVersion: 1,
    metrics: createRequestMetrics('test'),
  });
  apps.push(app);
  app.get('/quick', async () => ({ done: true }));
  app.get('/slow', async () => new Promise((resolve) => setTimeout(resolve, 300, { done: true })));
  prepare(app);
  await app.listen({ host: '127.0.0.1', port: 0 });
  return { app, port: (app.server.address() as AddressInfo).port };
}

async function secondsToClose(app: ReturnType<typeof createHttpApp>): Promise<number> {
  const begun = performance.now();
  await app.close();
  return (performance.now() - begun) / 1000;
}

it('closes at once though a client holds a connection that it never used', async () => {
  const { app, port } = await listen();
  const taken = once(app.server, 'connection');
  connect(port, '127.0.0.1').on('error', () => undefined);
  await taken;
  expect(await secondsToClose(app)).toBeLessThan(2);
}, 10_000);

it('closes at once though a client connects while it does', async () => {
  const { app } = await listen((opened) => {
    opened.addHook('preClose', async () => {
      const taken = once(opened.server, 'connection');
      connect((opened.server.address() as AddressInfo).port, '127.0.0.1').on('error', () => undefined);
      await taken;
    });
  });
  expect(await secondsToClose(app)).toBeLessThan(2);
}, 10_000);

it.each([
  ['on a new connection', ''],
  ['after one that was answered', 'GET /quick HTTP/1.1\r\nHost: x\r\n\r\n'],
])(
  'closes soon though a client stopped in the middle of a header, %s',
  async (_, before) => {
    const { app, port } = await listen();
    const socket = connect(port, '127.0.0.1').on('error', () => undefined);
    const [taken] = (await once(app.server, 'connection')) as [Socket];
    if (before !== '') {
      socket.write(before);
      await once(socket, 'data');
    }
    const half = 'GET /quick HTTP/1.1\r\nHos';
    socket.write(half);
    while (taken.bytesRead < before.length + half.length) await sleep(10);
    expect(await secondsToClose(app)).toBeLessThan(3);
  },
  10_000,
);

it('closes at once after a request that its client gave up', async () => {
  const { app, port } = await listen();
  const call = request({ host: '127.0.0.1', port, path: '/slow' }).on('error', () => undefined);
  call.end();
  await once(app.server, 'request');
  call.destroy();
  expect(await secondsToClose(app)).toBeLessThan(2);
}, 10_000);

it('still answers what was asked before it closes', async () => {
  const { app, port } = await listen();
  const answered = fetch(`http://127.0.0.1:${port}/slow`);
  await once(app.server, 'request');
  const closed = app.close();
  expect(await (await answered).json()).toEqual({ done: true });
  await closed;
}, 10_000);

it('still answers what was arriving as it began to close, on a connection that was used before', async () => {
  const { app, port } = await listen();
  const socket = connect(port, '127.0.0.1').on('error', () => undefined);
  const ended = once(socket, 'close');
  let received = '';
  socket.on('data', (data) => {
    received += data;
  });
  const ask = 'GET /quick HTTP/1.1\r\nHost: x\r\n\r\n';
  socket.write(ask);
  await once(socket, 'data');
  socket.write(ask.slice(0, 10));
  await sleep(50);
  const closed = app.close();
  await sleep(100);
  socket.write(ask.slice(10));
  await Promise.all([closed, ended]);
  expect(received.match(/"done":true/g)).toHaveLength(2);
}, 10_000);

it('lets a client go on sending what is answered already, for some seconds', async () => {
  const { app, port } = await listen();
  const socket = connect(port, '127.0.0.1').on('error', () => undefined);
  socket.write('POST /nowhere HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\n12345');
  await once(socket, 'data');
  const left = once(socket, 'close');
  const begun = performance.now();
  await app.close();
  await left;
  expect(performance.now() - begun).toBeGreaterThan(4000);
  expect(performance.now() - begun).toBeLessThan(8000);
}, 20_000);
