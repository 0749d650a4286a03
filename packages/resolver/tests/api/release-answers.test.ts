import type { AddressInfo } from 'node:net';
import { setImmediate } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import type { ChunkAnswer } from '../../src/engine/chunk.ts';
import { Engine } from '../../src/engine/engine.ts';
import { workHere } from '../../src/engine/workbench.ts';
import { bulkPath, createTestApp, makeInput, token } from './test-app.ts';
import { toyResolver } from './toy-resolver.ts';

const answers: ChunkAnswer[] = [];
const bench = workHere(toyResolver);
const engine = new Engine();
engine.serve({
  ...bench,
  answer: async (...question) => {
    const answer = await bench.answer(...question);
    answers.push(answer);
    return answer;
  },
});

let app = createTestApp({ engine });
afterEach(async () => {
  await app.close();
  answers.length = 0;
});

const rows = Array.from({ length: 900 }, (_, place) => makeInput({ library_id: place + 1 }));
const ask = async (type: string, body: string): Promise<string> => {
  app = createTestApp({ engine });
  await app.listen({ host: '127.0.0.1', port: 0 });
  const { port } = app.server.address() as AddressInfo;
  const headers = { authorization: `Bearer ${token}`, 'content-type': type };
  return (await fetch(`http://127.0.0.1:${port}${bulkPath}`, { method: 'POST', headers, body })).text();
};

/** Bytes that answers still hold. */
const heldBytes = (): number => answers.reduce((sum, { bytes }) => sum + bytes.byteLength, 0);

describe('the memory of answers', () => {
  it('is given back once a page is sent whole', async () => {
    const { results } = JSON.parse(await ask('application/json', JSON.stringify({ inputs: rows })));
    expect(results.map((each: { library_id: number }) => each.library_id)).toEqual(rows.map((row) => row.library_id));
    expect(answers.length).toBeGreaterThan(1);
    expect(heldBytes()).toBe(0);
  });

  it('is given back while a stream goes on', async () => {
    const text = await ask('application/x-ndjson', rows.map((row) => JSON.stringify(row)).join('\n'));
    const lines = text.trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line).library_id)).toEqual(rows.map((row) => row.library_id));
    await setImmediate();
    expect(heldBytes()).toBe(0);
  });
});
