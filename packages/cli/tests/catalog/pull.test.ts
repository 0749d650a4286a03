import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLibrary } from '../run-resolve.ts';
import { type ServedCatalog, serveCatalog } from './serve-catalog.ts';

let catalog: ServedCatalog;
beforeAll(async () => {
  catalog = await serveCatalog();
}, 60_000);
afterAll(() => catalog.close());

describe('before anything was asked', () => {
  it('there are no runs, and records say that nobody asked', async () => {
    const file = createLibrary('artist,title\nCan,Tago Mago\nBeyoncé,4\nVarious,Kraut\nNirvana,Live\nNobody,Nothing\n');
    await catalog.run('import', file, '--quiet');
    expect(await catalog.run('runs')).toEqual({ code: 0, output: [], messages: ['there are no runs yet'] });
    expect((await catalog.run('show', '1')).output).toEqual([
      '1  Can – Tago Mago',
      expect.stringMatching(/^ {4}artist \d+$/),
      '',
      'never asked: deadwax library pull asks about every such row',
    ]);
  });
});

describe('a pull', () => {
  it('says in a dry run what it would do, and does nothing', async () => {
    const { code, output } = await catalog.run('pull', '--dry-run', '--follow');
    expect(code).toBe(0);
    expect(output[0]).toMatch(/^run 1 \(pull, dry run\) succeeded after/);
    expect(output.slice(2).map((line) => line.trim().split(/ {2,}/).at(-1))).toEqual(['5', '2', '1', '2']);
    expect((await catalog.run('show', '1')).output.at(-1)).toMatch(/^never asked/);
  });

  it('is followed to its end and counted, and the next one asks about nothing', async () => {
    const { code, output } = await catalog.run('pull', '--follow');
    expect(code).toBe(0);
    expect(output[0]).toMatch(/^run 2 \(pull\) succeeded after \d+\.\d s$/);
    expect(output.slice(2).map((line) => line.trim().replace(/ {2,}/g, ' | '))).toEqual([
      'asked about | 0 | 5 | 5',
      'resolved | 0 | 2 | 2',
      'compilations | 0 | 1 | 1',
      'unresolved | 0 | 2 | 2',
    ]);
    const second = await catalog.run('pull', '--follow');
    expect(second.code).toBe(0);
    expect(second.output.slice(1)).toEqual(['no row needed asking about']);
  });

  it('left alone says where to look after it', async () => {
    const { code, output, messages } = await catalog.run('pull');
    expect(code).toBe(0);
    const [, runId = ''] = /^run (\d+) \(pull\)/.exec(output[0] ?? '') ?? [];
    expect(messages).toEqual([`deadwax library runs ${runId} says how it stands`]);
    const followed = await catalog.run('runs', runId, '--follow', '--json');
    expect(followed.code).toBe(0);
    expect(JSON.parse(followed.output.join('\n'))).toMatchObject({ run_id: Number(runId), state: 'succeeded' });
    const runs = await catalog.run('runs');
    expect(runs.output[0]).toMatch(/^run {2}job {3}state/);
    expect(runs.output[1]).toMatch(new RegExp(`^ *${runId} {2}pull {2}succeeded`));
  });

  it.each([
    ['--batch-size', '0'],
    ['--batch-size', '1001'],
    ['--stale-days', 'x'],
    ['--throttle-ms', '-1'],
  ])('is not started with %s %s', async (flag, value) => {
    const { code, messages } = await catalog.run('pull', flag, value);
    expect(code).toBe(2);
    expect(messages[0]).toMatch(
      /^error: option '.*' argument '.*' is invalid\. A whole number is wanted, \d+ to \d+\.$/,
    );
  });
});

describe('a record that was asked about', () => {
  it('is shown with how it is known', async () => {
    const { code, output } = await catalog.run('show', '1');
    expect(code).toBe(0);
    expect(output[0]).toBe('1  Can – Tago Mago');
    expect(output[3]).toMatch(
      /^resolved, by cross_source_agreement, confidence 0\.97, as of \d{4}-\d{2}-\d{2} \d{2}:\d{2}$/,
    );
    expect(output[4]).toBe('  in agreement: discogs_master, wikidata');
    expect(output.find((line) => line.includes('discogs_master '))).toMatch(
      / 11 +exact_match +1\.00 {2}https:\/\/www\.discogs\.com\/master\/11$/,
    );
  });

  it('is shown as JSON with its history', async () => {
    const { output } = await catalog.run('show', '1', '--json');
    expect(JSON.parse(output.join('\n'))).toMatchObject({
      id: 1,
      identity: { method: 'cross_source_agreement' },
      history: [],
    });
  });

  it('is asked about anew', async () => {
    const before = catalog.resolver.asked.length;
    const { code, output } = await catalog.run('refresh', '2');
    expect(code).toBe(0);
    expect(output[0]).toBe('2  Beyoncé – 4');
    expect(catalog.resolver.asked.slice(before)).toMatchObject([{ library_id: 2, artist_name: 'Beyoncé' }]);
  });

  it('is not there under a number that no record has', async () => {
    const { code, messages } = await catalog.run('show', '4711');
    expect(code).toBe(3);
    expect(messages[0]).toBe('deadwax: The library has no row 4711.');
  });
});

describe('a search', () => {
  it('shows what it found in a table as wide as the names are', async () => {
    const { output } = await catalog.run('search', 'beyonce');
    expect(output).toEqual([
      'id  artist   title  format  year  identity  by                      confidence  found by',
      ' 2  Beyoncé  4                    resolved  cross_source_agreement        0.97',
      '1 of 1',
    ]);
  });

  it('finds by status, page by page', async () => {
    const first = await catalog.run('search', '--status', 'unresolved', '--sort', 'artist', '--limit', '1');
    expect(first.output[1]).toMatch(/Nirvana .*unresolved +ambiguous$/);
    const [, cursor = ''] = /^more: --cursor (\S+)$/.exec(first.output.at(-1) ?? '') ?? [];
    const paged = ['--status', 'unresolved', '--sort', 'artist', '--limit', '1', '--cursor', cursor];
    const second = await catalog.run('search', ...paged);
    expect(second.output[1]).toMatch(/Nobody .*unresolved +no_candidate$/);
  });

  it('says that it found nothing, and what it read otherwise', async () => {
    const { code, output, messages } = await catalog.run('search', 'qqqqqq', 'year:abc');
    expect(code).toBe(0);
    expect(output).toEqual(['nothing was found']);
    expect(messages).toEqual([expect.stringContaining('year:')]);
  });
});

describe('where the resolver is gone', () => {
  it('a refresh changes nothing and says why', async () => {
    await catalog.closeResolver();
    const refreshed = await catalog.run('refresh', '1');
    expect(refreshed.code).toBe(3);
    expect(refreshed.messages[0]).toMatch(
      /^deadwax: the catalog at http:\S+ is there, but the resolver does not answer/,
    );
    expect((await catalog.run('show', '1')).output[3]).toMatch(/^resolved/);
  });
});
