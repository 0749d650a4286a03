import { readdirSync, readlinkSync } from 'node:fs';
import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { gunzipSync } from 'node:zlib';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { creditsWatermark, exportCredits } from '../../src/export/export-credits.ts';
import { expectProblem, expectSchema } from '../api/expect-contract.ts';
import { type DecisionsTest, openDecisionsTest } from '../api/open-decisions.ts';
import { signIn } from '../api/test-app.ts';
import { found, resolved } from '../identity/answers.ts';
import { dialects } from '../jobs/open-test-database.ts';
import { addRows } from '../search/test-library.ts';
import { useOwnTemporaryFolder } from './own-temporary-folder.ts';

const exports = [
  { url: '/api/v1/exports/library', schema: 'ExportedRecord', rows: 2105 },
  { url: '/api/v1/exports/compilation-tracks', schema: 'ExportedCredit', rows: 3 },
] as const;

const readLink = (fd: string): string[] => {
  try {
    return [readlinkSync(`/proc/self/fd/${fd}`)];
  } catch {
    return [];
  }
};

describe.each(dialects)('exports over HTTP, on %s', (dialect) => {
  let test: DecisionsTest;
  beforeAll(async () => {
    test = await openDecisionsTest(dialect);
    const credits = [
      ['Broadcast', 'Echo’s Answer'],
      ['細野晴臣', null],
      ['Low', 'Two-Step'],
    ] as const;
    const rows = Array.from({ length: 2105 }, (_, n) => ({ artist: `Artist ${n % 9}`, title: `Title\n${n}` }));
    await addRows(test.db, [{ ...rows[0]!, credits }, ...rows.slice(1)]);
    await test.apply([resolved([found('discogs_master', '11'), found('discogs_artist', '7')], { library_id: 2 })]);
  }, 60_000);
  afterAll(() => test?.close());
  const spooled = useOwnTemporaryFolder();

  const get = async (url: string, headers: Record<string, string> = {}) =>
    test.app.inject({ method: 'GET', url, headers: { ...(await signIn('reader')), ...headers } });

  it.each(exports)('$url: compressed lines, each by the contract', async ({ url, schema, rows }) => {
    const answer = await get(url);
    expect(answer.statusCode).toBe(200);
    expect(answer.headers).toMatchObject({ 'content-type': 'application/x-ndjson', 'content-encoding': 'gzip' });
    const lines = gunzipSync(answer.rawPayload).toString('utf8').split('\n');
    expect(lines.pop()).toBe('');
    expect(lines).toHaveLength(rows);
    for (const line of lines.slice(0, 50)) expectSchema(schema, JSON.parse(line));
  });

  it.each(exports)('$url: the same bytes while nothing changes, and 304 for who has them', async ({ url }) => {
    const [one, other] = [await get(url), await get(url)];
    expect(other.rawPayload.equals(one.rawPayload)).toBe(true);
    const etag = String(one.headers.etag);
    expect(etag).toMatch(/^"[\w-]+"$/);
    for (const tags of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
      const again = await get(url, { 'if-none-match': tags });
      expect([again.statusCode, again.payload, again.headers.etag]).toEqual([304, '', etag]);
    }
    expect((await get(url, { 'if-none-match': '"other"' })).statusCode).toBe(200);
  });

  it('sends plain lines to who refuses gzip, under a mark of their own', async () => {
    const { url } = exports[0];
    const [packed, plain] = [await get(url), await get(url, { 'accept-encoding': 'br, gzip;q=0, identity' })];
    expect(plain.headers['content-encoding']).toBeUndefined();
    expect(plain.rawPayload.equals(gunzipSync(packed.rawPayload))).toBe(true);
    expect(plain.headers.etag).not.toBe(packed.headers.etag);
  });

  it('is for who is signed in', async () => {
    const { statusCode } = await test.app.inject({ method: 'GET', url: exports[0].url });
    expect(statusCode).toBe(401);
    expectProblem(await test.app.inject({ method: 'GET', url: exports[1].url }), 401, 'unauthenticated');
  });

  it.each([
    ['compressed', {}],
    ['plain', { 'accept-encoding': 'identity, gzip;q=0' }],
  ])('leaves nothing on the disk nor open, though the caller of %s lines goes away in the middle', async (_, asked) => {
    if (!test.app.server.listening) await test.app.listen({ host: '127.0.0.1', port: 0 });
    const openFiles = () =>
      readdirSync('/proc/self/fd')
        .flatMap((fd) => readLink(fd))
        .filter((path) => path.includes('deadwax-export-'));
    const { port } = test.app.server.address() as AddressInfo;
    const headers = { ...(await signIn('reader')), ...asked };
    await new Promise<void>((resolve, reject) => {
      const call = request({ host: '127.0.0.1', port, path: exports[0].url, headers }, (response) => {
        response.once('data', () => {
          response.destroy();
          resolve();
        });
      });
      call.on('error', reject).end();
    });
    for (let turn = 0; turn < 100 && spooled().length + openFiles().length > 0; turn += 1) await sleep(20);
    expect([...spooled(), ...openFiles()]).toEqual([]);
    expect((await get(exports[0].url)).statusCode).toBe(200);
  });

  it.each([
    [
      'a credit is linked',
      `UPDATE compilation_track_artist SET track_artist_id = 1 WHERE track_title = 'Two-Step'`,
      true,
    ],
    ['a credit leaves', `DELETE FROM compilation_track_artist WHERE track_title = 'Two-Step'`, true],
    ['a record without credits is edited', `UPDATE library SET album_title = 'x' WHERE id = 9`, false],
  ])('of credits bears another mark when %s: %s', async (_, change, marked) => {
    const read = async () => {
      let lines = '';
      for await (const line of exportCredits(test.db)) lines += line;
      return { lines, mark: await creditsWatermark(test.db) };
    };
    const before = await read();
    await sql.raw(change).execute(test.db);
    const after = await read();
    expect([after.lines !== before.lines, after.mark !== before.mark]).toEqual([marked, marked]);
  });
});
