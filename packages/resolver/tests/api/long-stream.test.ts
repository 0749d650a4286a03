import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { type ClientRequest, type IncomingMessage, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { buildShop } from './build-shop.ts';
import { expectContract } from './expect-contract.ts';
import { type Service, startService, waitFor, waitUntilReady } from './start-service.ts';
import { bulkPath } from './test-app.ts';

const ROWS = 1_000_000;
let folder = '';
let service: Service;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'deadwax-stream-'));
  await buildShop(join(folder, 'one'), [['Stereolab', 'Dots and Loops']]);
});
afterAll(() => rm(folder, { recursive: true }));

beforeEach(async () => {
  service = await startService({ RESOLVER_SNAPSHOT: join(folder, 'one'), RESOLVER_WORKERS: '1' });
  await waitUntilReady(service.baseUrl);
});
afterEach(async () => {
  service.child.kill('SIGKILL');
  await service.exit;
});

const line = (row: number) =>
  `${JSON.stringify({ library_id: row, artist_name: 'Stereolab', album_title: 'Dots and Loops' })}\n`;

interface Stream {
  readonly sent: ClientRequest;
  readonly answer: IncomingMessage;
  /** Rows handed to the connection so far. */
  readonly rows: () => number;
}

/** Opens a stream of rows that is sent as fast as it is taken, and left open unless it is to end. */
async function openStream(rows: number, { end = true } = {}): Promise<Stream> {
  const headers = { 'content-type': 'application/x-ndjson', authorization: `Bearer ${service.token}` };
  const sent = request(`${service.baseUrl}${bulkPath}`, { method: 'POST', headers, agent: false });
  sent.on('error', () => undefined);
  let row = 0;
  const send = async () => {
    while (row < rows && !sent.destroyed) {
      const until = Math.min(rows, row + 100);
      let text = '';
      while (row < until) text += line(++row);
      if (!sent.write(text)) await once(sent, 'drain');
    }
    if (end) sent.end();
    else sent.flushHeaders();
  };
  void send().catch(() => undefined);
  const [answer] = (await once(sent, 'response')) as [IncomingMessage];
  return { sent, answer, rows: () => row };
}

const residentMegabytes = (): number =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${service.pid}/status`, 'utf8'))?.[1]) / 1000;

describe('a stream that runs when the service is told to end', () => {
  it('is answered as far as it was read, says where it ended, and the service ends in time', async () => {
    const { answer, rows } = await openStream(ROWS);
    let text = '';
    answer.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk;
    });
    await waitFor(() => text.length > 100_000);
    const told = performance.now();
    service.child.kill('SIGTERM');
    await once(answer, 'end');
    expect(answer.complete).toBe(true);
    expect(await service.exit).toBe(0);
    expect(performance.now() - told).toBeLessThan(8000);
    const lines = text
      .trimEnd()
      .split('\n')
      .map((each) => JSON.parse(each));
    const last = lines.pop();
    expectContract('Problem', last);
    expect(last).toMatchObject({ code: 'shutting_down', retryable: true });
    expect(last.instance).toMatch(new RegExp(`:line:${lines.length + 1}$`));
    expect(lines.map(({ library_id: id }) => id)).toEqual(lines.map((_, place) => place + 1));
    expect(rows()).toBeLessThan(ROWS);
  });

  it('ends by itself while its sender is silent', async () => {
    const { sent, answer } = await openStream(0, { end: false });
    sent.write(line(1));
    const text = answer.setEncoding('utf8').toArray();
    await sleep(300);
    service.child.kill('SIGTERM');
    const [first, last] = (await text).join('').trimEnd().split('\n');
    expect(JSON.parse(first ?? '').library_id).toBe(1);
    expect(JSON.parse(last ?? '')).toMatchObject({
      code: 'shutting_down',
      instance: expect.stringMatching(/:line:2$/),
    });
    sent.destroy();
    expect(await service.exit).toBe(0);
  });

  it('does not keep the service from ending where nobody reads its answers', async () => {
    const { answer } = await openStream(ROWS);
    answer.pause();
    await sleep(1000);
    service.child.kill('SIGTERM');
    const told = performance.now();
    expect(await service.exit).toBe(0);
    expect(performance.now() - told).toBeLessThan(9000);
  });
});

describe('a stream whose caller', () => {
  it('goes away is worked on no more, and holds nothing', async () => {
    // More of them than may run at a time.
    for (let turn = 0; turn < 70; turn += 1) {
      const { sent, answer } = await openStream(ROWS);
      await once(answer, 'data');
      sent.destroy();
    }
    const busy = async () => {
      const before = cpuTicks();
      await sleep(300);
      return cpuTicks() - before;
    };
    await waitFor(async () => (await busy()) < 5);
    const { answer } = await openStream(10);
    expect((await answer.setEncoding('utf8').toArray()).join('').trimEnd().split('\n')).toHaveLength(10);
    expect(residentMegabytes()).toBeLessThan(600);
  });

  it('does not read is read from no more, and answered whole once it reads', async () => {
    const rows = 200_000;
    const { answer, rows: sent } = await openStream(rows);
    answer.pause();
    let before = -1;
    await waitFor(async () => {
      const now = sent();
      const stands = now === before;
      before = now;
      await sleep(500);
      return stands;
    });
    expect(before).toBeLessThan(rows / 2);
    expect(residentMegabytes()).toBeLessThan(600);
    let lines = 0;
    for await (const chunk of answer) for (const byte of chunk as Buffer) if (byte === 0x0a) lines += 1;
    expect(lines).toBe(rows);
  });
});

/** Hundredths of a second of CPU that the service has used. */
function cpuTicks(): number {
  const fields = readFileSync(`/proc/${service.pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return Number(fields[11]) + Number(fields[12]);
}
