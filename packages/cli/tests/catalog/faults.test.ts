import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { createLibrary } from '../run-resolve.ts';
import { runDeadwax } from './run-deadwax.ts';
import { type ServedCatalog, serveCatalog } from './serve-catalog.ts';

let catalog: ServedCatalog;
beforeAll(async () => {
  catalog = await serveCatalog({ works: false });
}, 60_000);
afterAll(() => catalog.close());

/** Something that listens, and whose answers a test makes. */
async function listen(answer: RequestListener): Promise<string> {
  const server = createServer(answer).listen(0, '127.0.0.1');
  onTestFinished(() => void server.close());
  await new Promise((resolve) => server.once('listening', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const problem = (code: string, status: number, detail: string, retryable = false) =>
  ((_request, response) => {
    const body = {
      type: `urn:deadwax:problem:${code}`,
      title: '',
      status,
      detail,
      instance: '',
      code,
      retryable,
      errors: [],
    };
    response.writeHead(status, { 'content-type': 'application/problem+json' }).end(JSON.stringify(body));
  }) satisfies RequestListener;

describe('who asks', () => {
  it('needs a token', async () => {
    const { code, messages } = await runDeadwax(['library', 'runs'], { CATALOG_URL: catalog.url, CATALOG_TOKEN: '' });
    expect(code).toBe(2);
    expect(messages[0]).toBe('deadwax: there is no token for the catalog: CATALOG_TOKEN or --token gives one');
  });

  it('needs one that the catalog takes', async () => {
    const { code, messages } = await catalog.run('runs', '--token', 'made.up.token');
    expect(code).toBe(3);
    expect(messages[0]).toBe(`deadwax: the catalog at ${catalog.url} does not take the token: the token is not valid`);
  });

  it('needs the role that the work takes, and is told which', async () => {
    const file = createLibrary('artist,title\nCan,Soon Over Babaluma\n');
    const { code, messages } = await catalog.run('import', file, '--token', await catalog.issue('dj'));
    expect(code).toBe(3);
    expect(messages.at(-1)).toBe(
      'deadwax: the token does not allow it: this needs the role music_director or higher; yours is dj',
    );
  });
});

describe('a catalog that is not there', () => {
  it.each([
    ['http://127.0.0.1:2', /^deadwax: no catalog answers at http:\/\/127\.0\.0\.1:2: nothing listens there$/],
    ['http://nowhere.invalid', /^deadwax: no catalog answers at http:\/\/nowhere\.invalid: /],
  ])('is said to be missing at %s', async (url, message) => {
    const { code, messages } = await catalog.run('runs', '--url', url);
    expect(code).toBe(3);
    expect(messages[0]).toMatch(message);
    expect(messages).toHaveLength(2);
  });

  it.each(['nonsense', 'ftp://127.0.0.1'])('is no address: %s', async (url) => {
    const { code, messages } = await catalog.run('runs', '--url', url);
    expect(code).toBe(2);
    expect(messages).toEqual([`deadwax: "${url}" is no address of a catalog: http://127.0.0.1:8078 is one`]);
  });

  it.each<[string, RequestListener, RegExp]>([
    ['a page', (_, response) => response.end('<html>'), /but not as a catalog does: its answer is no JSON$/],
    ['nothing', (_, response) => response.writeHead(204).end(), /but not as a catalog does/],
    ['an error of its own', (_, response) => response.writeHead(404).end('no'), /as a catalog does: 404 Not Found$/],
  ])('is told from something else that answers with %s', async (_name, answer, message) => {
    const { code, messages } = await catalog.run('runs', '--url', await listen(answer));
    expect(code).toBe(3);
    expect(messages[0]).toMatch(/^deadwax: something answers at http:\S+, but not as a catalog does: /);
    expect(messages[0]).toMatch(message);
  });
});

describe('a catalog that cannot', () => {
  it('take so much is answered with how to send less', async () => {
    const url = await listen(problem('body_too_large', 413, 'The body is larger than 1 KiB.'));
    const { code, messages } = await catalog.run('import', createLibrary('artist,title\nCan,Ege\n'), '--url', url);
    expect(code).toBe(3);
    expect(messages.slice(-2)).toEqual([
      `deadwax: the catalog at ${url} does not take so much at once: the body is larger than 1 KiB`,
      '  --page ROWS sends fewer rows a request.',
    ]);
  });

  it('reach its database is asked again, for a while, with rows that may be sent twice', async () => {
    let asked = 0;
    const away = problem('database_unavailable', 503, 'The database does not answer. Ask again shortly.', true);
    const url = await listen((request, response) => {
      asked += 1;
      if (asked < 3) return void away(request, response);
      const [line, outcome] = [2, 'added'];
      const rows = [{ line, library_id: 1, outcome, reason: null }];
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify({ dry_run: false, added: 1, updated: 0, unchanged: 0, rejected: 0, rows }));
    });
    const { code, output } = await catalog.run('import', createLibrary('artist,title\nCan,Ege\n'), '--url', url);
    expect(code).toBe(0);
    expect(asked).toBe(3);
    expect(output[1]).toBe('  added              1');
  });

  it('reach its database is said to be there, once', async () => {
    const url = await listen(
      problem('database_unavailable', 503, 'The database does not answer. Ask again shortly.', true),
    );
    const { code, messages } = await catalog.run('search', 'can', '--url', url);
    expect(code).toBe(3);
    expect(messages).toEqual([
      `deadwax: the catalog at ${url} is there, but the database does not answer. Ask again shortly`,
    ]);
  });

  it('end a pull well is told by the exit code', async () => {
    const answerRun = (state: string, report: object, failure: string | null): RequestListener => {
      const now = new Date().toISOString();
      const run = { run_id: 7, job: 'pull', state, actor: 'a', parameters: {}, report, failure };
      const body = JSON.stringify({ ...run, started_at: now, heartbeat_at: now, finished_at: now });
      return (_, response) => response.setHeader('content-type', 'application/json').end(body);
    };
    const aborted = await listen(answerRun('aborted', {}, 'the resolver refuses the key'));
    const failed = await catalog.run('pull', '--follow', '--url', aborted);
    expect(failed.code).toBe(3);
    expect(failed.output).toEqual([
      'run 7 (pull) was broken off after 0.0 s: the resolver refuses the key',
      expect.anything(),
      ...Array(4).fill(expect.anything()),
    ]);
    const counted = { non_va: { scanned: 5, rows_resolved: 2, rows_skipped: { lml_error: 3 } } };
    const partly = await listen(answerRun('succeeded', counted, null));
    const { code, output, messages } = await catalog.run('pull', '--follow', '--url', partly);
    expect(code).toBe(4);
    expect(output.at(-1)).toMatch(/^ {2}could not be asked +0 +3 +3$/);
    expect(messages).toEqual(['deadwax: 3 rows got no answer: the next pull asks about them again']);
  });
});

describe('a pull that no worker takes up', () => {
  it('is said to be silent, and goes on when it is not followed any longer', async () => {
    await catalog.run('import', createLibrary('artist,title\nCan,Landed\n'), '--quiet');
    const { child, ended } = catalog.start('pull', '--follow');
    const [words] = await once(child.stderr!, 'data');
    expect(String(words)).toBe('nothing was heard of it: is a worker running?\n');
    child.kill('SIGINT');
    const { code, messages } = await ended;
    expect(code).toBe(130);
    expect(messages.at(-1)).toBe(
      'deadwax: not followed any longer: run 1 goes on, deadwax library runs 1 --follow looks after it',
    );
    expect((await catalog.run('runs', '1')).output[0]).toBe('run 1 (pull) goes on');
  });
});
