import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { createLibrary } from '../run-resolve.ts';
import { type ServedCatalog, serveCatalog } from './serve-catalog.ts';

let catalog: ServedCatalog;
beforeAll(async () => {
  catalog = await serveCatalog();
}, 60_000);
afterAll(() => catalog.close());

describe('ids of older systems', () => {
  it('are counted, taken over, and taken back', async () => {
    const rows = ['Can,Tago Mago,discogs:release:5', 'Beyoncé,4,discogs:master:6', 'Nobody,Nothing,mb:x'];
    await catalog.run('import', createLibrary(`artist,title,canonical_entity_id\n${rows.join('\n')}\n`), '--quiet');
    const foreseen = await catalog.run('migrate-legacy', '--dry-run', '--follow');
    expect(foreseen.code).toBe(0);
    expect(foreseen.output[0]).toMatch(/dry run\) succeeded after/);
    expect(JSON.parse(foreseen.output.slice(1).join('\n'))).toMatchObject({ scanned: 3, would_write_sources: 2 });
    expect((await catalog.run('show', '1')).output.join('\n')).not.toContain('discogs_release');
    expect((await catalog.run('migrate-legacy', '--follow')).code).toBe(0);
    expect((await catalog.run('show', '1')).output.join('\n')).toMatch(/discogs_release +5/);
    const unwound = await catalog.run('migrate-legacy', '--unwind', '--follow');
    expect(JSON.parse(unwound.output.slice(1).join('\n'))).toMatchObject({ scanned: 2, unwound: 2 });
  });
});

describe('the gate', () => {
  it('fails while rows are open, and passes where fewer are than are taken', async () => {
    const failed = await catalog.run('gate', '--threshold', '2');
    expect(failed.code).toBe(4);
    expect(failed.output[0]).toBe('FAIL: fewer than 2 open rows are wanted, confidence 0.7 or more counts');
    await catalog.run('pull', '--follow');
    const passed = await catalog.run('gate', '--threshold', '2', '--coverage');
    expect(passed.code).toBe(0);
    expect(passed.output[0]).toMatch(/^PASS: /);
    expect(passed.output[2]).toMatch(/^ {2}rows +3 /);
    expect(passed.output.join('\n')).toMatch(/discogs_master_id +2 +66\.7 %/);
    expect((await catalog.run('gate', '--floor', '2')).code).toBe(2);
  });
});

describe('drift', () => {
  it('is not there before anything was compared', async () => {
    expect((await catalog.run('drift')).code).toBe(3);
  });

  it('is compared and shown', async () => {
    const { code, output } = await catalog.run('drift', '--follow');
    expect(code).toBe(0);
    expect(output[0]).toMatch(/^run \d+ \(drift\) succeeded after/);
    expect(output[1]).toMatch(/^clean, 0\.00 % with another id; clean runs in a row: 1, on so many days: 1$/);
    expect(output.join('\n')).toMatch(/compared +3\n/);
    expect((await catalog.run('drift', '--json')).code).toBe(0);
  });
});

describe('an export', () => {
  function createPath(): string {
    const folder = mkdtempSync(join(tmpdir(), 'deadwax-export-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    return join(folder, 'library.ndjson');
  }

  it('has a line of JSON for each record, on standard output or in a file', async () => {
    const { code, output } = await catalog.run('export');
    expect(code).toBe(0);
    expect(output.map((line) => JSON.parse(line).id)).toEqual([1, 2, 3]);
    const path = createPath();
    const written = await catalog.run('export', '--out', path);
    expect(written.messages).toEqual([`3 lines written to ${path}`]);
    expect(readFileSync(path, 'utf8')).toBe(`${output.join('\n')}\n`);
    expect(await catalog.run('export', '--tracks')).toEqual({ code: 0, output: [], messages: [] });
  });

  it('that breaks off leaves no file', async () => {
    const server = createServer((_, response) => {
      response.writeHead(200, { 'content-type': 'application/x-ndjson' });
      response.write('{"id":1}\n', () => response.destroy());
    }).listen(0, '127.0.0.1');
    onTestFinished(() => void server.close());
    await new Promise((resolve) => server.once('listening', resolve));
    const path = createPath();
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const { code, messages } = await catalog.run('export', '--out', path, '--url', url);
    expect(code).toBe(3);
    expect(messages[0]).toBe('deadwax: the export broke off before its end');
    expect(existsSync(path)).toBe(false);
  });
});
