import { once } from 'node:events';
import { request } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { createHttpApp } from './create-http-app.ts';
import { sharedErrors } from './errors.ts';
import { createRequestMetrics } from './request-metrics.ts';

const apps: ReturnType<typeof createHttpApp>[] = [];
afterEach(() => {
  for (const app of apps.splice(0)) app.server.closeAllConnections();
});

async function listen() {
  const app = createHttpApp({
    errors: sharedErrors,
    maximumBodyBytes: 1024,
    contractVersion: 1,
    metrics: createRequestMetrics('test'),
  });
  apps.push(app);
  app.get('/slow', async () => new Promise((resolve) => setTimeout(resolve, 300, { done: true })));
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
