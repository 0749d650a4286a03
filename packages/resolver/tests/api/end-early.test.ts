import { once } from 'node:events';
import { Agent, type IncomingMessage, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { bulkPath, createTestApp, makeInput, token } from './test-app.ts';

/** Blanks make what is sent more than connections hold by themselves. */
const line = `${JSON.stringify(makeInput())}${' '.repeat(800)}\n`;

/** Sends lines, a few at a time, until it is stopped; its answer is not read by itself. */
async function sendSlowly(port: number, keepAlive: boolean) {
  const headers = { 'content-type': 'application/x-ndjson', authorization: `Bearer ${token}` };
  const agent = new Agent({ keepAlive });
  const sent = request({ host: '127.0.0.1', port, path: bulkPath, method: 'POST', headers, agent });
  sent.on('error', () => undefined);
  let lines = 0;
  const sending = setInterval(() => {
    lines += 10;
    sent.write(line.repeat(10));
  }, 10);
  const [answer] = (await once(sent, 'response')) as [IncomingMessage];
  const stop = () => {
    clearInterval(sending);
    sent.end();
    agent.destroy();
  };
  return { answer, lines: () => lines, stop };
}

describe('a stream that is ended while its caller sends', () => {
  it.each([
    ['keeps its connection', true],
    ['wants it closed', false],
  ])('says so to one who %s, goes on sending and reads late', async (_caller, keepAlive) => {
    const app = createTestApp();
    await app.listen({ host: '127.0.0.1', port: 0 });
    const { answer, lines, stop } = await sendSlowly((app.server.address() as AddressInfo).port, keepAlive);
    try {
      while (lines() < 400) await sleep(10);
      const closed = app.close();
      await sleep(2500);
      const text = (await answer.setEncoding('utf8').toArray()).join('');
      expect(JSON.parse(text.trimEnd().split('\n').at(-1) ?? '')).toMatchObject({ code: 'shutting_down' });
      const stopped = performance.now();
      stop();
      await closed;
      // What it sent had been taken; the service would have gone on waiting for it.
      expect(performance.now() - stopped).toBeLessThan(1500);
    } finally {
      stop();
    }
  });
});
