import { connect } from 'node:net';
import { expect, it } from 'vitest';
import { createHttpApp } from './create-http-app.ts';
import { sharedErrors } from './errors.ts';
import { createRequestMetrics } from './request-metrics.ts';

it('answers 408 where a body does not arrive in time, and leaves streams alone', async () => {
  const app = createHttpApp({
    errors: sharedErrors,
    maximumBodyBytes: 1000,
    contractVersion: 1,
    metrics: createRequestMetrics('test'),
    bodyTimeoutMs: 100,
  });
  app.addContentTypeParser('application/x-stream', (_request, body, done) => done(null, body));
  app.post('/', async (request) => {
    let bytes = 0;
    if (request.body instanceof Object && Symbol.asyncIterator in request.body)
      for await (const chunk of request.body as AsyncIterable<Buffer>) bytes += chunk.length;
    return { bytes };
  });
  const { port } = new URL(await app.listen({ host: '127.0.0.1', port: 0 }));
  const exchange = async (type: string) => {
    const socket = connect(Number(port), '127.0.0.1');
    socket.write(`POST / HTTP/1.1\r\nHost: x\r\nContent-Type: ${type}\r\nContent-Length: 4\r\n\r\n{}`);
    setTimeout(() => socket.end('  '), 400);
    const chunks: Buffer[] = [];
    for await (const chunk of socket) chunks.push(chunk as Buffer);
    return Buffer.concat(chunks).toString();
  };
  const [slow, stream] = await Promise.all([exchange('application/json'), exchange('application/x-stream')]);
  expect(slow).toMatch(/^HTTP\/1\.1 408 [\s\S]*request_timeout/);
  expect(stream).toMatch(/^HTTP\/1\.1 200 [\s\S]*"bytes":4/);
  await app.close();
});
